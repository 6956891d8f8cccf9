import { isRecord } from '../core/base/index.ts';
import { type MapFault, mappedPlan as mapped, type Plan, ROLES } from '../core/codec/index.ts';
import type { Template } from '../core/document/index.ts';

/**
 * A plan with what a file says of its kinds: `{"kinds": {"<kind>": {"as": "process", "type": "SE.P.Web"}}}`, either of
 * both, the type by its id or its name; `"<role>:<kind>"` names only those that were found to be of the role. Why the
 * file is refused, where it is.
 */
export function mappedPlan(plan: Plan, template: Template, text: string): Plan | string {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const given = isRecord(file) ? file['kinds'] : undefined;
  if (!isRecord(given)) return 'it has no "kinds"';
  const found = mapped(plan, template, given);
  const [fault] = found.faults;
  return fault === undefined ? found.plan : `"${fault.kind}": ${inWords(fault)}`;
}

function inWords({ cause, value, isLine, as }: MapFault): string {
  switch (cause) {
    case 'no-object':
      return 'it is no object';
    case 'no-role':
      return `there is no role "${value}" (there are: ${ROLES.join(', ')})`;
    case 'other-shape':
      return `a ${isLine ? 'line' : 'shape'} cannot be "${value}"`;
    case 'no-type':
      return `the template has no type "${value}"`;
    case 'drawn-otherwise':
      return `the type "${value}" is not drawn as "${as}"`;
    default:
      return cause satisfies never;
  }
}
