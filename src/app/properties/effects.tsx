import {
  type Element,
  type Model,
  type Property,
  THREAT_TEXT,
  threatProperty,
} from '../../core/document/index.ts';
import { setProperty } from '../../core/edit/index.ts';
import { interactionsOf, threatTexts, usesOf, whatIf } from '../../core/engine/index.ts';
import { words } from '../words/index.ts';

export interface EffectsProps {
  readonly model: Model;
  /** At least one. */
  readonly elements: readonly Element[];
  readonly property: Property;
  /** The values that the property does not have now. */
  readonly choices: readonly { readonly text: string; readonly value: number | boolean }[];
}

/** As many titles or names are listed; then how many more there are. */
const MOST = 8;
const MOST_NAMES = 5;

/** Which threat types ask for the property, what each other value would change, and why it may change nothing. */
export function Effects({ model, elements, property, choices }: EffectsProps) {
  const ids = elements.map((element) => element.id);
  const { threatTypes, others } = usesOf(
    model.template,
    elements.map((element) => element.typeId),
    property.name,
  );
  if (threatTypes.length === 0) return <p className="properties-effects">{words.properties.effects.none}</p>;
  const effects = choices.map(({ text, value }) => {
    const { added, removed } = whatIf(model, setProperty(model, ids, property.name, value));
    const titles = [
      ...added.map(({ threatType, interaction }) => {
        const texts = threatTexts(model.template, threatType, interaction);
        return `+ ${texts.find(([name]) => name === THREAT_TEXT.title)?.[1] ?? threatType.id}`;
      }),
      ...removed.map((threat) => `− ${threatProperty(threat, THREAT_TEXT.title) ?? threat.typeId}`),
    ];
    return { text, titles, sum: `+${added.length} −${removed.length}` };
  });
  return (
    <div className="properties-effects">
      <p>
        {words.properties.effects.askedBy(
          shortened(threatTypes.map(({ id, shortTitle }) => shortTitle || id)),
        )}
      </p>
      <ul>
        {effects.map(({ text, titles, sum }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the values have no other identity
          <li key={index}>
            {words.properties.effects.change({ value: text, sum: titles.length === 0 ? null : sum })}
            {titles.length > 0 && (
              <ul>
                {titles.slice(0, MOST).map((title, n) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: titles repeat
                  <li key={n}>{title}</li>
                ))}
                {titles.length > MOST && <li>{words.properties.effects.more(titles.length - MOST)}</li>}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {effects.some(({ titles }) => titles.length === 0) && <p>{reason(model, elements, others)}</p>}
    </div>
  );
}

/** Why a value may change nothing. */
function reason(model: Model, elements: readonly Element[], others: readonly string[]): string {
  const ids = new Set(elements.map(({ id }) => id));
  const connected = model.diagrams.some((diagram) =>
    interactionsOf(diagram).some(({ flow, source, target }) =>
      [flow, source, target].some(({ id }) => ids.has(id)),
    ),
  );
  if (!connected) return words.properties.effects.unconnected;
  return others.length === 0
    ? words.properties.effects.typesToo
    : words.properties.effects.othersToo(shortened(others));
}

const shortened = (names: readonly string[]) => ({
  names: names.slice(0, MOST_NAMES),
  more: Math.max(0, names.length - MOST_NAMES),
});
