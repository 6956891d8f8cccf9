import { laterWords } from '../words/later.ts';

const { reportOptions: said } = laterWords;

interface ListChoiceProps {
  readonly label: string;
  readonly all: readonly { readonly id: string; readonly name: string }[];
  /** Null: all of them, also those that come later. */
  readonly chosen: readonly string[] | null;
  readonly onChange: (chosen: readonly string[] | null) => void;
}

/** A list of which some are chosen; folded, as most reports have all. */
export function ListChoice({ label, all, chosen, onChange }: ListChoiceProps) {
  const has = (id: string) => chosen === null || chosen.includes(id);
  const count = all.filter(({ id }) => has(id)).length;
  const toggle = (id: string) => {
    const next = all.map((each) => each.id).filter((each) => (each === id ? !has(id) : has(each)));
    onChange(next.length === all.length ? null : next);
  };
  return (
    <details>
      <summary>
        {label}{' '}
        <span className="report-options-count">
          {chosen === null ? said.all : said.some({ chosen: count, of: all.length })}
        </span>
      </summary>
      {all.map(({ id, name }) => (
        <label key={id} className="report-option">
          <input type="checkbox" checked={has(id)} onChange={() => toggle(id)} />
          <span>{name}</span>
        </label>
      ))}
    </details>
  );
}
