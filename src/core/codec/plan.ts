import { atOnce, type Steps } from '../base/index.ts';
import {
  type ElementType,
  elementTypes,
  findElementType,
  genericTypeIdOf,
  lineKindOf,
  representationOf,
  shapeKindOf,
  type Template,
  type TypeId,
} from '../document/index.ts';
import type { Draft, DraftLine, DraftNode, LineRole, Loss, NodeRole } from './draft.ts';
import { findingFlowEnds } from './placing.ts';
import { ROLE_OF_KIND } from './roles.ts';

export type Role = NodeRole | LineRole;

/** What becomes of all things of one kind and role. A person may change `as` and `type` before the draft is built. */
export interface PlannedKind {
  readonly kind: string;
  /** What the reader found. */
  readonly found: Role | 'unknown';
  /** Whether the things are lines: no role of a shape fits those. */
  readonly isLine: boolean;
  readonly count: number;
  /** The name of one of them. */
  readonly example: string;
  readonly as: Role | 'ignored';
  /** Null when it is ignored, or when the template has none. */
  readonly type: TypeId | null;
}

/** How a draft is built on a template. */
export interface Plan {
  readonly kinds: readonly PlannedKind[];
  /** What the reader itself has passed over. */
  readonly ignored: readonly Loss[];
}

/** The topmost type of each role in the templates of the Windows tool. */
const GENERIC: Readonly<Record<Role, string>> = {
  process: 'GE.P',
  external: 'GE.EI',
  store: 'GE.DS',
  flow: 'GE.DF',
  lineBoundary: 'GE.TB.L',
  borderBoundary: 'GE.TB.B',
  annotation: 'GE.A',
};

/** The role of a topmost type, by its id, else by how it is drawn: other templates call theirs otherwise. */
function roleOfGeneric(template: Template, type: ElementType): Role | null {
  const known = Object.entries(GENERIC).find(([, id]) => id === type.id)?.[0];
  const line = lineKindOf(template, type.id);
  if (known !== undefined && isRole(known)) return known;
  if (line !== undefined) return line;
  if (representationOf(template, type) === 'Annotation') return 'annotation';
  const kind = shapeKindOf(template, type.id);
  return kind === undefined ? null : ROLE_OF_KIND[kind];
}

const isRole = (text: string): text is Role => Object.hasOwn(GENERIC, text);

/** The topmost type of a role in a template; null where it has none. */
export const genericType = (template: Template, role: Role): TypeId | null =>
  template.genericElements.find((type) => roleOfGeneric(template, type) === role)?.id ?? null;

/** What the plan says about an element; undefined where it stands for nothing. */
export function plannedKind(plan: Plan, { kind, role }: DraftNode | DraftLine): PlannedKind | undefined {
  let index = indexes.get(plan);
  if (index === undefined) {
    index = new Map(plan.kinds.map((planned) => [nameOfKind(planned.kind, planned.found), planned]));
    indexes.set(plan, index);
  }
  return index.get(nameOfKind(kind, role));
}

const indexes = new WeakMap<Plan, ReadonlyMap<string, PlannedKind>>();
const nameOfKind = (kind: string, role: string): string => JSON.stringify([kind, role]);

/** For more kinds than this no type is looked for: a file made to be odd must not cost without end. */
const MOST_KINDS = 500;

/**
 * Chooses a type of the template for each kind of thing in a draft: of the types of its role the one whose name has
 * most words of the kind, else the generic one. What nothing tells about is a process where flows end at it, else an
 * annotation where it has a text; the rest is ignored, and counted.
 */
export const planDraft = (draft: Draft, template: Template): Plan => atOnce(planningDraft(draft, template));

/** Plans as `planDraft` does: a step for each thing, for each end that lies free, and for each kind. */
export function* planningDraft(draft: Draft, template: Template): Steps<Plan> {
  const kinds: PlannedKind[] = [];
  const ignored: Loss[] = [];
  const named = namesOfRoles(template);
  for (const { first, count, ...group } of yield* grouping(draft)) {
    yield;
    const { kind, role, name } = first;
    if (role === 'ignored') {
      ignored.push({ code: 'ignored', count, example: name || kind });
      continue;
    }
    const as = role === 'unknown' ? guessed({ first, count, ...group }) : role;
    const wanted = kinds.length < MOST_KINDS ? kind : '';
    const type = as === 'ignored' ? null : typeFor(named(as), wanted);
    kinds.push({ kind, found: role, isLine: 'source' in first, count, example: name, as, type });
  }
  return { kinds, ignored };
}

