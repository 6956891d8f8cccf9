import { type Diagram, findShape, isOutOfScope, type Line, type Model } from '../../core/document/index.ts';
import { excessOf, flowThreats } from '../../core/engine/index.ts';
import type { HelpTopic } from '../store/index.ts';
import { words } from '../words/index.ts';
import { excessSentence } from './words.ts';

export const hasFreeEnd = (diagram: Diagram, flow: Line): boolean =>
  [flow.source.element, flow.target.element].some((id) => findShape(diagram, id) === undefined);

/** Why there is no threat, and what of the help explains it; nothing where nothing is wrong. */
export interface NoneReason {
  readonly text: string;
  readonly wrong?: HelpTopic;
}

type Reason = 'free-end' | 'out-of-scope' | 'no-rule' | 'pending';

/** What the diagram says of a flow's threats, whether or not they are made. */
function reasonOf(model: Model, diagram: Diagram, flow: Line): Reason {
  if (hasFreeEnd(diagram, flow)) return 'free-end';
  if (isOutOfScope(flow)) return 'out-of-scope';
  const made = flowThreats(model.template, diagram).get(flow.id)?.threats.length ?? 0;
  return made > 0 ? 'pending' : 'no-rule';
}

const EXPLAINED: Readonly<Record<Reason, HelpTopic>> = {
  'free-end': 'message:free-end',
  'out-of-scope': 'glossary#out-of-scope',
  'no-rule': 'message:flow-without-threats',
  pending: 'message:threats-out-of-date',
};

/** Why a flow that has no threat has none. */
export function whyNone(model: Model, diagram: Diagram, flow: Line): NoneReason {
  const reason = reasonOf(model, diagram, flow);
  const first = reason === 'free-end' || reason === 'out-of-scope';
  const { why } = words.threats;
  const own = { text: why[reason], wrong: EXPLAINED[reason] };
  if (first) return own;
  if (!model.threatGenerationEnabled) return { text: why.off, wrong: 'message:generation-off' };
  const excess = excessOf(model);
  return excess === null ? own : { text: excessSentence(excess), wrong: 'message:too-many-threats' };
}

/** Why a whole model has no threat, and what can be done about it. */
export interface EmptyReason extends NoneReason {
  readonly remedy?: 'switch-on' | 'update';
}

export function whyEmpty(model: Model): EmptyReason {
  const reasons = model.diagrams.flatMap((diagram) =>
    diagram.lines.filter(({ kind }) => kind === 'flow').map((flow) => reasonOf(model, diagram, flow)),
  );
  const count = (reason: Reason): number => reasons.filter((one) => one === reason).length;
  const [free, out, none, pending] = [
    count('free-end'),
    count('out-of-scope'),
    count('no-rule'),
    count('pending'),
  ];
  const flows = reasons.length;
  const { empty } = words.threats;
  if (!model.threatGenerationEnabled)
    return {
      text: flows === 0 ? empty.offNoFlow : empty.off,
      wrong: 'message:generation-off',
      remedy: 'switch-on',
    };
  const excess = excessOf(model);
  if (excess !== null) return { text: excessSentence(excess), wrong: 'message:too-many-threats' };
  if (flows === 0) return { text: empty.noFlow };
  if (pending > 0)
    return { text: empty.pending({ flows, pending }), wrong: EXPLAINED.pending, remedy: 'update' };
  if (none === flows) return { text: empty.noRule({ flows }), wrong: EXPLAINED['no-rule'] };
  if (free === flows) return { text: empty.freeEnd({ flows }), wrong: EXPLAINED['free-end'] };
  if (out === flows) return { text: empty.outOfScope({ flows }), wrong: EXPLAINED['out-of-scope'] };
  return { text: empty.mixed({ flows, free, out, none }), wrong: EXPLAINED['no-rule'] };
}
