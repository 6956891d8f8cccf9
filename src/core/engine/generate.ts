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
import { type CompiledThreatType, compileTemplate } from './compile.ts';
import { evaluate } from './evaluate.ts';
import { type Interaction, interactionsOf } from './interactions.ts';

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
}

/** Counts the interactions whose filters were run, so that tests can show what an edit costs. */
export const work = { interactions: 0 };

// By the flow's property list, which survives moving and bending the flow. Flows may share one (that of flows
// without any): then the last one asked for is known.
const perFlow = new WeakMap<
  Interaction['flow']['properties'],
  { readonly template: Template; readonly made: FlowThreats }
>();
const perDiagram = new WeakMap<
  Diagram,
  { readonly template: Template; readonly flows: ReadonlyMap<ElementId, FlowThreats> }
>();

/** The threats of a diagram by flow, in the order of its lines. */
export function flowThreats(template: Template, diagram: Diagram): ReadonlyMap<ElementId, FlowThreats> {
  const known = perDiagram.get(diagram);
  if (known?.template === template) return known.flows;
  const flows = new Map<ElementId, FlowThreats>();
  for (const interaction of interactionsOf(diagram)) {
    flows.set(interaction.flow.id, threatsOf(template, interaction));
  }
  perDiagram.set(diagram, { template, flows });
  return flows;
}

/**
 * One pass of the Windows tool: diagrams, flows in the order of the lines, types in the order of the template
 * (format 4.6). One threat for each type and flow (format 5.5).
 */
export function generate(model: Model): readonly GeneratedThreat[] {
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
  const seen = new Set<string>();
  const threats: GeneratedThreat[] = [];
  for (const compiled of compileTemplate(template).threatTypes) {
    const { threatType } = compiled;
    // Of two types with one id the first counts: the key cannot tell them apart.
    if (seen.has(threatType.id) || !applies(compiled, interaction, template)) continue;
    seen.add(threatType.id);
    const key = threatKey(threatKeyText(threatType.id, source.id, flow.id, target.id));
    threats.push({ key, threatType, interaction, interactionKey });
  }
  const made = { interaction, threats };
  perFlow.set(flow.properties, { template, made });
  return made;
}

function applies(
  { include, exclude }: CompiledThreatType,
  interaction: Interaction,
  template: Template,
): boolean {
  if (include === undefined || !evaluate(include, interaction, template)) return false;
  return exclude === undefined || !evaluate(exclude, interaction, template);
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
