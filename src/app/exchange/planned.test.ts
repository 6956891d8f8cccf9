import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Imported, readForeign, readTemplate } from '../../core/codec/index.ts';
import type { LayoutEngine } from '../../core/session/index.ts';
import { kindPicture, pagePicture } from './pictures.ts';
import {
  type Choices,
  likelyPages,
  models,
  otherwise,
  type PlannedImport,
  plannedImport,
  proposals,
  shownKinds,
  stemOf,
} from './planned.ts';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');
const read = readTemplate(new Uint8Array(readFileSync(path.join(ROOT, 'templates', 'stride-core.tb7'))));
if (!read.ok) throw new Error('no template');
const { template } = read.value;

const box = (id: string, style: string, value: string, x: number): string =>
  `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="1"><mxGeometry x="${x}" y="40" width="900" height="60" as="geometry"/></mxCell>`;
const page = (name: string, cells: string): string =>
  `<diagram id="${name}" name="${name}"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel></diagram>`;

function imported(): Imported {
  const found = readForeign(
    new TextEncoder().encode(
      `<mxfile>${page('One', box('a', 'shape=chip', 'Gadget', 0) + box('b', 'shape=cloud', '', 1000) + box('c', 'ellipse', 'Work', 2000))}${page('Two', box('t', 'text', 'A title', 0))}</mxfile>`,
    ),
  );
  if (!found.ok) throw new Error(found.error.cause);
  return found.value;
}

const file = imported();
const at = <K extends object, T>(
  work: { slice: (key: K, time?: number) => { value: T } | null },
  key: K,
): T => {
  const found = work.slice(key, Number.POSITIVE_INFINITY);
  if (found === null) throw new Error('It is not done');
  return found.value;
};
const planOf = (choices: Partial<Choices> = {}, pages = likelyPages(file.draft)): PlannedImport =>
  plannedImport(at(proposals, { imported: file, pages, template }), { kept: {}, chosen: {}, ...choices });
const linesOf = (planned: PlannedImport) => otherwise(at(models, planned), planned);
const noEngine = () => Promise.reject(new Error('nothing has to be laid out'));

const never = (): never => {
  throw new Error('There is no page');
};

