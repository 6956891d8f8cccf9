import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { inflateSync, strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkInvariants } from '../document/index.ts';
import { refusalWords } from '../words/later.ts';
import { type Draft, exportFormat, type Role, readForeign, readModel, writeModel } from './index.ts';
import { imported, keptOf } from './testing/foreign.ts';

const SHARED = path.join(import.meta.dirname, '..', '..', '..', '..', 'shared');
const MODELS = path.join(SHARED, 'corpus', 'models');
const EXCHANGE = path.join(SHARED, 'corpus', 'exchange');
const found = existsSync(EXCHANGE);
if (!found) console.warn(`SKIPPED: files of other programs, because ${EXCHANGE} is not there`);
const filesIn = (folder: string, ending: RegExp): readonly string[] =>
  found ? readdirSync(folder).filter((name) => ending.test(name)) : [];
const bytesOf = (...names: readonly string[]): Uint8Array =>
  new Uint8Array(readFileSync(path.join(...names)));

describe('Threat Dragon', () => {
  const folder = path.join(EXCHANGE, 'threat-dragon');
  const ROLES: readonly (readonly [RegExp, Role])[] = [
    [/actor/i, 'external'],
    [/process/i, 'process'],
    [/store/i, 'store'],
    [/flow/i, 'flow'],
    [/boundary-?box/i, 'borderBoundary'],
    [/boundary/i, 'lineBoundary'],
    [/text/i, 'annotation'],
  ];
  interface Cell {
    readonly type?: string;
    readonly shape?: string;
    readonly threats?: readonly object[];
    readonly data?: { readonly threats?: readonly object[]; readonly isBidirectional?: boolean };
  }
  /** What stands in a file, counted by the words for its cells; a flow that goes both ways is two. */
  const countedIn = (bytes: Uint8Array): Record<string, number> => {
    const { detail } = JSON.parse(strFromU8(bytes));
    const cells: readonly Cell[] = detail.diagrams.flatMap(
      (one: { cells?: readonly Cell[]; diagramJson?: { cells?: readonly Cell[] } }) =>
        one.cells ?? one.diagramJson?.cells ?? [],
    );
    const counts: Record<string, number> = {};
    const add = (what: string, count: number): void => {
      if (count > 0) counts[what] = (counts[what] ?? 0) + count;
    };
    for (const { type, shape, threats, data } of cells) {
      const role = ROLES.find(([words]) => words.test(shape ?? type ?? ''))?.[1];
      add(role ?? 'other', data?.isBidirectional === true ? 2 : 1);
      add('threats', (data?.threats ?? threats ?? []).length);
    }
    return counts;
  };
  const countsOf = ({ diagrams, threats = [] }: Draft): Record<string, number> => {
    const counts: Record<string, number> = threats.length > 0 ? { threats: threats.length } : {};
    for (const { role } of diagrams.flatMap(({ nodes, lines }) => [...nodes, ...lines]))
      counts[role] = (counts[role] ?? 0) + 1;
    return counts;
  };
  it.runIf(found).each(filesIn(folder, /\.json$/))(
    '%s has all of its elements, flows and threats, or is refused with a reason',
    (name) => {
      const bytes = bytesOf(folder, name);
      const read = readForeign(bytes, name);
      if (!read.ok) {
        expect(refusalWords(read.error)).not.toBe('');
        return;
      }
      const { draft, model } = imported(bytes);
      expect(countsOf(draft)).toEqual(countedIn(bytes));
      expect(checkInvariants(model)).toEqual([]);
      expect(readModel(writeModel(model)).ok).toBe(true);
      expect(keptOf(imported(bytes).model)).toEqual(keptOf(model));
    },
  );

  it.runIf(found).each(filesIn(MODELS, /\.tm7$/))(
    '%s is written, valid by the schema, and read back',
    (name) => {
      const read = readModel(bytesOf(MODELS, name));
      if (!read.ok) throw new Error(refusalWords(read.error));
      const { model } = read.value;
      const { bytes } = exportFormat('threat-dragon')?.write(model) ?? { bytes: new Uint8Array() };
      const schema = JSON.parse(
        readFileSync(path.join(folder, 'schema', 'threat-dragon-v2.schema.json'), 'utf8'),
      );
      const ajv = new Ajv({ strict: false, validateFormats: false });
      const validate = ajv.compile(schema);
      validate(JSON.parse(new TextDecoder().decode(bytes)));
      expect(validate.errors).toBeNull();
      const back = imported(bytes, model.template);
      const wanted = keptOf(model);
      const got = keptOf(back.model);
      expect(got.diagrams).toEqual(wanted.diagrams);
      expect(got.threats).toEqual(wanted.threats);
    },
  );
});

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

