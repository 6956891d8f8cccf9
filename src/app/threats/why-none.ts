import { type Diagram, findShape, type Line, type Model } from '../../core/document/index.ts';
import { flowThreats } from '../../core/engine/index.ts';

/** Why a flow that has no threat has none, in words. */
export function whyNone(model: Model, diagram: Diagram, flow: Line): string {
  const ends = [flow.source.element, flow.target.element];
  if (ends.some((id) => findShape(diagram, id) === undefined)) return 'One of its ends is free.';
  if (!model.threatGenerationEnabled) return 'Threat generation is switched off.';
  const made = flowThreats(model.template, diagram).get(flow.id)?.threats.length ?? 0;
  return made > 0 ? 'Update threats to get them.' : 'No rule of the template applies to it.';
}
