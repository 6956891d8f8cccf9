import {
  genericType,
  isDrawnAs,
  isLineRole,
  type Plan,
  type PlannedKind,
  type Role,
} from '../core/codec/index.ts';
import { findElementType, type Template, typeId } from '../core/document/index.ts';

const ROLES: readonly (Role | 'ignored')[] = [
  'process',
  'external',
  'store',
  'borderBoundary',
  'annotation',
  'flow',
  'lineBoundary',
  'ignored',
];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A plan with what a file says of its kinds: `{"kinds": {"<kind>": {"as": "process", "type": "SE.P.Web"}}}`, either of
 * both, the type by its id or its name. Why the file is refused, where it is.
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
  const kinds: PlannedKind[] = [];
  for (const planned of plan.kinds) {
    const wanted = Object.hasOwn(given, planned.kind) ? given[planned.kind] : undefined;
    const kind = wanted === undefined ? planned : mapped(planned, template, wanted);
    if (typeof kind === 'string') return `"${planned.kind}": ${kind}`;
    kinds.push(kind);
  }
  return { ...plan, kinds };
}

function mapped(planned: PlannedKind, template: Template, wanted: unknown): PlannedKind | string {
  if (!isRecord(wanted)) return 'it is no object';
  const { as: role = planned.as, type: named } = wanted;
  const as = ROLES.find((known) => known === role);
  if (as === undefined) return `there is no role "${String(role)}" (there are: ${ROLES.join(', ')})`;
  if (as === 'ignored') return { ...planned, as, type: null };
  if (isLineRole(as) !== planned.isLine) return `a ${planned.isLine ? 'line' : 'shape'} cannot be "${as}"`;
  if (named === undefined)
    return { ...planned, as, type: as === planned.as ? planned.type : genericType(template, as) };
  const all = [...template.genericElements, ...template.standardElements];
  const type =
    findElementType(template, typeId(String(named))) ??
    all.find(({ name }) => name.toLowerCase() === String(named).toLowerCase());
  if (type === undefined) return `the template has no type "${String(named)}"`;
  if (!isDrawnAs(template, type.id, as)) return `the type "${type.name}" is not drawn as "${as}"`;
  return { ...planned, as, type: type.id };
}