describe('Visio', () => {
  const folder = path.join(EXCHANGE, 'visio');
  /** What stands in the pages of a drawing, counted in their text. */
  const counted = (bytes: Uint8Array) => {
    const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /pages\/page\d+\.xml$/.test(name));
    const text = parts.map(([, part]) => strFromU8(part)).join('');
    const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
    // Panels are boundaries that are drawn as arcs, with a box in place of ends.
    const lines = count(/N=['"]BeginX['"]/g) + count(/NameU=['"]Curved panel/g);
    return { lines, glued: count(/<Connect /g) };
  };

  it.runIf(found).each(filesIn(folder, /\.vsdx$/))(
    '%s has all of its lines and what they are glued to',
    (name) => {
      const bytes = bytesOf(folder, name);
      const { draft, model } = imported(bytes);
      const lines = draft.diagrams.flatMap((diagram) => diagram.lines);
      const ends = lines.flatMap(({ source, target }) => [source.node, target.node]);
      expect({ lines: lines.length, glued: ends.filter((node) => node !== null).length }).toEqual(
        counted(bytes),
      );
      expect(checkInvariants(model)).toEqual([]);
      expect(readModel(writeModel(model)).ok).toBe(true);
      expect(keptOf(imported(bytes).model)).toEqual(keptOf(model));
    },
  );

  // Counted by hand, shape by shape, in the XML of the pages.
  it.runIf(found).each<[string, Record<string, number>]>([
    ['iot-device.vsdx', { process: 8, external: 1, store: 1, unknown: 1, flow: 14, lineBoundary: 1 }],
    [
      'visio-basic-example.vsdx',
      { borderBoundary: 2, lineBoundary: 1, process: 1, store: 1, unknown: 1, flow: 2 },
    ],
    [
      'lucid-aws-with-tz-and-vpc.vsdx',
      { borderBoundary: 4, process: 2, store: 3, external: 1, unknown: 3, flow: 8 },
    ],
  ])('%s has the elements that it draws', (name, wanted) => {
    const { draft, model } = imported(bytesOf(folder, name));
    const [diagram] = draft.diagrams;
    const roles = [...(diagram?.nodes ?? []), ...(diagram?.lines ?? [])].map(({ role }) => role);
    const counts: Record<string, number> = {};
    for (const role of roles) if (role !== 'annotation') counts[role] = (counts[role] ?? 0) + 1;
    expect(counts).toEqual(wanted);
    const flows = model.diagrams[0]?.lines.filter(({ kind }) => kind === 'flow') ?? [];
    expect(flows.every(({ source, target }) => source.element !== null && target.element !== null)).toBe(
      true,
    );
  });
});

describe('Mermaid', () => {
  const folder = path.join(EXCHANGE, 'mermaid');
  it.runIf(found).each(filesIn(folder, /\.md$/))(
    '%s has a diagram for each flowchart, and all of its links',
    (name) => {
      const bytes = bytesOf(folder, name);
      const fences = strFromU8(bytes).match(/^```mermaid\n[\s\S]*?^```/gm) ?? [];
      const charts = fences.filter((fence) => /^(flowchart|graph)\b/m.test(fence));
      const links = charts.map((chart) => chart.match(/-->/g)?.length ?? 0);
      const { draft, model } = imported(bytes);
      expect(draft.diagrams.map(({ lines }) => lines.length)).toEqual(links);
      expect(draft.diagrams.flatMap(({ losses = [] }) => losses)).toEqual([]);
      const zones = draft.diagrams.map(
        ({ nodes }) => nodes.filter(({ role }) => role === 'borderBoundary').length,
      );
      expect(zones).toEqual(charts.map((chart) => chart.match(/^\s*subgraph\b/gm)?.length ?? 0));
      expect(checkInvariants(model)).toEqual([]);
      expect(readModel(writeModel(model)).ok).toBe(true);
      expect(keptOf(imported(bytes).model)).toEqual(keptOf(model));
    },
  );
});
