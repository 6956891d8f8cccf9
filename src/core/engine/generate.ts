import { atOnce, type Steps } from '../base/index.ts';
import {
  type Diagram,
  type Element,
  type ElementId,
  interactionKeyOf,
  type Model,
  type Template,
  type ThreatKey,
  type ThreatType,
  threatKey,
  threatKeyText,
} from '../document/index.ts';
import { applicableTypes } from './applicable.ts';
import { findingInteractions, type Interaction, interactionOf } from './interactions.ts';
import { lettersOn } from './texts.ts';
import { type Touched, touchedLines } from './touched.ts';

/** A threat that the template makes for an interaction. Its texts: `threatTexts`. */
export interface GeneratedThreat {
  readonly key: ThreatKey;
  readonly threatType: ThreatType;
  readonly interaction: Interaction;
  readonly interactionKey: string;
}

/**
 * The threats of one flow. While nothing that decides them changes, it is as a rule the same object: its interaction
 * may then show the elements where they were before a move (`interactionsOf` shows them where they are).
 */
export interface FlowThreats {
  readonly interaction: Interaction;
  readonly threats: readonly GeneratedThreat[];
  /** Letters that their texts have at most, all together. */
  readonly letters: number;
}

/**
 * What one model gets of its diagrams at most: out of a file of 1 MB a template of a thousand types makes 150,000
 * threats of 150 flows, and long names in its texts make gigabytes of them. Public models have some hundreds of
 * threats; a file of so many, or with so many letters, would be too large to be opened again.
 */
export const MOST_THREATS = 100_000;
export const MOST_LETTERS = 50_000_000;

/** That diagrams yield more than a model gets: then none of it is made, and nothing that is stored goes. */
export interface Excess {
  readonly of: 'threats' | 'letters';
  readonly limit: number;
}

interface Size {
  readonly threats: number;
  readonly letters: number;
}

const NOTHING: Size = { threats: 0, letters: 0 };

const grown = (size: Size, { threats, letters }: Size): Size => ({
  threats: size.threats + threats,
  letters: size.letters + letters,
});

const shrunk = (size: Size, { threats, letters }: Size): Size => ({
  threats: size.threats - threats,
  letters: size.letters - letters,
});

const sizeOf = ({ threats, letters }: FlowThreats): Size => ({ threats: threats.length, letters });

function excessIn({ threats, letters }: Size): Excess | null {
  if (threats > MOST_THREATS) return { of: 'threats', limit: MOST_THREATS };
  return letters > MOST_LETTERS ? { of: 'letters', limit: MOST_LETTERS } : null;
}

/** Whether the diagrams of a model yield more threats than it gets; null when they do not. */
export function excessOf({ template, diagrams }: Pick<Model, 'template' | 'diagrams'>): Excess | null {
  let size = NOTHING;
  for (const diagram of diagrams) {
    size = grown(size, madeOf(template, diagram).size);
    const excess = excessIn(size);
    if (excess !== null) return excess;
  }
  return null;
}

/** Counts the interactions whose threats were made, so that tests can show what an edit costs. */
export const work = { interactions: 0 };

// By the flow's property list, which survives moving and bending the flow. Flows may share one (that of flows
// without any): then the last one asked for is known.
const perFlow = new WeakMap<
  Interaction['flow']['properties'],
  { readonly template: Template; readonly made: FlowThreats }
>();
const perDiagram = new WeakMap<Diagram, Made>();

/** What a diagram yields. */
interface Made {
  readonly template: Template;
  readonly flows: ReadonlyMap<ElementId, FlowThreats>;
  readonly size: Size;
}

/**
 * The threats of a diagram by flow, in the order of its lines. Of one that alone yields more than a model gets, those
 * flows are left out that are beyond it.
 */
export function flowThreats(template: Template, diagram: Diagram): ReadonlyMap<ElementId, FlowThreats> {
  return madeOf(template, diagram).flows;
}

function madeOf(template: Template, diagram: Diagram): Made {
  const known = perDiagram.get(diagram);
  return known?.template === template ? known : atOnce(making(template, diagram));
}

/**
 * Makes what the diagrams of a model yield, a flow at each step: `flowThreats`, `generate` and `excessOf` wait for
 * nothing then. Ends with the diagram that is too much.
 */
export function* makingThreats({ template, diagrams }: Pick<Model, 'template' | 'diagrams'>): Steps<void> {
  let size = NOTHING;
  for (const diagram of diagrams) {
    const made = yield* making(template, diagram);
    size = grown(size, made.size);
    if (excessIn(size) !== null) return;
  }
}

function* making(template: Template, diagram: Diagram): Steps<Made> {
  const known = perDiagram.get(diagram);
  if (known?.template === template) return known;
  const flows = new Map<ElementId, FlowThreats>();
  let size = NOTHING;
  for (const interaction of yield* findingInteractions(diagram)) {
    const flow = threatsOf(template, interaction);
    size = grown(size, sizeOf(flow));
    if (excessIn(size) !== null) break;
    flows.set(interaction.flow.id, flow);
    yield;
  }
  const made = { template, flows, size };
  perDiagram.set(diagram, made);
  return made;
}

