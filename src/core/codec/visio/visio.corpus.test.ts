import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkInvariants, isAnnotation, type Model } from '../../document/index.ts';
import { planDraft, readModel, writeModel } from '../index.ts';
import { imported, keptOf, stride, threatsAtFlows } from '../testing/foreign.ts';

const SHARED = path.join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared');
const FOLDER = path.join(SHARED, 'corpus', 'exchange', 'visio');
const found = existsSync(FOLDER);
if (!found) console.warn(`SKIPPED: drawings of Visio, because ${FOLDER} is not there`);
const files = found ? readdirSync(FOLDER).filter((name) => name.endsWith('.vsdx')) : [];
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(FOLDER, name)));

/*
 * Another reader of drawings, to count with: patterns instead of a parser, parts by their usual names, and shapes sorted
 * by lists of words and by what lies in what. It shares nothing with the codec.
 */

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inner: Tag[];
  text: string;
}

function tagsOf(xml: string): Tag {
  const root: Tag = { name: '', attributes: {}, inner: [], text: '' };
  const open = [root];
  for (const [, end, name = '', said = '', text] of xml.matchAll(/<(\/?)([\w:]+)([^>]*)>|([^<]+)/g)) {
    const around = open.at(-1) ?? root;
    if (text !== undefined) for (const tag of open) tag.text += text;
    else if (end === '/') open.pop();
    else {
      const attributes = Object.fromEntries(
        [...said.matchAll(/([\w:]+)=(?:"([^"]*)"|'([^']*)')/g)].map(([, key, a, b]) => [key, a ?? b ?? '']),
      );
      const tag: Tag = { name, attributes, inner: [], text: '' };
      around.inner.push(tag);
      if (!said.endsWith('/')) open.push(tag);
    }
  }
  return root;
}

const inside = (tag: Tag | undefined, ...names: readonly string[]): readonly Tag[] =>
  names.reduce<readonly Tag[]>(
    (tags, name) => tags.flatMap(({ inner }) => inner.filter((one) => one.name === name)),
    tag === undefined ? [] : [tag],
  );
const shapesIn = (tag: Tag | undefined): readonly Tag[] => inside(tag, 'Shapes', 'Shape');
const everyShape = (tag: Tag): readonly Tag[] => shapesIn(tag).flatMap((one) => [one, ...everyShape(one)]);

/** A shape of a page with what it has from its master. */
interface Seen {
  readonly name: string;
  readonly text: string;
  readonly isLine: boolean;
  readonly isMade: boolean;
  /** It shows neither a line nor a filling. */
  readonly isBare: boolean;
  /** In inches from the lower left of the page. */
  readonly box: {
    readonly left: number;
    readonly low: number;
    readonly right: number;
    readonly high: number;
  };
  readonly inner: readonly Seen[];
}

type Parts = (name: string) => string;

function mastersOf(parts: Parts) {
  const targets = new Map(
    inside(tagsOf(parts('visio/masters/_rels/masters.xml.rels')), 'Relationships', 'Relationship').map(
      ({ attributes }) => [attributes['Id'], attributes['Target']],
    ),
  );
  return new Map(
    inside(tagsOf(parts('visio/masters/masters.xml')), 'Masters', 'Master').map((master) => {
      const target = targets.get(inside(master, 'Rel')[0]?.attributes['r:id']) ?? '';
      const [root] = inside(tagsOf(parts(`visio/masters/${target}`)), 'MasterContents');
      return [master.attributes['ID'], { name: master.attributes['NameU'] ?? '', root }];
    }),
  );
}

function pagesOf(bytes: Uint8Array): readonly (readonly Seen[])[] {
  const all = unzipSync(bytes);
  const parts: Parts = (name) => strFromU8(all[name] ?? new Uint8Array());
  const masters = mastersOf(parts);
  const styles = inside(tagsOf(parts('visio/document.xml')), 'VisioDocument', 'StyleSheets', 'StyleSheet');
  const seen = (shape: Tag, made: string | undefined, left: number, low: number): Seen => {
    const own = shape.attributes['Master'];
    const master = masters.get(own ?? made);
    const part = shape.attributes['MasterShape'];
    const base =
      own !== undefined
        ? shapesIn(master?.root)[0]
        : (master?.root ? everyShape(master.root) : []).find(({ attributes }) => attributes['ID'] === part);
    const cell = (name: string): string | undefined =>
      [shape, base]
        .map((one) => inside(one, 'Cell').find(({ attributes }) => attributes['N'] === name))
        .find((one) => one !== undefined)?.attributes['V'];
    const length = (name: string): number => Number(cell(name) ?? 0);
    const [x, y] = [left + length('PinX') - length('LocPinX'), low + length('PinY') - length('LocPinY')];
    const style = styles.find(({ attributes }) => attributes['ID'] === shape.attributes['LineStyle']);
    return {
      name: own === undefined ? '' : (shape.attributes['NameU'] ?? '') + (master?.name ?? ''),
      text: (inside(shape, 'Text')[0] ?? inside(base, 'Text')[0])?.text.trim() ?? '',
      isLine: cell('BeginX') !== undefined,
      isMade: own === undefined && part !== undefined,
      isBare: style?.attributes['NameU'] === 'Text Only' && cell('LinePattern') === undefined,
      box: { left: x, low: y, right: x + length('Width'), high: y + length('Height') },
      inner: shapesIn(shape).map((one) => seen(one, own ?? made, x, y)),
    };
  };
  return Object.keys(all)
    .filter((name) => /^visio\/pages\/page\d+\.xml$/.test(name))
    .map((name) => inside(tagsOf(parts(name)), 'PageContents').flatMap(shapesIn))
    .map((shapes) => shapes.map((shape) => seen(shape, undefined, 0, 0)));
}

const FURNITURE = /^(title|revised|drawn by|block - )/i;
const textsOf = ({ name, text, inner }: Seen): readonly string[] =>
  FURNITURE.test(name) ? [] : [text, ...inner.flatMap(textsOf)];

/** What of a shape, and of those in it, stands for something: what is drawn on from masters, and what has words. */
function standing(shape: Seen): readonly Seen[] {
  if (FURNITURE.test(shape.name) || shape.isMade) return [];
  if (shape.name !== '' || shape.isLine) return [shape];
  const inner = shape.inner.flatMap(standing);
  // A group is called what stands in it, or is what several stand in.
  return /[\p{L}\p{N}\p{S}]/u.test(shape.text) && inner.length !== 1 ? [shape, ...inner] : inner;
}

type Sort = 'elements' | 'flows' | 'boundaries' | 'texts';

function sortOf(one: Seen, among: readonly Seen[], tags: ReadonlySet<Seen>): Sort {
  if (/boundary|panel/i.test(one.name)) return 'boundaries';
  if (one.isLine) return 'flows';
  if (/note/i.test(one.name) || isWords(one) || tags.has(one)) return 'texts';
  const held = among.filter((other) => other !== one && !other.isLine && isWithin(other, one));
  if (held.length === 0 || /process/i.test(one.name)) return 'elements';
  return held.every(isWords) ? 'texts' : 'boundaries';
}

/** Words alone, or a mark of at most three letters. */
const isWords = ({ isBare, name, text, box }: Seen): boolean =>
  name === '' && (isBare || (text.length <= 3 && box.right - box.left < 0.4));

function isWithin({ box }: Seen, { box: outer }: Seen): boolean {
  const slack = 0.01;
  return (
    box.left >= outer.left - slack &&
    box.low >= outer.low - slack &&
    box.right <= outer.right + slack &&
    box.high <= outer.high + slack
  );
}

/** Rectangles that somebody has grouped with a process: they say what it is written in. */
const tagsIn = (shape: Seen): readonly Seen[] => [
  ...(shape.inner.some(({ name }) => /process/i.test(name))
    ? shape.inner.filter(({ name }) => /rectangle/i.test(name))
    : []),
  ...shape.inner.flatMap(tagsIn),
];

type Counts = Record<Sort, number>;
const counted = (sorts: readonly Sort[]): Counts => {
  const count = (wanted: Sort): number => sorts.filter((sort) => sort === wanted).length;
  return {
    elements: count('elements'),
    flows: count('flows'),
    boundaries: count('boundaries'),
    texts: count('texts'),
  };
};

const SORTS = {
  process: 'elements',
  external: 'elements',
  store: 'elements',
  unknown: 'elements',
  borderBoundary: 'boundaries',
  lineBoundary: 'boundaries',
  annotation: 'texts',
  flow: 'flows',
} as const;

const countedIn = (model: Model): Counts =>
  counted(
    model.diagrams.flatMap(({ shapes, lines }) => [
      ...shapes.map((shape): Sort => {
        if (isAnnotation(model.template, shape)) return 'texts';
        return shape.kind === 'borderBoundary' ? 'boundaries' : 'elements';
      }),
      ...lines.map(({ kind }): Sort => SORTS[kind]),
    ]),
  );

const letters = (text: string): string => text.replace(/\\[nt]|&#?\w+;|[^\p{L}\p{N}]/gu, '').toLowerCase();

/** Flows that are seen to cross boundaries in the pictures that LibreOffice Draw makes of the drawings; none in others. */
const CROSSING: Readonly<Record<string, number>> = {
  'iot-device.vsdx': 4,
  'lucid-aws-with-tz-and-vpc.vsdx': 6,
  'visio-basic-example.vsdx': 1,
};

describe('drawings of Visio', () => {
  it.runIf(found).each(files)('%s: as many elements, flows, boundaries and texts as it draws', (name) => {
    const bytes = bytesOf(name);
    const pages = pagesOf(bytes);
    const wanted = counted(
      pages.flatMap((shapes) => {
        const things = shapes.flatMap(standing);
        const tags = new Set(shapes.flatMap(tagsIn));
        return things.map((one) => sortOf(one, things, tags));
      }),
    );
    const { draft, model, losses } = imported(bytes);
    const nodes = draft.diagrams.flatMap((diagram) => diagram.nodes);
    const tags = nodes.flatMap(({ facts }) => facts).filter((fact) => fact.name === 'Tags');
    const marks = tags.flatMap(({ value }) => value.split(', ')).map((): Sort => 'texts');
    const things = [...nodes, ...draft.diagrams.flatMap(({ lines }) => lines)];
    const roles = things.flatMap(({ role }) => (role === 'ignored' ? [] : [SORTS[role]]));
    expect(counted([...roles, ...marks])).toEqual(wanted);

    // Of what nothing tells about, the plan makes texts where no flow ends: a guess that the dialog shows.
    const { kinds } = planDraft(draft, stride);
    const guessed = kinds.filter(({ found: role, as }) => role === 'unknown' && as === 'annotation');
    const toTexts = guessed.reduce((sum, { count }) => sum + count, 0);
    expect(countedIn(model)).toEqual({
      ...wanted,
      elements: wanted.elements - toTexts,
      texts: wanted.texts + toTexts - marks.length,
    });
    expect(losses.filter(({ code }) => code === 'ignored' || code === 'no-end')).toEqual([]);

    const kept = letters(JSON.stringify(draft));
    const words = pages.flatMap((shapes) => shapes.flatMap(textsOf)).map(letters);
    expect(words.filter((text) => !kept.includes(text))).toEqual([]);
    expect(model.threats).toEqual([]);
    expect(threatsAtFlows(model)).toEqual({ all: wanted.flows, crossing: CROSSING[name] ?? 0 });
  });

  /** What stands in the pages of a drawing, counted in their text. */
  const linesIn = (bytes: Uint8Array) => {
    const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /pages\/page\d+\.xml$/.test(name));
    const text = parts.map(([, part]) => strFromU8(part)).join('');
    const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
    // Panels are boundaries that are drawn as arcs, with a box in place of ends.
    const lines = count(/N=['"]BeginX['"]/g) + count(/NameU=['"]Curved panel/g);
    return { lines, glued: count(/<Connect /g) };
  };

  it.runIf(found).each(files)('%s has all of its lines and what they are glued to', (name) => {
    const bytes = bytesOf(name);
    const { draft, model } = imported(bytes);
    const lines = draft.diagrams.flatMap((diagram) => diagram.lines);
    const ends = lines.flatMap(({ source, target }) => [source.node, target.node]);
    expect({ lines: lines.length, glued: ends.filter((node) => node !== null).length }).toEqual(
      linesIn(bytes),
    );
    expect(checkInvariants(model)).toEqual([]);
    expect(readModel(writeModel(model)).ok).toBe(true);
    expect(keptOf(imported(bytes).model)).toEqual(keptOf(model));
  });

  // What each element is, told shape by shape in the XML of the pages.
  it.runIf(found).each<[string, Record<string, number>]>([
    ['iot-device.vsdx', { process: 8, external: 1, store: 1, unknown: 1, flow: 14, lineBoundary: 1 }],
    [
      'visio-basic-example.vsdx',
      { borderBoundary: 2, lineBoundary: 1, process: 1, store: 1, unknown: 1, flow: 2 },
    ],
    [
      'lucid-aws-with-tz-and-vpc.vsdx',
      { borderBoundary: 4, process: 2, store: 3, external: 2, unknown: 2, flow: 8 },
    ],
  ])('%s has the roles that it draws', (name, wanted) => {
    const { nodes = [], lines = [] } = imported(bytesOf(name)).draft.diagrams[0] ?? {};
    const counts: Record<string, number> = {};
    for (const { role } of [...nodes, ...lines])
      if (role !== 'annotation') counts[role] = (counts[role] ?? 0) + 1;
    expect(counts).toEqual(wanted);
  });
});