/** `ignored`: nothing tells what it is, or nobody wants it. `no-type`: the template has nothing that is drawn so. */
export const lossesOfPlan = ({ kinds, ignored }: Plan): readonly Loss[] => [
  ...ignored,
  ...kinds.flatMap(({ kind, as, type, count, example }): readonly Loss[] =>
    type === null
      ? [{ code: as === 'ignored' ? 'ignored' : 'no-type', count, example: example || kind }]
      : [],
  ),
];

interface Group {
  readonly first: DraftNode | DraftLine;
  count: number;
  hasFlows: boolean;
  hasText: boolean;
}

function* grouping(draft: Draft): Steps<Iterable<Group>> {
  const found = new Map<string, Group>();
  for (const diagram of draft.diagrams) {
    const ends = yield* findingFlowEnds(diagram);
    for (const element of [...diagram.nodes, ...diagram.lines]) {
      const name = nameOfKind(element.kind, element.role);
      const group = found.get(name) ?? { first: element, count: 0, hasFlows: false, hasText: false };
      group.count++;
      group.hasFlows ||= ends.has(element.id);
      group.hasText ||= element.name.trim() !== '';
      found.set(name, group);
      yield;
    }
  }
  return found.values();
}

function guessed({ first, hasFlows, hasText }: Group): Role | 'ignored' {
  if ('source' in first) return 'flow';
  if (hasFlows) return 'process';
  return hasText ? 'annotation' : 'ignored';
}

/** The types that things of a role can become, by the words of their names. */
interface RoleNames {
  /** What every type of the role is called, which says nothing: not every store is a "Secret Store". */
  readonly common: ReadonlySet<string>;
  readonly types: readonly {
    readonly id: TypeId;
    readonly isGeneric: boolean;
    readonly words: ReadonlySet<string>;
  }[];
}

/** The names of each role's types, found once. */
function namesOfRoles(template: Template): (role: Role) => RoleNames {
  const found = new Map<Role, RoleNames>();
  return (role) => {
    const before = found.get(role);
    if (before !== undefined) return before;
    const generic = genericType(template, role);
    const names = {
      common: new Set(wordsOf((generic && findElementType(template, generic)?.name) ?? '')),
      types: typesOfRole(template, role).map(({ id, name }) => {
        return { id, isGeneric: id === generic, words: new Set(wordsOf(name)) };
      }),
    };
    found.set(role, names);
    return names;
  };
}

function typeFor({ common, types }: RoleNames, kind: string): TypeId | null {
  const wanted = new Set(wordsOf(kind).filter((word) => !common.has(word)));
  let best: TypeId | null = null;
  let most = -1;
  for (const { id, isGeneric, words } of types) {
    const shared = [...words].filter((word) => wanted.has(word)).length;
    // Of types with as many words in common the shortest name is nearest; without any the generic type is.
    const score = shared > 0 ? shared + 1 / (1 + words.size) : isGeneric ? 0 : -1;
    if (score > most) [best, most] = [id, score];
  }
  return best;
}

/** The types that things of a role can become, the topmost one of the role first; hidden ones are left out. */
export function typesOfRole(template: Template, role: Role): readonly ElementType[] {
  const generic = genericType(template, role);
  const found = [...elementTypes(template).values()].filter(
    (type) =>
      (!type.hidden || type.id === generic) &&
      isDrawnAs(template, type.id, role) &&
      roleOf(template, type) === role,
  );
  return found.toSorted((a, b) => Number(b.id === generic) - Number(a.id === generic));
}

/** The role of a type: that of its topmost ancestor. */
function roleOf(template: Template, type: ElementType): Role | null {
  const top = findElementType(template, genericTypeIdOf(template, type.id));
  return top === undefined ? null : roleOfGeneric(template, top);
}

export const isLineRole = (role: Role): role is LineRole => role === 'flow' || role === 'lineBoundary';

/** Whether the template draws the type as what the role needs: a line of that kind, or a shape. */
export function isDrawnAs(template: Template, type: TypeId, role: Role): boolean {
  return isLineRole(role) ? lineKindOf(template, type) === role : shapeKindOf(template, type) !== undefined;
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
