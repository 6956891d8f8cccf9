import type { TypeId } from '../../core/document/index.ts';
import type { TypeMatch, UpgradePreview } from '../../core/upgrade/index.ts';
import { laterWords } from '../words/later.ts';

const { upgrade: said } = laterWords;

interface TypeMatchesProps {
  readonly preview: UpgradePreview;
  /** Null: the type is kept. */
  readonly onChoose: (id: TypeId, to: TypeId | null) => void;
}

/** What the types of the model's elements become; those that are not sure come first. */
export function TypeMatches({ preview: { types }, onChoose }: TypeMatchesProps) {
  const { matches, unknown } = types;
  const sure = matches.filter(({ by }) => by === 'id').length;
  const rows = matches.toSorted((a, b) => Number(a.by === 'id') - Number(b.by === 'id'));
  return (
    <details className="folded" open={sure < matches.length}>
      <summary>{said.types({ count: matches.length, sure })}</summary>
      <ul className="upgrade-types">
        {rows.map((match) => (
          <TypeRow key={match.id} match={match} onChoose={onChoose} />
        ))}
        {unknown.map(({ id, elements }) => (
          <li key={id}>{said.unknown({ id, elements: elements.length })}</li>
        ))}
      </ul>
    </details>
  );
}

const KEPT = '\u0000';

function TypeRow({ match, onChoose }: { readonly match: TypeMatch } & Pick<TypeMatchesProps, 'onChoose'>) {
  const { id, name, elements, by, to, choices } = match;
  return (
    <li>
      <span>{said.typeOf({ name, elements: elements.length })}</span>
      <select
        className="input"
        aria-label={said.becomes({ name })}
        value={by === 'kept' ? KEPT : to.id}
        onChange={(event) => {
          const { value } = event.target;
          const chosen = choices.find((one) => one.id === value);
          if (value === KEPT) onChoose(id, null);
          else if (chosen !== undefined) onChoose(id, chosen.id);
        }}
      >
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name || one.id}
          </option>
        ))}
        <option value={KEPT}>{said.keep}</option>
      </select>
      <span className="hint">{said.by[by]}</span>
    </li>
  );
}
