import { DIFFERENCE_GROUPS, type Difference, type DifferenceGroup } from '../compare/index.ts';
import { isHandled, type Model, REPORTED_STATES, stateLabel, type Template } from '../document/index.ts';
import { laterWords } from '../words/later.ts';

/** What a report about differences says, in its order; the writers only choose how it looks. */
export interface ChangeReport {
  /** What the two documents are called: file names, or `saved version`. */
  readonly names: { readonly before: string; readonly after: string };
  readonly title: string;
  readonly differences: readonly Difference[];
  readonly groups: readonly ReportedGroup[];
  /** `12 differences, 4 of them may change threats`; `No differences`. */
  readonly sum: string;
  /** Threats by state; empty for templates. */
  readonly states: readonly StateCount[];
  /** Threats of each model that nobody decided about. Null for templates. */
  readonly open: { readonly before: number; readonly after: number } | null;
  /** Both models, where there are pictures to be drawn. */
  readonly models: { readonly before: Model; readonly after: Model } | null;
}

export interface ReportedGroup {
  readonly group: DifferenceGroup;
  readonly title: string;
  readonly differences: readonly Difference[];
}

export interface StateCount {
  readonly label: string;
  readonly before: number;
  readonly after: number;
}

/** What there is to say about the differences of two documents, as `differencesOf` tells them or some of these. */
export function changeReport(
  differences: readonly Difference[],
  before: Model | Template,
  after: Model | Template,
  names: ChangeReport['names'],
): ChangeReport {
  const models = 'diagrams' in before && 'diagrams' in after ? { before, after } : null;
  return {
    names,
    title: titleOf(after),
    differences,
    groups: groupsOf(differences),
    sum: sumOf(differences),
    states: models === null ? [] : statesOf(models.before, models.after),
    open: models === null ? null : { before: openIn(models.before), after: openIn(models.after) },
    models,
  };
}

/** Differences by group, in the order of `DIFFERENCE_GROUPS`; groups without any are left out. */
export function groupsOf(differences: readonly Difference[]): readonly ReportedGroup[] {
  return DIFFERENCE_GROUPS.map((group) => ({
    group,
    title: laterWords.differences.groups[group],
    differences: differences.filter((one) => one.group === group),
  })).filter((group) => group.differences.length > 0);
}

const titleOf = (document: Model | Template): string => {
  const name = 'diagrams' in document ? document.information.name.trim() : document.manifest.name;
  const of = 'diagrams' in document ? 'threat model' : 'template';
  return name === '' ? `Changes of the ${of}` : `Changes of the ${of} “${name}”`;
};

function sumOf(differences: readonly Difference[]): string {
  const count = differences.length;
  if (count === 0) return 'No differences.';
  const all = count === 1 ? '1 difference' : `${count} differences`;
  if (differences.every(({ effect }) => effect === 'moves'))
    return `${all}. Things only lie elsewhere; no threat changes.`;
  const threats = differences.filter(({ effect }) => effect === 'threats').length;
  if (count === 1 && threats === 1) return `${all}. It is a threat’s, or may change threats.`;
  if (threats === 0) return `${all}. None of them changes threats.`;
  return `${all}; ${threats} of them ${threats === 1 ? 'is a threat’s or may change one' : 'are threats’ or may change them'}.`;
}

function statesOf(before: Model, after: Model): readonly StateCount[] {
  const [was, is] = [tallyOf(before), tallyOf(after)];
  const states = new Set([...REPORTED_STATES, ...was.keys(), ...is.keys()]);
  return [...states].map((state) => ({
    label: stateLabel(state),
    before: was.get(state) ?? 0,
    after: is.get(state) ?? 0,
  }));
}

function tallyOf({ threats }: Model): ReadonlyMap<string, number> {
  const tally = new Map<string, number>();
  for (const { state } of threats) tally.set(state, (tally.get(state) ?? 0) + 1);
  return tally;
}

const openIn = ({ threats }: Model): number => threats.filter(({ state }) => !isHandled(state)).length;
