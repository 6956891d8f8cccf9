import type { AttributeSource, CaseEnd, FlowCase } from '../scripts/templates/format.ts';

/** Short forms for what the sources of templates say again and again. */

/** A question that nobody has answered yet; "Not Selected" comes before the answers. */
export const choice = (name: string, label: string, ...answers: readonly string[]): AttributeSource => ({
  name,
  label,
  values: ['Not Selected', ...answers],
});

export const yesNo = (name: string, label: string): AttributeSource => choice(name, label, 'Yes', 'No');

/** What a stencil fixes, because it is so wherever that stencil is drawn. */
export const fixed = (name: string, label: string, value: string): AttributeSource => ({
  name,
  label,
  values: [value],
  fixed: true,
});

/** One flow as the case of a rule; it crosses boundaries of the types given last. */
export const at = (
  source: CaseEnd,
  flow: CaseEnd,
  target: CaseEnd,
  ...crosses: readonly string[]
): FlowCase => ({ source, flow, target, crosses });
