import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkInvariants } from '../../document/index.ts';
import { refusalWords } from '../../words/later.ts';
import { type DraftDiagram, exportFormat, readForeign, readModel, writeModel } from '../index.ts';
import { imported, keptOf, threatsAtFlows } from '../testing/foreign.ts';

const SHARED = path.join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared');
const MODELS = path.join(SHARED, 'corpus', 'models');
const EXCHANGE = path.join(SHARED, 'corpus', 'exchange');
const found = existsSync(EXCHANGE);
if (!found) console.warn(`SKIPPED: drawings of draw.io, because ${EXCHANGE} is not there`);
const filesIn = (folder: string, ending: RegExp): readonly string[] =>
  found ? readdirSync(folder).filter((name) => ending.test(name)) : [];
const bytesOf = (...names: readonly string[]): Uint8Array =>
  new Uint8Array(readFileSync(path.join(...names)));

describe('draw.io', () => {
  const folder = path.join(EXCHANGE, 'drawio');
  /** The text of a file, with its compressed pages (base 64 of what was deflated) as the XML that they are. */
  const textOf = (bytes: Uint8Array): string =>
    strFromU8(bytes).replace(/(?<=<diagram[^>]*>)[^<\s][^<]+(?=<\/diagram>)/g, (page) =>
      decodeURIComponent(strFromU8(inflateSync(new Uint8Array(Buffer.from(page, 'base64'))))),
    );
  const ENTITIES = { lt: '<', gt: '>', quot: '"', nbsp: ' ', amp: '&' };
  const plain = (text: string): string =>
    text
      .replace(/&#x?\w+;/g, ' ')
      .replace(
        /&(lt|gt|quot|nbsp|amp);/g,
        (all, name) => Object.entries(ENTITIES).find(([one]) => one === name)?.[1] ?? all,
      );
  /** The letters of a label or of all that was read, without the markup around them. */
  const letters = (text: string): string =>
    plain(plain(plain(text)).replace(/<[^>]*>/g, ' '))
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
  /** Edges, those that go both ways twice, and what stands at elements and edges. */
  const countedIn = (text: string) => {
    const edges = text.match(/<mxCell\b[^>]*\sedge="1"[^>]*>/g) ?? [];
    const both = edges.filter((edge) => /startArrow=(?!none)/.test(edge) && !/endArrow=none/.test(edge));
    const labels = [...text.matchAll(/<(?:mxCell|UserObject|object)\b[^>]*?\s(?:value|label)="([^"]*)"/g)];
    return { lines: edges.length + both.length, labels: labels.map(([, label = '']) => letters(label)) };
  };

  it.runIf(found).each(filesIn(folder, /\.(drawio|xml)$/))(
    '%s has all of its lines, and every label that is not told as lost',
    (name) => {
      const bytes = bytesOf(folder, name);
      const read = readForeign(bytes, name);
      if (!read.ok) return;
      const { draft } = read.value;
      const { lines, labels } = countedIn(textOf(bytes));
      expect(draft.diagrams.flatMap((diagram) => diagram.lines)).toHaveLength(lines);
      const kept = letters(JSON.stringify(draft).replaceAll('\\n', ' '));
      const left = labels.filter((label) => !kept.includes(label));
      const told = draft.diagrams
        .flatMap(({ losses = [] }) => losses)
        .filter(({ code }) => code === 'ignored' || code === 'tables');
      expect(left.length, left.join(', ')).toBeLessThanOrEqual(
        told.reduce((sum, { count }) => sum + count, 0),
      );
    },
  );

  interface Cell {
    readonly said: Readonly<Record<string, string>>;
    readonly style: string;
    readonly place: Readonly<Record<string, string>>;
  }
  interface Box {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }
  const attributesIn = (text: string): Readonly<Record<string, string>> =>
    Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
  const NOTHING: Cell = { said: {}, style: '', place: {} };

  /** What the cells of a page are, by their styles and by what lies in what. */
  const sortsIn = (page: string): ReadonlyMap<Cell, string> => {
    const cells = [
      ...page.matchAll(
        /(?:<(?:UserObject|object)\b([^>]*)>\s*)?<mxCell\b([^>]*)>(?:\s*<mxGeometry\b([^>]*)>)?/g,
      ),
    ].map(([, outer = '', cell = '', place = '']): Cell => {
      const said = { ...attributesIn(cell), ...attributesIn(outer) };
      return { said, style: said['style'] ?? '', place: attributesIn(place) };
    });
    const byId = new Map(cells.map((cell) => [cell.said['id'], cell]));
    const around = ({ said }: Cell): Cell => byId.get(said['parent']) ?? NOTHING;
    const boxOf = (cell: Cell): Box => {
      if (cell === NOTHING) return { x: 0, y: 0, width: 0, height: 0 };
      const [{ x, y }, number] = [boxOf(around(cell)), (name: string) => Number(cell.place[name] ?? 0)];
      return { x: x + number('x'), y: y + number('y'), width: number('width'), height: number('height') };
    };
    const drawn = cells.filter(({ said }) => said['vertex'] === '1');
    const boxes = new Map(drawn.map((cell) => [cell, boxOf(cell)]));
    const isIn = (cell: Cell, outer: Cell): boolean => {
      const [a, b] = [boxes.get(cell), boxes.get(outer)];
      if (a === undefined || b === undefined || a.width * a.height >= b.width * b.height) return false;
      const [x, y] = [a.x + a.width / 2 - b.x, a.y + a.height / 2 - b.y];
      return x >= 0 && y >= 0 && x <= b.width && y <= b.height;
    };
    const isTable = (cell: Cell): boolean =>
      cell !== NOTHING && (/^(.*;)?shape=table;/.test(cell.style) || isTable(around(cell)));
    const byStyle = (cell: Cell): string | null => {
      if (around(cell).said['edge'] === '1') return 'labels';
      if (/^text;/.test(cell.style) && /stackLayout/.test(around(cell).style)) return 'rows';
      if (/^text;|shape=(note|document)/.test(cell.style)) return 'texts';
      if (isTable(cell)) return 'tables';
      if (/^group/.test(cell.style) && !cell.said['value']) return 'groups';
      if (/shape=x?or;/.test(cell.style)) return 'gates';
      if (/ellipse|stackLayout/.test(cell.style)) return 'elements';
      return /dashed=1.*fillColor=none|fillColor=none.*dashed=1|requiredInterface|swimlane|container=1|[.]group/.test(
        cell.style,
      )
        ? 'boundaries'
        : null;
    };
    const things = drawn.filter((cell) => ['elements', 'boundaries', null].includes(byStyle(cell)));
    const holdsOf = (cell: Cell): number => things.filter((one) => isIn(one, cell)).length;
    const nameOf = ({ said }: Cell): string => said['label'] ?? said['value'] ?? '';
    const isPicture = (cell: Cell): boolean =>
      nameOf(cell) === '' &&
      /(^|;|shape=)image;/.test(cell.style) &&
      things.some(
        (one) => nameOf(one) !== '' && byStyle(one) !== 'boundaries' && isIn(cell, one) && holdsOf(one) < 2,
      );
    const sortOf = (cell: Cell): string => byStyle(cell) ?? (holdsOf(cell) > 1 ? 'boundaries' : 'elements');
    return new Map(drawn.map((cell) => [cell, isPicture(cell) ? 'pictures' : sortOf(cell)]));
  };
  /** How many cells of each sort a page has; a label of an edge is the edge's, and such are left out. */
  const countsIn = (page: string): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const sort of sortsIn(page).values())
      if (!['labels', 'groups', 'rows', 'pictures'].includes(sort)) counts[sort] = (counts[sort] ?? 0) + 1;
    return counts;
  };
  /** Flows that the file itself joins to elements, at both ends. */
  const joinedIn = (page: string): number => {
    const sorts = new Map([...sortsIn(page)].map(([{ said }, sort]) => [said['id'], sort]));
    const isAt = (id: string | undefined): boolean =>
      ['elements', 'rows', 'pictures'].includes(sorts.get(id) ?? '');
    return [...page.matchAll(/<mxCell\b[^>]*\sedge="1"[^>]*>/g)]
      .map(([edge]) => attributesIn(edge))
      .filter(({ source, target }) => isAt(source) && isAt(target))
      .reduce(
        (sum, { style = '' }) =>
          sum + (/startArrow=(?!none)/.test(style) && !/endArrow=none/.test(style) ? 2 : 1),
        0,
      );
  };

  const SORTS: Readonly<Record<string, string>> = {
    borderBoundary: 'boundaries',
    lineBoundary: 'boundaries',
    annotation: 'texts',
  };
  /** The same of what was read of a page; tags are texts at an element. */
  const sortsOf = ({ nodes, lines, losses = [] }: DraftDiagram, page: string): Record<string, number> => {
    const edges = new Set(
      [...page.matchAll(/<mxCell\b[^>]*\sedge="1"[^>]*>/g)].map(([edge]) => attributesIn(edge)['id']),
    );
    const counts: Record<string, number> = {};
    const add = (sort: string, count = 1): void => {
      if (count > 0) counts[sort] = (counts[sort] ?? 0) + count;
    };
    for (const { role, facts } of nodes) {
      add(SORTS[role] ?? 'elements');
      for (const { name, value } of facts) if (name === 'Tags') add('texts', value.split(', ').length);
    }
    // A boundary that is drawn as half a ring is a line.
    for (const { id, role } of lines) if (role === 'lineBoundary' && !edges.has(id)) add('boundaries');
    for (const { code, count } of losses) {
      if (code === 'tables') add('tables', count);
      if (code === 'ignored') add('gates', count);
    }
    return counts;
  };

  it.runIf(found).each(filesIn(folder, /\.(drawio|xml)$/))(
    '%s has all of its elements, boundaries, texts and joined flows, page by page',
    (name) => {
      const bytes = bytesOf(folder, name);
      const read = readForeign(bytes, name);
      if (!read.ok) return;
      const text = textOf(bytes);
      const pages = text.includes('<diagram') ? text.split(/<diagram\b/).slice(1) : [text];
      const wanted = pages.map(countsIn);
      expect(read.value.draft.diagrams.map((diagram, at) => sortsOf(diagram, pages[at] ?? ''))).toEqual(
        wanted,
      );
      const { model, losses } = imported(bytes);
      const { diagrams } = read.value.draft;
      const sure = pages.map(joinedIn).filter((_, at) => diagrams[at]?.doubt === undefined);
      const attached = losses.find(({ code }) => code === 'attached')?.count ?? 0;
      const more = threatsAtFlows(model).all - sure.reduce((sum, count) => sum + count, 0);
      expect(more).toBeGreaterThanOrEqual(0);
      expect(more).toBeLessThanOrEqual(attached);
    },
  );

  it.runIf(found).each(filesIn(folder, /\.(drawio|xml)$/))(
    '%s is read and built, or refused with a reason',
    (name) => {
      const bytes = bytesOf(folder, name);
      const read = readForeign(bytes, name);
      if (!read.ok) {
        expect(read.error.cause).toBe('library');
        return;
      }
      const { model } = imported(bytes);
      expect(checkInvariants(model)).toEqual([]);
      expect(readModel(writeModel(model)).ok).toBe(true);
      expect(keptOf(imported(bytes).model)).toEqual(keptOf(model));
    },
  );

  it.runIf(found).each(filesIn(MODELS, /\.tm7$/))('%s is written and read back', (name) => {
    const read = readModel(bytesOf(MODELS, name));
    if (!read.ok) throw new Error(refusalWords(read.error));
    const { model } = read.value;
    const { bytes, losses } = exportFormat('drawio')?.write(model) ?? { bytes: new Uint8Array(), losses: [] };
    expect(losses.find(({ code }) => code === 'threats')?.count ?? 0).toBe(model.threats.length);
    expect(keptOf(imported(bytes, model.template).model).diagrams).toEqual(keptOf(model).diagrams);
  });
});
