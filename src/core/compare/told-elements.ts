import { entryOf } from '../base/index.ts';
import {
  type Diagram,
  type Element,
  type ElementId,
  elementName,
  isLine,
  isNameProperty,
  type Line,
  type Model,
  type Property,
  propertyText,
} from '../document/index.ts';
import { laterWords } from '../words/later.ts';
import type { Change } from './change.ts';
import type { DifferenceEffect, Told } from './difference.ts';
import type { Pair, Two } from './pair.ts';
import { same } from './plain.ts';
import { elementSubject, endText, groupOf, typeText } from './subjects.ts';
import { fullText, unshown } from './value-text.ts';

const { differences: said } = laterWords;

/** An element or a diagram on both sides with the changes of what it holds. */
export interface Held<R> {
  readonly two: Two<R>;
  readonly changes: readonly Change[];
}

/** What is told of some changes together. */
type Aspects = Map<string, Change[]>;

/** The differences of an element that is on both sides of one diagram. */
export function toldElement(
  pair: Pair,
  diagram: Two<Diagram>,
  { two, changes }: Held<Element>,
  touched: ReadonlySet<ElementId>,
): readonly Told[] {
  const { before, after } = two;
  if (before === undefined || after === undefined || diagram.after === undefined) return [];
  const base = {
    ...elementSubject(pair.after, diagram.after, after),
    place: { diagram: diagram.after.id, element: after.id },
  };
  const aspects: Aspects = new Map();
  for (const change of changes) {
    const aspect = aspectOf(pair, { before, after }, change);
    entryOf(aspects, aspect, () => []).push(change);
  }
  const group = groupOf(after);
  return [...aspects].map(([aspect, list]): Told => {
    const own = { ...base, group, changes: list };
    const moved: DifferenceEffect = touched.has(after.id) ? 'threats' : 'moves';
    if (aspect.startsWith(PROPERTY)) {
      const property = toldProperty(pair, two, aspect.slice(PROPERTY.length));
      return { ...own, group: 'properties', ...property };
    }
    return { ...own, ...aspectTold(pair, diagram, { before, after }, aspect, moved) };
  });
}

type Both = { readonly before: Element; readonly after: Element };

const PROPERTY = 'property:';

/** Which changes of an element are one difference, and what it is called. */
function aspectOf(pair: Pair, two: Both, change: Change): string {
  const inside = change.path[2];
  const key =
    inside !== undefined
      ? inside.key
      : change.field === 'properties' && 'key' in change
        ? change.key
        : undefined;
  if (key !== undefined) {
    if (change.type === 'move') return 'other:order';
    const { before, after } = pair.property(two, key);
    return isName(after) && (before === undefined || isName(before)) ? 'name' : `${PROPERTY}${key}`;
  }
  switch (change.field) {
    case 'kind':
    case 'typeId':
    case 'genericTypeId':
      return 'type';
    case 'left':
    case 'top':
    case 'width':
    case 'height':
      return 'box';
    case 'source':
    case 'target':
      return endsOf(two, change.field) === 'same' ? 'course' : change.field;
    case 'handle':
      return 'course';
    case 'strokeThickness':
    case 'strokeDashArray':
      return 'stroke';
    default:
      return `other:${change.field}`;
  }
}

const isName = (property: Property | undefined): boolean =>
  property !== undefined && isNameProperty(property);

/** Whether an end of a line hangs on the same element as before. */
function endsOf({ before, after }: Both, field: 'source' | 'target'): 'same' | 'other' {
  if (!isLine(before) || !isLine(after)) return 'other';
  return before[field].element === after[field].element ? 'same' : 'other';
}

type Values = Pick<Told, 'type' | 'effect' | 'aspect' | 'before' | 'after'> & Partial<Pick<Told, 'group'>>;

