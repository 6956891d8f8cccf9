import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkInvariants } from '../document/index.ts';
import { refusalWords } from '../words/later.ts';
import { type Draft, exportFormat, type Role, readForeign, readModel, writeModel } from './index.ts';
import { imported, keptOf, threatsAtFlows } from './testing/foreign.ts';

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
  /** What a line of version 2 or 1 ends at. */
  interface End {
    readonly cell?: string;
    readonly id?: string;
  }
  interface Cell {
    readonly id?: string;
    readonly source?: End;
    readonly target?: End;
    readonly type?: string;
    readonly shape?: string;
    readonly threats?: readonly object[];
    readonly outOfScope?: boolean;
    readonly data?: {
      readonly threats?: readonly object[];
      readonly isBidirectional?: boolean;
      readonly outOfScope?: boolean;
    };
  }
  const cellsIn = (bytes: Uint8Array): readonly Cell[] =>
    JSON.parse(strFromU8(bytes)).detail.diagrams.flatMap(
      (one: { cells?: readonly Cell[]; diagramJson?: { cells?: readonly Cell[] } }) =>
        one.cells ?? one.diagramJson?.cells ?? [],
    );
  /** Flows from element to element that are in scope. */
  const joinedIn = (cells: readonly Cell[]): number => {
    const word = ({ shape, type }: Cell): string => shape ?? type ?? '';
    const elements = new Set(
      cells.flatMap((cell) => (/actor|process|store/i.test(word(cell)) ? [cell.id] : [])),
    );
    const isAt = (end: End | undefined): boolean => elements.has(end?.cell ?? end?.id ?? '');
    return cells
      .filter((cell) => /flow/i.test(word(cell)) && isAt(cell.source) && isAt(cell.target))
      .filter(({ outOfScope, data }) => !(data?.outOfScope ?? outOfScope ?? false))
      .reduce((sum, { data }) => sum + (data?.isBidirectional === true ? 2 : 1), 0);
  };
  /** What stands in a file, counted by the words for its cells; a flow that goes both ways is two. */
  const countedIn = (bytes: Uint8Array): Record<string, number> => {
    const cells = cellsIn(bytes);
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
      const { draft, model, losses } = imported(bytes);
      const counted = countedIn(bytes);
      expect(countsOf(draft)).toEqual(counted);
      const told = (code: string): number => losses.find((loss) => loss.code === code)?.count ?? 0;
      const { threats = 0, flow = 0, lineBoundary = 0, ...shapes } = counted;
      const diagrams = model.diagrams;
      expect(diagrams.flatMap((diagram) => diagram.shapes)).toHaveLength(
        Object.values(shapes).reduce((sum, count) => sum + count, 0),
      );
      expect(diagrams.flatMap((diagram) => diagram.lines).length + told('no-end')).toBe(flow + lineBoundary);
      expect(model.threats.length + told('threat-without-flow')).toBe(threats);
      // A flow that only lies at an element is joined to it, and told.
      const joined = threatsAtFlows(model).all - joinedIn(cellsIn(bytes));
      expect(joined).toBeGreaterThanOrEqual(0);
      expect(joined).toBeLessThanOrEqual(told('attached'));
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

describe('Mermaid', () => {
  const folder = path.join(EXCHANGE, 'mermaid');
  /** What a flowchart says, line by line: the subgraphs around each node where it first stands, and its links. */
  const countedIn = (chart: string) => {
    const around = new Map<string, string>();
    const open: number[] = [];
    let [zones, links, crossing] = [0, 0, 0];
    const ends: (readonly [string, string])[] = [];
    for (const line of chart.split('\n').slice(1, -1)) {
      const said = line.trim();
      if (/^(flowchart|graph|direction|style|classDef|class|linkStyle|acc\w+)\b|^%%|^$/.test(said)) continue;
      if (said === 'end') open.pop();
      else if (/^subgraph\b/.test(said)) open.push(++zones);
      else {
        const ids = said
          .split(/-->(?:\|[^|]*\|)?/)
          .map((part) => /^[^[({>]+/.exec(part.trim())?.[0]?.trim() ?? '');
        for (const id of ids) if (!around.has(id)) around.set(id, open.join());
        for (const [at, id] of ids.entries()) if (at > 0) ends.push([ids[at - 1] ?? '', id]);
      }
    }
    for (const [from, to] of ends) {
      links++;
      if (around.get(from) !== around.get(to)) crossing++;
    }
    return { nodes: around.size, zones, links, crossing };
  };

  it.runIf(found).each(filesIn(folder, /\.md$/))(
    '%s has a diagram for each flowchart, and all of its nodes, subgraphs and links',
    (name) => {
      const bytes = bytesOf(folder, name);
      const fences = strFromU8(bytes).match(/^```mermaid\n[\s\S]*?^```/gm) ?? [];
      const charts = fences.filter((fence) => /^(flowchart|graph)\b/m.test(fence)).map(countedIn);
      const { draft, model } = imported(bytes);
      expect(draft.diagrams.flatMap(({ losses = [] }) => losses)).toEqual([]);
      const drawn = model.diagrams.map((diagram) => {
        const zones = diagram.shapes.filter(({ kind }) => kind === 'borderBoundary').length;
        const { all, crossing } = threatsAtFlows({ ...model, diagrams: [diagram] });
        expect(diagram.lines).toHaveLength(all);
        return { nodes: diagram.shapes.length - zones, zones, links: all, crossing };
      });
      expect(drawn).toEqual(charts);
      expect(checkInvariants(model)).toEqual([]);
      expect(readModel(writeModel(model)).ok).toBe(true);
      expect(keptOf(imported(bytes).model)).toEqual(keptOf(model));
    },
  );
});
