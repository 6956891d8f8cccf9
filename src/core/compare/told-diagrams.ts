import { entryOf } from '../base/index.ts';
import {
  type Diagram,
  type Element,
  isLine,
  isNameProperty,
  type Model,
  type Property,
} from '../document/index.ts';
import { words } from '../words/index.ts';
import { laterWords } from '../words/later.ts';
import type { Change, ListedChange } from './change.ts';
import { type Crossings, crossingsOf } from './crossings.ts';
import type { Told } from './difference.ts';
import type { Pair, Two } from './pair.ts';
import { same } from './plain.ts';
import { diagramSubject, elementSubject, groupOf } from './subjects.ts';
import { toldElement, toldListed, toldProperty } from './told-elements.ts';
import { unshown } from './value-text.ts';

const { differences: said } = laterWords;

/** The changes within one element. */
interface Inside {
  readonly list: 'shapes' | 'lines';
  readonly key: string;
  readonly changes: Change[];
}

/** The changes of one diagram, put together by what they are about. */
interface Bucket {
  readonly own: Change[];
  readonly listed: ListedChange[];
  readonly moved: Change[];
  readonly elements: Map<string, Inside>;
}

const newBucket = (): Bucket => ({ own: [], listed: [], moved: [], elements: new Map() });

/** The differences of what changed on diagrams, diagram by diagram, with what crosses boundaries of it. */
export function toldDiagrams(changes: readonly Change[], pair: Pair): readonly Told[] {
  const told: Told[] = [];
  const buckets = new Map<string, Bucket>();
  for (const change of changes) {
    const key = change.path[0]?.key;
    if (key === undefined) told.push(...toldWhole(change, pair));
    else put(entryOf(buckets, key, newBucket), change);
  }
  const crossings = new Map([...buckets.keys()].map((key) => [key, crossed(pair, key)]));
  const { joined, rest } = movedBetween(buckets, pair, crossings);
  for (const [key, bucket] of buckets) told.push(...toldBucket(pair, key, bucket, crossings.get(key), rest));
  return [...told, ...joined];
}

const crossed = (pair: Pair, key: string): Crossings =>
  crossingsOf(pair.diagram(key), pair.before, pair.after);

function put(bucket: Bucket, change: Change): void {
  const [, inside] = change.path;
  const list = inside?.field;
  if (inside?.key !== undefined && (list === 'shapes' || list === 'lines')) {
    const { key } = inside;
    entryOf(bucket.elements, `${list} ${key}`, (): Inside => ({ list, key, changes: [] })).changes.push(
      change,
    );
  } else if (inside === undefined && (change.field === 'shapes' || change.field === 'lines')) {
    if (change.type === 'add' || change.type === 'remove') bucket.listed.push(change);
    else bucket.moved.push(change);
  } else bucket.own.push(change);
}

/** A diagram that came, went or stands elsewhere among the others. */
function toldWhole(change: Change, pair: Pair): readonly Told[] {
  if (change.type === 'set') return [];
  const { before, after } = pair.diagram(change.key);
  const diagram = change.type === 'remove' ? before : after;
  if (diagram === undefined) return [];
  const contents = said.contents({
    elements: words.counts.elements(diagram.shapes.length),
    flows: words.counts.flows(diagram.lines.filter(({ kind }) => kind === 'flow').length),
  });
  const [type, effect] = WHOLE[change.type];
  return [
    {
      ...diagramSubject(diagram),
      group: 'diagrams',
      type,
      effect,
      aspect: change.type === 'move' ? said.aspects.order : '',
      before: change.type === 'remove' ? contents : null,
      after: change.type === 'add' ? contents : null,
      place: { diagram: diagram.id },
      changes: [change],
    },
  ];
}

const WHOLE = {
  add: ['added', 'threats'],
  remove: ['removed', 'threats'],
  move: ['moved', 'moves'],
} as const;

function toldBucket(
  pair: Pair,
  key: string,
  bucket: Bucket,
  crossings: Crossings = { told: [], touched: new Set() },
  rest: ReadonlySet<Change>,
): readonly Told[] {
  const two = pair.diagram(key);
  const { touched } = crossings;
  const listed = bucket.listed.filter((change) => rest.has(change));
  return [
    ...toldOwn(pair, two, bucket.own),
    ...listed.flatMap((change) => {
      const found = foundListed(pair, change);
      return found === undefined ? [] : [toldListed(...found, change, touched)];
    }),
    ...bucket.moved.flatMap((change) => toldOrder(pair, two.after, change)),
    ...[...bucket.elements.values()].flatMap(({ list, key: element, changes }) =>
      toldElement(pair, two, { two: pair.element(key, list, element), changes }, touched),
    ),
    ...crossings.told,
  ];
}

