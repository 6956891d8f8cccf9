import { isRecord } from '../base/index.ts';
import { findElementType, type Template, typeId } from '../document/index.ts';
import type { Found } from './draft.ts';
import { genericType, isDrawnAs, isLineRole, type Plan, type PlannedKind, type Role } from './plan.ts';

/** All that a kind of thing can stand for, in the order in which it is offered. */
export const ROLES: readonly (Role | 'ignored')[] = [
  'process',
  'external',
  'store',
  'borderBoundary',
  'annotation',
  'flow',
  'lineBoundary',
  'ignored',
];

/** What was chosen for a kind: either of both; the type by its id or its name. */
export interface KindChoice {
  readonly as?: unknown;
  readonly type?: unknown;
}

/** Why a choice does not hold. */
export interface MapFault {
  readonly kind: string;
  readonly cause: 'no-object' | 'no-role' | 'other-shape' | 'no-type' | 'drawn-otherwise';
  /** The role or the type that was asked for. */
  readonly value: string;
  /** The role that was asked for; empty where it is none. */
  readonly as: string;
  readonly isLine: boolean;
}

/** What names the things of a kind that the reader found to be one role: `<role>:<kind>`. */
export const keyOfKind = ({ found, kind }: { readonly found: Found<Role>; readonly kind: string }): string =>
  `${found}:${kind}`;

/**
 * A plan with what was chosen for its kinds, by `<role>:<kind>` where only those that were found to be of the role are
 * meant, else by `<kind>`. What does not hold is told, and those kinds are as they were planned, but for a type that
 * the template does not have: the role of that choice holds.
 */
export function mappedPlan(
  plan: Plan,
  template: Template,
  choices: Readonly<Record<string, unknown>>,
): { readonly plan: Plan; readonly faults: readonly MapFault[] } {
  const faults: MapFault[] = [];
  const own = (key: string): unknown => (Object.hasOwn(choices, key) ? choices[key] : undefined);
  const kinds = plan.kinds.map((planned) => {
    const choice = own(keyOfKind(planned)) ?? own(planned.kind);
    if (choice === undefined) return planned;
    const mapped = mappedKind(planned, template, choice);
    if (!('cause' in mapped)) return mapped;
    faults.push(mapped);
    if (mapped.cause !== 'no-type' || !isRecord(choice)) return planned;
    const role = mappedKind(planned, template, { as: choice['as'] ?? planned.as });
    return 'cause' in role ? planned : role;
  });
  return { plan: { ...plan, kinds }, faults };
}

function mappedKind(planned: PlannedKind, template: Template, choice: unknown): PlannedKind | MapFault {
  const { kind, isLine } = planned;
  const fault = (cause: MapFault['cause'], value = '', as = ''): MapFault => ({
    kind,
    cause,
    value,
    as,
    isLine,
  });
  if (!isRecord(choice)) return fault('no-object');
  const { as: role = planned.as, type: named } = choice;
  const as = ROLES.find((known) => known === role);
  if (as === undefined) return fault('no-role', String(role));
  if (as === 'ignored') return { ...planned, as, type: null };
  if (isLineRole(as) !== isLine) return fault('other-shape', as, as);
  if (named === undefined)
    return { ...planned, as, type: as === planned.as ? planned.type : genericType(template, as) };
  const all = [...template.genericElements, ...template.standardElements];
  const wanted = String(named).toLowerCase();
  const type =
    findElementType(template, typeId(String(named))) ?? all.find(({ name }) => name.toLowerCase() === wanted);
  if (type === undefined) return fault('no-type', String(named), as);
  if (!isDrawnAs(template, type.id, as)) return fault('drawn-otherwise', type.name, as);
  return { ...planned, as, type: type.id };
}
