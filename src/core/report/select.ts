import {
  categoryName,
  type Diagram,
  findDiagram,
  flowOf,
  type KnownThreatState,
  type Model,
  priorityChoices,
  REPORTED_STATES,
  rowDatums,
  stateLabel,
  THREAT_STATES,
  type Threat,
} from '../document/index.ts';
import type { ReportChoices } from './options.ts';

/** What there is to choose from in one model. */
export interface Choosable {
  readonly diagrams: readonly { readonly id: string; readonly name: string }[];
  readonly priorities: readonly string[];
  readonly categories: readonly string[];
  /** Labels of the rows of a threat. */
  readonly properties: readonly string[];
}

/** The rows that every threat has before those of its template. */
export const FIXED_ROWS = ['Category', 'Description', 'Justification'] as const;

const folded = (text: string): string => text.trim().toLowerCase();

/** The first spelling of each text, in order. */
function distinct(texts: Iterable<string>): readonly string[] {
  const found = new Map<string, string>();
  for (const text of texts) if (text.trim() !== '' && !found.has(folded(text))) found.set(folded(text), text);
  return [...found.values()];
}

/** What a person may choose from: what the template offers, and what the threats have beyond that. */
export function choosableOf(model: Model): Choosable {
  const { template, threats, diagrams } = model;
  return {
    diagrams: diagrams.map(({ id, header }) => ({ id, name: header })),
    priorities: distinct([...priorityChoices(template), ...threats.map(({ priority }) => priority)]),
    categories: distinct([
      ...template.threatCategories.map(({ name }) => name),
      ...threats.map((threat) => categoryName(template, threat)),
    ]),
    properties: distinct([...FIXED_ROWS, ...rowDatums(template).map(({ label }) => label)]),
  };
}

/** What the options name and the model has not, as messages; empty when all of it is there. */
export function strangeChoices(choices: ReportChoices, model: Model): readonly string[] {
  const { diagrams, priorities, categories, properties } = choosableOf(model);
  const missing = (path: string, wanted: readonly string[] | null, there: readonly string[], shown = there) =>
    (wanted ?? [])
      .filter((text) => !there.some((each) => folded(each) === folded(text)))
      .map(
        (text) => `${path}: the model has no "${text}"; it has: ${shown.slice(0, 20).join(', ') || 'none'}`,
      );
  const names = diagrams.map(({ name }) => name);
  return [
    ...missing('diagrams', choices.diagrams, [...names, ...diagrams.map(({ id }) => id)], names),
    ...missing('priorities', choices.priorities, priorities),
    ...missing('categories', choices.categories, categories),
    ...missing('properties', choices.properties, properties),
  ];
}

const within = (list: readonly string[] | null): ((text: string) => boolean) => {
  if (list === null) return () => true;
  const wanted = new Set(list.map(folded));
  return (text) => wanted.has(folded(text));
};

/** Whether a diagram is in the report. */
export const diagramChooser = ({ diagrams }: ReportChoices): ((diagram: Diagram) => boolean) => {
  const chosen = within(diagrams);
  return ({ id, header }) => chosen(id) || chosen(header);
};

/** Whether a row of a threat is in the report. */
export const rowChooser = ({ properties }: ReportChoices): ((label: string) => boolean) => within(properties);

/** The diagram of a threat: the one that it names, where there is none of that id the one of its flow. */
export const homeOf = (model: Model, threat: Threat): Diagram | undefined =>
  findDiagram(model, threat.diagramId) ?? flowOf(model, threat.flowId)?.diagram;

/** The threats in the report. Threats without a diagram are there as long as no diagrams are chosen. */
export function chosenThreats(model: Model, choices: ReportChoices): readonly Threat[] {
  const { states, priorities, categories, diagrams } = choices;
  if (states === null && priorities === null && categories === null && diagrams === null)
    return model.threats;
  const [state, priority, category] = [within(states), within(priorities), within(categories)];
  const shown = diagramChooser(choices);
  return model.threats.filter((threat) => {
    if (!state(threat.state) || !priority(threat.priority)) return false;
    if (categories !== null && !category(categoryName(model.template, threat))) return false;
    if (diagrams === null) return true;
    const home = homeOf(model, threat);
    return home !== undefined && shown(home);
  });
}

/** In words, what of a model is in the report; empty when all of it is. */
export function selectionWords(model: Model, choices: ReportChoices, shown: number): string {
  const { states, priorities, categories, diagrams } = choices;
  const parts = [
    ['diagrams', diagrams?.map((name) => model.diagrams.find(({ id }) => id === name)?.header ?? name)],
    ['states', states?.map(stateLabel)],
    ['priorities', priorities],
    ['categories', categories],
  ] as const;
  const said = parts.flatMap(([what, list]) =>
    list === undefined || list === null ? [] : [`${what}: ${list.join(', ') || 'none'}`],
  );
  return said.length === 0 ? '' : `${shown} of ${model.threats.length} threats (${said.join('; ')})`;
}

export type StateWords = Readonly<Record<KnownThreatState, string>>;

/** The words for states in a report. */
export function stateWordsOf({ layout, stateWords }: ReportChoices): StateWords {
  const own = layout === 'windows' ? {} : stateWords;
  const words = THREAT_STATES.map((state) => [state, own[state] ?? stateLabel(state)] as const);
  return Object.fromEntries(words) as StateWords;
}

/** The word for a state; what the file says when it is none of the known ones. */
export const wordOf = (words: StateWords, state: string): string =>
  REPORTED_STATES.some((known) => known === state) ? words[state as KnownThreatState] : state;