/** The model, the diagram and the element that a change added or removed. */
function foundListed(pair: Pair, change: ListedChange): readonly [Model, Diagram, Element] | undefined {
  const diagramKey = change.path[0]?.key ?? '';
  const side = change.type === 'add' ? 'after' : 'before';
  const list = change.field === 'lines' ? 'lines' : 'shapes';
  const diagram = pair.diagram(diagramKey)[side];
  const element = pair.element(diagramKey, list, change.key)[side];
  return diagram === undefined || element === undefined ? undefined : [pair[side], diagram, element];
}

/** Another place in the order in which elements are drawn. */
function toldOrder(pair: Pair, diagram: Diagram | undefined, change: Change): readonly Told[] {
  if (diagram === undefined || change.type !== 'move') return [];
  const list = change.field === 'lines' ? 'lines' : 'shapes';
  const element = pair.element(change.path[0]?.key ?? '', list, change.key).after;
  if (element === undefined) return [];
  return [
    {
      ...elementSubject(pair.after, diagram, element),
      group: groupOf(element),
      type: 'moved',
      effect: 'moves',
      aspect: said.aspects.order,
      before: null,
      after: null,
      place: { diagram: diagram.id, element: element.id },
      changes: [change],
    },
  ];
}

/** An element that is the same on another diagram, but for its place. */
function movedBetween(
  buckets: ReadonlyMap<string, Bucket>,
  pair: Pair,
  crossings: ReadonlyMap<string, Crossings>,
) {
  const all = [...buckets.values()].flatMap(({ listed }) => listed);
  const rest = new Set<Change>(all);
  const gone = new Map(
    all.filter(({ type }) => type === 'remove').map((one) => [`${one.field} ${one.key}`, one]),
  );
  const joined: Told[] = [];
  for (const came of all) {
    const went = came.type === 'add' ? gone.get(`${came.field} ${came.key}`) : undefined;
    if (went === undefined) continue;
    const [from, to] = [foundListed(pair, went), foundListed(pair, came)];
    if (from === undefined || to === undefined || !alike(from[2], to[2])) continue;
    const [, diagram, element] = to;
    const touched = crossings.get(came.path[0]?.key ?? '')?.touched ?? new Set();
    joined.push({
      ...toldListed(...to, came, touched),
      type: 'moved',
      aspect: said.aspects.diagram,
      before: from[1].header,
      after: diagram.header,
      place: { diagram: diagram.id, element: element.id },
      changes: [went, came],
    });
    rest.delete(went);
    rest.delete(came);
  }
  return { joined, rest };
}

/** Whether two elements are the same but for where they lie. */
function alike(left: Element, right: Element): boolean {
  const hangs = (one: Element) => (isLine(one) ? [one.source.element, one.target.element] : []);
  return (
    left.typeId === right.typeId &&
    same(left.properties, right.properties) &&
    same(hangs(left), hangs(right)) &&
    same(left.carried, right.carried)
  );
}

/** What changed of a diagram itself. Its header is its `Name` property as well: that is one difference. */
function toldOwn(pair: Pair, two: Two<Diagram>, changes: readonly Change[]): readonly Told[] {
  const { before, after } = two;
  if (before === undefined || after === undefined) return [];
  const base = { ...diagramSubject(after), place: { diagram: after.id } };
  const aspects = new Map<string, Change[]>();
  for (const change of changes) entryOf(aspects, ownAspect(pair, two, change), () => []).push(change);
  return [...aspects].map(([aspect, list]): Told => {
    const own = { ...base, group: 'diagrams', type: 'changed', changes: list } as const;
    if (aspect.startsWith('property:')) {
      const property = toldProperty(pair, two, aspect.slice('property:'.length));
      return { ...own, group: 'properties', ...property };
    }
    if (aspect === 'name')
      return {
        ...own,
        effect: 'threats',
        aspect: said.aspects.name,
        before: before.header,
        after: after.header,
      };
    if (aspect === 'zoom')
      return {
        ...own,
        type: 'moved',
        effect: 'moves',
        aspect: said.aspects.zoom,
        before: String(before.zoom),
        after: String(after.zoom),
      };
    return { ...own, ...unshown(aspect) };
  });
}

function ownAspect(pair: Pair, two: Two<Diagram>, change: Change): string {
  const inside = change.path[1]?.key ?? (change.type === 'set' ? undefined : change.key);
  if (inside === undefined) return change.field === 'header' ? 'name' : change.field;
  if (change.type === 'move') return 'order';
  const { before, after } = pair.property(two, inside);
  const isName = (property: Property | undefined) => property === undefined || isNameProperty(property);
  return isName(before) && isName(after) ? 'name' : `property:${inside}`;
}
