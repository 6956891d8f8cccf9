import { type Steps, shownText } from '../base/index.ts';
import {
  type ElementType,
  elementTypes,
  findElementType,
  isTypeOrDescendant,
  lineKindOf,
  MOST_LEVELS,
  REPRESENTATIONS,
  ROOT_TYPE,
  representationOf,
  shapeKindOf,
  type Template,
  typeId,
  typeTakesFlows,
} from '../document/index.ts';
import { checkedImage } from '../drawing/index.ts';
import type { CompiledTemplate } from '../engine/index.ts';
import { type Expression, isAtom, walk } from '../filters/index.ts';
import type { FindingSaid } from '../words/later.ts';
import type { Finding, TypeList } from './findings.ts';
import { canHold, type Facts, isOf, NO_FACTS, withAtom } from './possible.ts';

const LISTS: readonly TypeList[] = ['genericElements', 'standardElements'];

/** What is wrong with the stencils of a template, in the order of the file. */
export function* stencilFindings(template: Template, compiled: CompiledTemplate): Steps<readonly Finding[]> {
  const first = elementTypes(template);
  const read = propertiesRead(compiled);
  const reached = reachOf(template, compiled);
  const above = aboveEach(template);
  const findings: Finding[] = [];
  for (const list of LISTS) {
    for (const [index, type] of template[list].entries()) {
      yield;
      const at = { list, index } as const;
      const other = first.get(type.id);
      if (other !== undefined && other !== type) {
        findings.push(duplicate(type, other, at));
        continue;
      }
      findings.push(
        ...formFindings(template, type, at, above),
        ...propertyFindings(template, type, at, read),
      );
      if (!reached(type))
        findings.push(about(type, 'info', { code: 'unreached-stencil', params: { name: nameOf(type) } }));
    }
  }
  return findings;
}

interface At {
  readonly list: TypeList;
  readonly index: number;
}

const nameOf = ({ name, id }: ElementType): string => shownText(name.trim() === '' ? id : name);

const about = (type: ElementType, severity: Finding['severity'], said: FindingSaid): Finding => ({
  ...said,
  severity,
  item: { kind: 'stencil', id: type.id },
});

const duplicate = (type: ElementType, other: ElementType, at: At): Finding => ({
  ...about(type, 'error', {
    code: 'duplicate-type',
    params: { name: nameOf(type), other: nameOf(other), id: shownText(type.id) },
  }),
  fix: { kind: 'new-id', ...at },
});

function formFindings(template: Template, type: ElementType, at: At, above: Above): readonly Finding[] {
  const findings: Finding[] = [];
  const name = nameOf(type);
  const say = (severity: Finding['severity'], said: FindingSaid): void => {
    findings.push(about(type, severity, said));
  };
  if (type.name.trim() === '')
    say('warning', { code: 'no-stencil-name', params: { id: shownText(type.id) } });
  const isRoot = type.parentId === ROOT_TYPE;
  if (!isRoot && findElementType(template, type.parentId) === undefined) {
    findings.push({
      ...about(type, 'error', { code: 'no-parent', params: { name, parent: shownText(type.parentId) } }),
      fix: { kind: 'make-generic', ...at },
    });
  } else {
    const levels = above.get(type);
    if (levels === 'circle') {
      findings.push({
        ...about(type, 'error', { code: 'parent-circle', params: { name } }),
        fix: { kind: 'make-generic', ...at },
      });
    } else if (levels === MOST_LEVELS) {
      // Those below it lose as much, and follow from it.
      say('error', { code: 'too-deep', params: { name, most: MOST_LEVELS } });
    }
  }
  const { representation } = type;
  if (!REPRESENTATIONS.some((one) => one === representation))
    say('error', { code: 'odd-representation', params: { name, representation: shownText(representation) } });
  else if (representationOf(template, type) === 'Inherited')
    say('error', { code: 'inherits-nothing', params: { name } });
  if (type.image !== null && type.image.trim() !== '' && checkedImage(type.image) === null) {
    findings.push({
      ...about(type, 'warning', { code: 'bad-picture', params: { name } }),
      fix: { kind: 'drop-picture', ...at },
    });
  }
  return findings;
}