describe('an import as decided', () => {
  it('has the pages that nothing speaks against, and says what is guessed until it is chosen', () => {
    const planned = planOf();
    expect(planned.draft.diagrams.map(({ name }) => name)).toEqual(['One']);
    const lines = linesOf(planned);
    expect(lines).toContainEqual({
      text: '1 thing that the file says nothing about, taken as: Annotation (“chip”)',
      about: 'loss:guessed-processes',
    });
    const [page] = lines.filter(({ text }) => text.startsWith('pages without an element'));
    expect(page?.about).toBe('loss:no-elements');
    const again = planOf({ chosen: { 'unknown:chip': { as: 'store' } } });
    expect(again.plan.kinds.find(({ kind }) => kind === 'chip')).toMatchObject({
      as: 'store',
      type: 'GE.DS',
    });
    expect(linesOf(again).some(({ text }) => text.includes('says nothing'))).toBe(false);
  });

  it('takes what is chosen now over what was kept', () => {
    const planned = planOf({
      kept: { 'unknown:chip': { as: 'store' } },
      chosen: { 'unknown:chip': { as: 'external' } },
    });
    expect(planned.plan.kinds.find(({ kind }) => kind === 'chip')?.as).toBe('external');
  });

  it('shows every page, and one of each kind, small and also where it is left out', async () => {
    const planned = planOf({}, new Set(file.draft.diagrams.map(({ id }) => id)));
    for (const one of file.draft.diagrams)
      expect(await pagePicture(planned, one, noEngine, () => true)).toMatch(/^<svg .*<\/svg>$/s);
    const widths = planned.plan.kinds.map((kind) => {
      const svg = kindPicture(planned, kind);
      expect(svg).toMatch(/^<svg /);
      return Number(/width="(\d+)"/.exec(svg ?? '')?.[1]);
    });
    expect(planned.plan.kinds.map(({ kind, as }) => [kind, as])).toContainEqual(['cloud', 'ignored']);
    expect(Math.max(...widths)).toBeLessThan(400);
  });

  it('shows some hundred kinds of a file made to be odd, what nothing tells about first', () => {
    const [chip] = planOf().plan.kinds.filter(({ kind }) => kind === 'chip');
    if (chip === undefined) throw new Error('no chip');
    const many = Array.from({ length: 50_000 }, (_, at) => ({
      ...chip,
      kind: `k${at}`,
      found: 'store' as const,
    }));
    const { shown, more } = shownKinds([...many, chip]);
    expect([shown.length, more, shown[0]]).toEqual([300, 49_701, chip]);
    expect(shownKinds([chip])).toEqual({ shown: [chip], more: 0 });
  });

  it('shows a page of very many elements from far, and all other pages with their names', async () => {
    const one = file.draft.diagrams[0] ?? never();
    const node = one.nodes[0] ?? never();
    const many = Array.from({ length: 2000 }, (_, at) => ({
      ...node,
      role: 'process' as const,
      id: `n${at}`,
    }));
    const pages = [{ ...one, id: 'many', nodes: many, lines: [] }, one];
    const large = { ...file, draft: { ...file.draft, diagrams: pages } };
    const asked = { imported: large, pages: new Set(pages.map(({ id }) => id)), template };
    const planned = plannedImport(at(proposals, asked), { kept: {}, chosen: {} });
    const [far = '', near = ''] = await Promise.all(
      pages.map(async (page) => (await pagePicture(planned, page, noEngine, () => true)) ?? ''),
    );
    expect([far.split('<').length < 20, far.includes('Gadget')]).toEqual([true, false]);
    expect(near).toContain('Gadget');
  });

  it('draws no page that nobody wants any longer', async () => {
    let asks = 0;
    const picture = pagePicture(planOf(), file.draft.diagrams[0] ?? never(), noEngine, () => ++asks > 1);
    expect(await picture).toBeNull();
    expect(asks).toBe(1);
  });

  it('lays out no page any further that nobody wants any longer', async () => {
    const found = readForeign(
      new TextEncoder().encode('flowchart LR\n  a[One] --> b[Two]\n  b --> c[Three]\n'),
    );
    if (!found.ok) return never();
    const pages = likelyPages(found.value.draft);
    const proposed = at(proposals, { imported: found.value, pages, template });
    const planned = plannedImport(proposed, { kept: {}, chosen: {} });
    const [page] = planned.draft.diagrams;
    let layouts = 0;
    const engine = (isWanted: () => boolean) =>
      Promise.resolve((graph: Parameters<LayoutEngine>[0]) => {
        expect(isWanted()).toBe(true);
        layouts += 1;
        return Promise.resolve(graph);
      });
    expect(await pagePicture(planned, page ?? never(), engine, () => layouts === 0)).toBeNull();
    expect(layouts).toBe(1);
    expect(await pagePicture(planned, page ?? never(), engine, () => true)).toContain('Three');
    expect(layouts).toBeGreaterThan(2);
  });

  it('looks through a draft once for the pictures of all its kinds', () => {
    const planned = planOf();
    let looks = 0;
    const draft = new Proxy(planned.draft, {
      get: (of, key, self) => {
        if (key === 'diagrams') looks++;
        return Reflect.get(of, key, self);
      },
    });
    for (const kind of planned.plan.kinds) expect(kindPicture({ ...planned, draft }, kind)).not.toBeNull();
    expect(planned.plan.kinds.length).toBeGreaterThan(1);
    expect(looks).toBe(1);
  });
});

it.each([
  ['shop.drawio', 'drawio', 'shop'],
  ['shop.drawio.xml', 'drawio', 'shop'],
  ['v1.2 shop.png', 'drawio', 'v1.2 shop'],
  ['.json', 'threat-dragon', '.json'],
  ['shop', 'nobody', 'shop'],
])('%s gives a model the name %s', (name, format, stem) => expect(stemOf(name, format)).toBe(stem));