function aspectTold(
  pair: Pair,
  on: Two<Diagram>,
  two: Both,
  aspect: string,
  moved: DifferenceEffect,
): Values {
  const { before, after } = two;
  const { aspects } = said;
  switch (aspect) {
    case 'name':
      return changed(aspects.name, elementName(before), elementName(after));
    case 'type':
      return changed(
        aspects.type,
        typeText(pair.before.template, before),
        typeText(pair.after.template, after),
      );
    case 'box':
      return { type: 'moved', effect: moved, ...boxes(before, after) };
    case 'course':
      return {
        type: 'moved',
        effect: moved,
        aspect: aspects.course,
        before: courseText(before),
        after: courseText(after),
      };
    case 'source':
    case 'target':
      return changed(
        aspects[aspect],
        endOf(pair.before, on.before, before, aspect),
        endOf(pair.after, on.after, after, aspect),
      );
    case 'stroke':
      return {
        ...changed(aspects.stroke, strokeText(before), strokeText(after)),
        effect: 'other',
      };
    default:
      return { type: 'changed', ...unshown(aspect.slice('other:'.length)) };
  }
}

const changed = (aspect: string, before: string | null, after: string | null): Values => ({
  type: 'changed',
  effect: 'threats',
  aspect,
  before,
  after,
});

function boxes(before: Element, after: Element): Pick<Told, 'aspect' | 'before' | 'after'> {
  if (isLine(before) || isLine(after)) return { aspect: said.aspects.place, before: null, after: null };
  const sized = before.width !== after.width || before.height !== after.height;
  const text = sized ? said.box : said.at;
  return {
    aspect: sized ? said.aspects.size : said.aspects.place,
    before: text(before),
    after: text(after),
  };
}

/** Where a line goes along: its two ends and its handle. */
const courseText = (element: Element): string | null =>
  isLine(element)
    ? [element.source, element.handle, element.target].map(({ x, y }) => `${x}, ${y}`).join(' – ')
    : null;

const strokeText = ({ strokeThickness, strokeDashArray }: Element): string =>
  [strokeThickness, strokeDashArray].filter((part) => part !== undefined && part !== null).join(', ');

const endOf = (
  { template }: Model,
  diagram: Diagram | undefined,
  element: Element,
  end: 'source' | 'target',
): string | null =>
  diagram !== undefined && isLine(element) ? endText(template, diagram, element[end]) : null;

/** A property of an element or a diagram that is another one, came or went. */
export function toldProperty(
  pair: Pair,
  of: Two<{ readonly properties: readonly Property[] }>,
  key: string,
): Values {
  const { before, after } = pair.property(of, key);
  const [was, is] = [textOf(before), textOf(after)];
  const caption = (after ?? before)?.displayName ?? '';
  const values = {
    type: 'changed',
    effect: 'threats',
    aspect: caption,
    before: was,
    after: is,
  } as const;
  if (was !== is || before === undefined || after === undefined) return values;
  if (before.displayName !== after.displayName)
    return { ...values, before: before.displayName, after: after.displayName };
  if ('values' in before && 'values' in after && !same(before.values, after.values)) {
    const aspect = said.choices({ property: caption });
    return { ...values, aspect, before: fullText(before.values), after: fullText(after.values) };
  }
  return { ...values, group: 'other', effect: 'other', before: null, after: null };
}

const textOf = (property: Property | undefined): string | null =>
  property === undefined ? null : (propertyText(property) ?? '');

/** An element that came, went or stands on another diagram now. */
export function toldListed(
  model: Model,
  diagram: Diagram,
  element: Element,
  change: Change,
  touched: ReadonlySet<ElementId>,
): Told {
  const text = typeText(model.template, element);
  const isAdded = change.type === 'add';
  return {
    ...elementSubject(model, diagram, element),
    group: groupOf(element),
    type: isAdded ? 'added' : 'removed',
    effect: joins(diagram, element, touched) ? 'threats' : 'other',
    aspect: '',
    before: isAdded ? null : text,
    after: isAdded ? text : null,
    place: { diagram: diagram.id, element: element.id },
    changes: [change],
  };
}

/** Whether threats come or go with an element: it is a flow, one hangs on it, or one crosses it. */
const joins = (diagram: Diagram, element: Element, touched: ReadonlySet<ElementId>): boolean =>
  element.kind === 'flow' || touched.has(element.id) || hungOn(diagram.lines).has(element.id);

const hung = new WeakMap<readonly Line[], ReadonlySet<ElementId | null>>();

/** What the ends of lines are on; the lines of a diagram are looked through once. */
function hungOn(lines: readonly Line[]): ReadonlySet<ElementId | null> {
  const known =
    hung.get(lines) ?? new Set(lines.flatMap(({ source, target }) => [source.element, target.element]));
  hung.set(lines, known);
  return known;
}
