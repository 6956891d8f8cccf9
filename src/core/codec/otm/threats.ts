import type { DraftThreat } from '../draft.ts';
import { priorityOfImpact, stateOf, stateOfMitigation, strideOf, withWord } from '../foreign-states.ts';
import { type Json, numberIn, recordIn, recordsIn, textIn } from '../json.ts';
import type { Losses } from '../losses.ts';
import { MARK, type ThreatMark, threatMark } from '../marks.ts';
import { ownThreat, type ReadThreat } from '../own-threats.ts';
import { plainText, textsIn } from '../plain-text.ts';
import { TextBudget } from '../text-budget.ts';

/** The threats and mitigations that a file defines: what stands at elements refers to them. */
export class Definitions {
  readonly #threats: ReadonlyMap<string, Json>;
  readonly #mitigations: ReadonlyMap<string, Json>;
  readonly #used = new Set<string>();
  readonly #budget: TextBudget;
  /** What the texts of each threat are together, which many elements may have. */
  readonly #described = new Map<Json, string>();

  constructor(file: Json, losses: Losses) {
    this.#threats = byId(recordsIn(file['threats']));
    this.#mitigations = byId(recordsIn(file['mitigations']));
    this.#budget = new TextBudget(losses);
  }

  /** The threats that stand at a component or a data flow. */
  at(instances: unknown, diagram: string, element: string): readonly DraftThreat[] {
    return recordsIn(instances).map((instance, index) => {
      const id = textIn(instance['threat']);
      this.#used.add(id);
      const threat = this.#threats.get(id) ?? {};
      const mark = threatMark(instance['attributes']);
      const read =
        mark === undefined ? this.#foreign(instance, threat, id) : this.#ours(instance, threat, mark);
      // Our own export may have put a threat of a flow at a component: without the flow it is of nothing.
      const flow = textIn(recordIn(recordIn(instance['attributes'])[MARK])['flow']);
      const at = flow || element;
      return { id: `${element} ${id} ${index}`, diagram, element: at, ...read };
    });
  }

  /** The threats that stand nowhere, as texts. */
  get unused(): readonly string[] {
    return [...this.#threats].flatMap(([id, threat]) =>
      this.#used.has(id)
        ? []
        : [[titleOf(threat, id), this.#description(threat)].filter((line) => line !== '').join('\n')],
    );
  }

  /** A threat of our own export: the mitigation that it has is read back, others were put beside that. */
  #ours(instance: Json, threat: Json, mark: ThreatMark): ReadThreat {
    const { written } = mark;
    const all = recordsIn(instance['mitigations']);
    const own = written['mitigationId'];
    const first = own === undefined ? all[0] : all.find((one) => one['mitigation'] === own);
    const mitigation = this.#mitigations.get(textIn(first?.['mitigation']));
    const against = mitigation === undefined ? written['mitigation'] : textIn(mitigation['description']);
    const impact = numberIn(recordIn(threat['risk'])['impact']);
    const now = {
      title: textIn(threat['name']),
      type: textsIn(threat['categories'])[0] ?? '',
      description: textIn(threat['description']),
      status: statusOf(instance, first, written),
      severity: impact === undefined ? written['severity'] : priorityOfImpact(impact),
      mitigation: first === undefined ? '' : against,
    };
    const added = this.#proposed(all.filter((one) => one !== first));
    return ownThreat(now, mark, this.#budget, added);
  }

  #foreign(instance: Json, threat: Json, id: string): ReadThreat {
    const mitigations = recordsIn(instance['mitigations']);
    const { state, word } = stateOf(textIn(instance['state']));
    const isDecided = state === 'Mitigated' || state === 'NotApplicable';
    const categories = textsIn(threat['categories']);
    const category = categories.find((one) => strideOf(one) !== null) ?? categories[0] ?? '';
    const impact = numberIn(recordIn(threat['risk'])['impact']);
    const title = this.#budget.lines([titleOf(threat, id)], id);
    // What was done is the justification of who decided; what could be done is a part of the description.
    const done = isDecided ? this.#budget.lines(this.#texts(mitigations), title) : '';
    const said = this.#said(threat, isDecided ? [] : mitigations);
    return {
      title,
      category: strideOf(category) ?? this.#budget.lines([category], title),
      description: this.#budget.lines(said, title),
      state,
      priority: impact === undefined ? '' : priorityOfImpact(impact),
      justification: withWord(word, done),
    };
  }

  *#said(threat: Json, mitigations: readonly Json[]): Generator<string> {
    yield this.#description(threat);
    yield* this.#proposed(mitigations);
  }

  *#texts(mitigations: readonly Json[]): Generator<string> {
    for (const one of mitigations) yield this.#mitigation(one);
  }

  *#proposed(mitigations: readonly Json[]): Generator<string> {
    for (const text of this.#texts(mitigations)) yield `Mitigation: ${text}`;
  }

  #description(threat: Json): string {
    const text = this.#described.get(threat) ?? descriptionIn(threat);
    this.#described.set(threat, text);
    return text;
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

/** The state that a threat of our own export has now: some programs change that of its mitigation alone. */
function statusOf(instance: Json, mitigation: Json | undefined, written: Json): string {
  const state = textIn(instance['state']);
  const before = written['mitigationState'];
  const now = mitigation?.['state'];
  if (state !== written['status'] || before === undefined || now === before) return state;
  return stateOfMitigation(textIn(now)) ?? state;
}

/** What a file says of a threat beside its name, a line each. */
function descriptionIn(threat: Json): string {
  const { likelihood, likelihoodComment, impact, impactComment } = recordIn(threat['risk']);
  const categories = textsIn(threat['categories']);
  const rated = (name: string, value: unknown, comment: unknown): string => {
    const [number, text] = [plainText(value), plainText(comment)];
    if (number === '' && text === '') return '';
    return `${name}: ${[number, text].filter((part) => part !== '').join(' - ')}`;
  };
  const said = (name: string, list: readonly string[]): string =>
    list.length === 0 ? '' : `${name}: ${list.join(', ')}`;
  return [
    plainText(threat['description']),
    categories.length > 1 ? said('Categories', categories) : '',
    rated('Likelihood', likelihood, likelihoodComment),
    rated('Impact', impact, impactComment),
    said('CWE', textsIn(threat['cwes'])),
    said('Tags', textsIn(threat['tags'])),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

const titleOf = (threat: Json, id: string): string => textIn(threat['name']).trim() || `Threat ${id}`;

const byId = (list: readonly Json[]): ReadonlyMap<string, Json> =>
  new Map(list.toReversed().map((one) => [textIn(one['id']), one]));