/**
 * Makes the threats of a diagram after an edit out of those from before it, so that an edit costs what it touched and
 * not what is there. Returns the lines that it looked at anew; null where it did nothing, and `flowThreats` begins
 * from the start.
 */
export function carryThreats(template: Template, before: Diagram, after: Diagram): Touched | null {
  const was = perDiagram.get(before);
  if (was?.template !== template || before.id !== after.id || excessIn(was.size) !== null) return null;
  const touched = touchedLines(before, after);
  if (touched === null || perDiagram.get(after)?.template === template) return touched;
  const { lines, gone } = touched;
  let size = was.size;
  const fresh = new Map<ElementId, FlowThreats | undefined>(gone.map(({ id }) => [id, undefined]));
  for (const line of lines) {
    const interaction = interactionOf(after, line);
    const flow = interaction && threatsOf(template, interaction);
    fresh.set(line.id, flow);
    if (flow !== undefined) size = grown(size, sizeOf(flow));
  }
  for (const id of fresh.keys()) {
    const old = was.flows.get(id);
    if (old !== undefined) size = shrunk(size, sizeOf(old));
  }
  if (excessIn(size) !== null) return null;
  perDiagram.set(after, { template, flows: withFresh(was.flows, fresh, touched, after), size });
  return touched;
}

/** The threats by flow with those of some flows anew, in the order of the lines. */
function withFresh(
  before: ReadonlyMap<ElementId, FlowThreats>,
  fresh: ReadonlyMap<ElementId, FlowThreats | undefined>,
  { lines, gone, inOrder }: Touched,
  { lines: all }: Diagram,
): ReadonlyMap<ElementId, FlowThreats> {
  const staysThere = lines.every(({ id }) => (fresh.get(id) === undefined) === !before.has(id));
  if (inOrder && staysThere) {
    if (gone.length === 0 && [...fresh].every(([id, flow]) => before.get(id) === flow)) return before;
    const flows = new Map(before);
    for (const { id } of gone) flows.delete(id);
    for (const [id, flow] of fresh) if (flow !== undefined) flows.set(id, flow);
    return flows;
  }
  const flows = new Map<ElementId, FlowThreats>();
  for (const { id } of all) {
    const flow = fresh.has(id) ? fresh.get(id) : before.get(id);
    if (flow !== undefined) flows.set(id, flow);
  }
  return flows;
}

/**
 * One pass of the Windows tool: diagrams, flows in the order of the lines, types in the order of the template
 * (format 4.6). One threat for each type and flow (format 5.5). Nothing where `excessOf` says that it is too much.
 */
export function generate(model: Model): readonly GeneratedThreat[] {
  if (excessOf(model) !== null) return [];
  return model.diagrams.flatMap((diagram) =>
    [...flowThreats(model.template, diagram).values()].flatMap((flow) => flow.threats),
  );
}

function threatsOf(template: Template, interaction: Interaction): FlowThreats {
  const known = perFlow.get(interaction.flow.properties);
  if (known?.template === template && decidesTheSame(known.made.interaction, interaction)) return known.made;
  work.interactions += 1;
  const { source, flow, target } = interaction;
  const interactionKey = interactionKeyOf(source.id, flow.id, target.id);
  const threats: GeneratedThreat[] = [];
  const lettersOf = lettersOn(template, interaction);
  let letters = 0;
  for (const threatType of applicableTypes(template, interaction)) {
    const key = threatKey(threatKeyText(threatType.id, source.id, flow.id, target.id));
    threats.push({ key, threatType, interaction, interactionKey });
    letters += lettersOf(threatType);
  }
  const made = { interaction, threats, letters };
  perFlow.set(flow.properties, { template, made });
  return made;
}

/** Whether both are the threats of one flow, and nothing that decides them or their texts differs. */
export const sameFlowThreats = (a: FlowThreats, b: FlowThreats): boolean =>
  a === b || decidesTheSame(a.interaction, b.interaction);

/** Filters see types and properties, and of the boundaries the types only. Geometry matters by its crossings. */
function decidesTheSame(a: Interaction, b: Interaction): boolean {
  return (
    a.diagram.id === b.diagram.id &&
    a.flow.id === b.flow.id &&
    a.flow.properties === b.flow.properties &&
    sameTypes(a.flow, b.flow) &&
    sameEnd(a.source, b.source) &&
    sameEnd(a.target, b.target) &&
    a.crossed.length === b.crossed.length &&
    a.crossed.every((boundary, index) => sameTypes(boundary, b.crossed[index]))
  );
}

const sameEnd = (a: Interaction['source'], b: Interaction['source']): boolean =>
  a.id === b.id && sameTypes(a, b) && a.properties === b.properties;

const sameTypes = (a: Element, b: Element | undefined): boolean =>
  a.typeId === b?.typeId && a.genericTypeId === b.genericTypeId;