/** What stands above each type: how many types, or a circle that it is part of. What hangs on a circle counts from there. */
type Above = ReadonlyMap<ElementType, number | 'circle'>;

function aboveEach(template: Template): Above {
  const above = new Map<ElementType, number | 'circle'>();
  for (const start of elementTypes(template).values()) {
    const path = new Set<ElementType>();
    let type: ElementType | undefined = start;
    while (type !== undefined && !above.has(type) && !path.has(type)) {
      path.add(type);
      type = findElementType(template, type.parentId);
    }
    const below = [...path].reverse();
    if (type !== undefined && path.has(type)) {
      for (const one of below.splice(0, below.indexOf(type) + 1)) above.set(one, 'circle');
    }
    const known = type && above.get(type);
    let levels = typeof known === 'number' ? known + 1 : 0;
    for (const one of below) above.set(one, levels++);
  }
  return above;
}

function propertyFindings(
  template: Template,
  type: ElementType,
  at: At,
  read: ReadonlySet<string>,
): readonly Finding[] {
  const findings: Finding[] = [];
  const name = nameOf(type);
  const seen = new Set<string>();
  // Rules have no way to ask a boundary or a note.
  const asked = lineKindOf(template, type.id) === 'flow' || typeTakesFlows(template, type);
  for (const attribute of type.attributes) {
    const property = shownText(attribute.displayName || attribute.name);
    if (seen.has(attribute.name)) {
      findings.push(about(type, 'warning', { code: 'repeated-property', params: { name, property } }));
      continue;
    }
    seen.add(attribute.name);
    if (attribute.values.length === 0)
      findings.push(about(type, 'error', { code: 'no-values', params: { name, property } }));
    const value = attribute.values.find((one, index) => attribute.values.indexOf(one) < index);
    if (value !== undefined) {
      findings.push({
        ...about(type, 'warning', {
          code: 'repeated-value',
          params: { name, property, value: shownText(value) },
        }),
        fix: { kind: 'drop-repeated-values', ...at, name: attribute.name },
      });
    }
    if (asked && !read.has(attribute.name.toLowerCase()))
      findings.push(about(type, 'info', { code: 'unread-property', params: { name, property } }));
  }
  return findings;
}

/** Identifiers that rules ask about, in lower case. */
function propertiesRead({ threatTypes }: CompiledTemplate): ReadonlySet<string> {
  return new Set(threatTypes.flatMap(({ mentions }) => mentions.map(({ name }) => name)));
}

/**
 * What tells whether some threat type can be on a flow that is of the stencil, starts or ends there, or crosses it.
 * A boundary is reached by a rule that names it, and be it to exclude; hidden stencils, notes and those without a form are not asked for.
 */
function reachOf(template: Template, { threatTypes }: CompiledTemplate): (type: ElementType) => boolean {
  const includes = threatTypes.flatMap(({ include }) => include ?? []);
  const crossed = new Set<string>();
  for (const filter of threatTypes.flatMap(({ include, exclude }) => [include ?? [], exclude ?? []].flat())) {
    walk(filter, (node: Expression) => {
      if (isAtom(node) && node.kind === 'crosses') crossed.add(node.typeId);
    });
  }
  const holdsWith = (facts: Facts | null): boolean =>
    facts !== null && includes.some((include) => canHold(template, include, facts));
  return (type) => {
    const shape = shapeKindOf(template, type.id);
    const line = lineKindOf(template, type.id);
    const representation = representationOf(template, type);
    if (type.hidden || representation === 'Annotation' || (shape === undefined && line === undefined))
      return true;
    if (shape === 'borderBoundary' || line === 'lineBoundary') {
      return [...crossed].some((id) => isTypeOrDescendant(template, type.id, id));
    }
    const ends = line === 'flow' ? (['flow'] as const) : (['source', 'target'] as const);
    return ends.some((subject) =>
      holdsWith(withAtom(template, isOf(subject, typeId(type.id)), NO_FACTS, true)),
    );
  };
}
