import type { DraftThreat } from '../draft.ts';
import { priorityOfImpact, stateOf, strideOf, withWord } from '../foreign-states.ts';
import { type Json, numberIn, recordIn, recordsIn, textIn } from '../json.ts';
import { type ThreatMark, threatMark } from '../marks.ts';
import { ownThreat, type ReadThreat } from '../own-threats.ts';
import { plainText, textsIn } from '../plain-text.ts';

/** The threats and mitigations that a file defines: what stands at elements refers to them. */
export class Definitions {
  readonly #threats: ReadonlyMap<string, Json>;
  readonly #mitigations: ReadonlyMap<string, Json>;
  readonly #used = new Set<string>();

  constructor(file: Json) {
    this.#threats = byId(recordsIn(file['threats']));
    this.#mitigations = byId(recordsIn(file['mitigations']));
  }

  /** The threats that stand at a component or a data flow. */
  at(instances: unknown, diagram: string, element: string): readonly DraftThreat[] {
    return recordsIn(instances).map((instance, index) => {
      const id = textIn(instance['threat']);
      this.#used.add(id);
      const threat = this.#threats.get(id) ?? {};
      const mark = threatMark(instance['attributes']);
      const read =
        mark === undefined
          ? this.#foreign(instance, threat, id)
          : ownThreat(this.#now(instance, threat, mark), mark);
      return { id: `${element} ${id} ${index}`, diagram, element, ...read };
    });
  }

  /** The threats that stand nowhere, as texts. */
  get unused(): readonly string[] {
    return [...this.#threats].flatMap(([id, threat]) =>
      this.#used.has(id)
        ? []
        : [[titleOf(threat, id), ...this.#description(threat)].filter((line) => line !== '').join('\n')],
    );
  }

  /** What a threat of our own export says now, by the names that its mark has for it. */
  #now(instance: Json, threat: Json, { written }: ThreatMark): Json {
    const [first] = recordsIn(instance['mitigations']);
    const mitigation = this.#mitigations.get(textIn(first?.['mitigation']));
    const impact = numberIn(recordIn(threat['risk'])['impact']);
    return {
      title: textIn(threat['name']),
      type: textsIn(threat['categories'])[0] ?? '',
      description: textIn(threat['description']),
      status: textIn(instance['state']),
      severity: impact === undefined ? written['severity'] : priorityOfImpact(impact),
      mitigation: mitigation === undefined ? written['mitigation'] : textIn(mitigation['description']),
    };
  }

  #foreign(instance: Json, threat: Json, id: string): ReadThreat {
    const mitigations = recordsIn(instance['mitigations']).map((one) => this.#mitigation(one));
    const { state, word } = stateOf(textIn(instance['state']));
    const isDecided = state === 'Mitigated' || state === 'NotApplicable';
    const categories = textsIn(threat['categories']);
    const category = categories.find((one) => strideOf(one) !== null) ?? categories[0] ?? '';
    const impact = numberIn(recordIn(threat['risk'])['impact']);
    // What was done is the justification of who decided; what could be done is a part of the description.
    const possible = isDecided ? [] : mitigations.map((text) => `Mitigation: ${text}`);
    return {
      title: titleOf(threat, id),
      category: strideOf(category) ?? category,
      description: [...this.#description(threat), ...possible].filter((text) => text !== '').join('\n'),
      state,
      priority: impact === undefined ? '' : priorityOfImpact(impact),
      justification: withWord(word, isDecided ? mitigations.join('\n') : ''),
    };
  }

  #description(threat: Json): readonly string[] {
    const { likelihood, likelihoodComment, impact, impactComment } = recordIn(threat['risk']);
    const categories = textsIn(threat['categories']);
    const rated = (name: string, value: unknown, comment: unknown): string => {
      const [number, text] = [plainText(value), plainText(comment)];
      if (number === '' && text === '') return '';
      return `${name}: ${[number, text].filter((part) => part !== '').join(' - ')}`;
    };
    const listed = (name: string, list: readonly string[]): string =>
      list.length === 0 ? '' : `${name}: ${list.join(', ')}`;
    return [
      plainText(threat['description']),
      categories.length > 1 ? listed('Categories', categories) : '',
      rated('Likelihood', likelihood, likelihoodComment),
      rated('Impact', impact, impactComment),
      listed('CWE', textsIn(threat['cwes'])),
      listed('Tags', textsIn(threat['tags'])),
    ];
  }

  #mitigation({ mitigation, state }: Json): string {
    const id = textIn(mitigation);
    const known = this.#mitigations.get(id) ?? {};
    const [name, description, said] = [known['name'], known['description'], state].map(plainText);
    // Some tools write the beginning of the description as the name.
    const isSame = description !== '' && name !== undefined && description?.startsWith(name);
    const text = [isSame ? '' : name || id, description].filter((part) => part !== '').join(': ');
    return said === '' ? text : `${text} (${said?.toLowerCase()})`;
  }
}

const titleOf = (threat: Json, id: string): string => textIn(threat['name']).trim() || `Threat ${id}`;

const byId = (list: readonly Json[]): ReadonlyMap<string, Json> =>
  new Map(list.toReversed().map((one) => [textIn(one['id']), one]));
