import {
  counted,
  type Diagram,
  findShape,
  isOutOfScope,
  type Line,
  type Model,
} from '../../core/document/index.ts';
import { flowThreats } from '../../core/engine/index.ts';

/** Why a flow takes no threat of one's own. */
export const FREE_END = 'A flow with a free end takes no threats: attach both ends first.';

export const hasFreeEnd = (diagram: Diagram, flow: Line): boolean =>
  [flow.source.element, flow.target.element].some((id) => findShape(diagram, id) === undefined);

type Reason = 'free-end' | 'out-of-scope' | 'no-rule' | 'pending';

/** What the diagram says of a flow's threats, whether or not they are made. */
function reasonOf(model: Model, diagram: Diagram, flow: Line): Reason {
  if (hasFreeEnd(diagram, flow)) return 'free-end';
  if (isOutOfScope(flow)) return 'out-of-scope';
  const made = flowThreats(model.template, diagram).get(flow.id)?.threats.length ?? 0;
  return made > 0 ? 'pending' : 'no-rule';
}

const WORDS: Readonly<Record<Reason, string>> = {
  'free-end': 'One of its ends is free.',
  'out-of-scope': 'It is out of scope.',
  'no-rule': 'No rule of the template applies to it.',
  pending: 'Update threats to get them.',
};

/** Why a flow that has no threat has none, in words. */
export function whyNone(model: Model, diagram: Diagram, flow: Line): string {
  const reason = reasonOf(model, diagram, flow);
  const first = reason === 'free-end' || reason === 'out-of-scope';
  return !first && !model.threatGenerationEnabled ? 'Threat generation is switched off.' : WORDS[reason];
}

/** Why a whole model has no threat, and what can be done about it. */
export interface EmptyReason {
  readonly text: string;
  readonly action?: 'switch-on' | 'update';
}

export function whyEmpty(model: Model): EmptyReason {
  const reasons = model.diagrams.flatMap((diagram) =>
    diagram.lines.filter(({ kind }) => kind === 'flow').map((flow) => reasonOf(model, diagram, flow)),
  );
  const off = !model.threatGenerationEnabled;
  const count = (reason: Reason): number => reasons.filter((one) => one === reason).length;
  const [free, out, none, pending] = [
    count('free-end'),
    count('out-of-scope'),
    count('no-rule'),
    count('pending'),
  ];
  const total = reasons.length;
  if (off) {
    const more = total === 0 ? 'There is no data flow yet.' : '';
    return { text: `Threat generation is switched off. ${more}`.trim(), action: 'switch-on' };
  }
  if (total === 0) {
    return {
      text: 'No threats yet. Connect two elements with a data flow, and the template’s threats appear here.',
    };
  }
  const flows = counted(total, 'data flow');
  const all = total === 1 ? '' : total === 2 ? ', both' : ', all';
  if (pending > 0) {
    const yields = pending === 1 ? 'yields' : 'yield';
    return { text: `${flows}, ${pending} of which ${yields} threats that are not stored.`, action: 'update' };
  }
  if (none === total) {
    const whom = total === 1 ? 'which matches no rule' : 'none matches a rule';
    return { text: `${flows}, ${whom} of this template.` };
  }
  if (free === total) return { text: `${flows}${all} with a free end.` };
  if (out === total) return { text: `${flows}${all} out of scope.` };
  const parts = [
    free > 0 ? `${free} with a free end` : '',
    out > 0 ? `${out} out of scope` : '',
    none > 0 ? `${none} that ${none === 1 ? 'matches' : 'match'} no rule of this template` : '',
  ].filter(Boolean);
  return { text: `${flows}: ${parts.join(', ')}.` };
}
