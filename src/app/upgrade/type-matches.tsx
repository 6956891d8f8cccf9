import type { TypeId } from '../../core/document/index.ts';
import type { Mapping, TypeMatch, UpgradePreview } from '../../core/upgrade/index.ts';
import { explain } from '../store/index.ts';
import { WrongText } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';

const { upgrade: said } = laterWords;

interface TypeMatchesProps {
  readonly preview: UpgradePreview;
  /** What was chosen since the preview; null when it has all of it. */
  readonly chosen: Mapping | null;
  /** Null: the type is kept. */
  readonly onChoose: (id: TypeId, to: TypeId | null) => void;
}

/** What the types of the model's elements become; those that are not sure come first. */
export function TypeMatches({ preview: { types }, chosen, onChoose }: TypeMatchesProps) {
  const { matches, unknown } = types;
  const sure = matches.filter(({ by }) => by === 'id').length;
  const rows = matches.toSorted((a, b) => Number(a.by === 'id') - Number(b.by === 'id'));
  return (
    <details className="folded" open={sure < matches.length}>
      <summary>{said.types({ count: matches.length, sure })}</summary>
      <ul className="upgrade-types">
        {rows.map((match) => (
          <TypeRow key={match.id} match={match} chosen={chosen} onChoose={onChoose} />
        ))}
        {unknown.map(({ id, elements }) => (
          <li key={id}>
            <WrongText onExplain={() => explain('message:unknown-type')}>
              {said.unknown({ id, elements: elements.length })}
            </WrongText>
          </li>
        ))}
      </ul>
    </details>
  );
}

const KEPT = '\u0000';

/** What the list of a type shows: what was chosen, else what it becomes. */
function shownChoice({ id, by, to, choices }: TypeMatch, chosen: Mapping | null): string {
  const choice = chosen?.types.get(id);
  if (choice !== undefined && 'keep' in choice) return KEPT;
  if (choice !== undefined && choices.some((one) => one.id === choice.to)) return choice.to;
  return by === 'kept' ? KEPT : to.id;
}

type TypeRowProps = { readonly match: TypeMatch } & Omit<TypeMatchesProps, 'preview'>;

function TypeRow({ match, chosen, onChoose }: TypeRowProps) {
  const { id, name, elements, by, choices } = match;
  return (
    <li>
      <span>{said.typeOf({ name, elements: elements.length })}</span>
      <select
        className="input"
        aria-label={said.becomes({ name })}
        value={shownChoice(match, chosen)}
        onChange={(event) => {
          const { value } = event.target;
          const found = choices.find((one) => one.id === value);
          if (value === KEPT) onChoose(id, null);
          else if (found !== undefined) onChoose(id, found.id);
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
