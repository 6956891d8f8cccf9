import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { THREAT_STATES } from '../../core/document/index.ts';
import { words } from '../../core/words/index.ts';
import { laterWords as coreLater } from '../../core/words/later.ts';
import type { HelpPage } from '../store/index.ts';
import { EXPLAINED } from './explained.ts';
import { PAGE_IDS, PAGES, placeOf } from './pages.ts';
import { foundSections, type Section, sectionsOf, stateId } from './sections.ts';

const idsOf = (page: HelpPage): readonly string[] => PAGES[page].map(({ id }) => id);
const guide = new Map(PAGES.guide.map((section) => [section.id, section]));

describe('what is wrong', () => {
  const codes = [
    ...Object.keys(words.messages).map((code) => `message:${code}`),
    ...Object.keys(coreLater.refusals).map((code) => `refusal:${code}`),
    ...Object.keys(coreLater.findings).map((code) => `finding:${code}`),
    ...Object.keys(coreLater.losses).map((code) => `loss:${code}`),
  ];
  it('is explained, whatever the code', () => {
    expect(codes.length).toBeGreaterThan(100);
    const explained = Object.keys(EXPLAINED).filter((code) => !/^(fault|choice|field|reader):/.test(code));
    expect(explained.toSorted()).toEqual(codes.toSorted());
  });

  it.each(Object.entries(EXPLAINED))('%s is explained in the guide', (code, id) => {
    const section = guide.get(id);
    expect(section?.blocks.length, `${id} has a text`).toBeGreaterThan(0);
    expect(placeOf(code as keyof typeof EXPLAINED)).toEqual({ page: 'guide', id });
  });
});

it('the places that code leads to by their names are there', () => {
  const app = path.join(import.meta.dirname, '..');
  const code = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.tsx?$/.test(file),
  );
  const topics = code.flatMap((file) =>
    [...readFileSync(path.join(app, file), 'utf8').matchAll(/'(guide|glossary)#([\w-]+)'/g)].map(
      ([, page, id]) => ({ file, page: page as HelpPage, id: id ?? '' }),
    ),
  );
  expect(topics.length).toBeGreaterThan(0);
  expect(topics.filter(({ page, id }) => !idsOf(page).includes(id))).toEqual([]);
});

describe('the pages', () => {
  it.each(PAGE_IDS)('%s has headings with names of their own, and a text for each word', (page) => {
    const ids = idsOf(page);
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
    // As attributes and in selectors they stand as they are.
    expect(ids.filter((id) => !/^[\w-]+$/.test(id))).toEqual([]);
  });

  it('have a sentence for each state', () =>
    expect(idsOf('glossary')).toEqual(expect.arrayContaining(THREAT_STATES.map(stateId))));

  it.each([
    ['guide', { page: 'guide', id: null }],
    ['guide#templates', { page: 'guide', id: 'templates' }],
    ['glossary#trust-boundary', { page: 'glossary', id: 'trust-boundary' }],
  ] as const)('%s is a place', (topic, place) => {
    expect(placeOf(topic)).toEqual(place);
    if (place.id !== null) expect(idsOf(place.page)).toContain(place.id);
  });

  it('say the version and the licence', () =>
    expect(PAGES.about.map(({ text }) => text).join(' ')).toMatch(/version \d.*mit license.*react flow/s));
});

describe('the search', () => {
  const titles = (query: string): readonly string[] =>
    foundSections([...PAGES.guide, ...PAGES.glossary], query).map(({ title }) => title);

  it('finds words in any order, headings first', () => {
    expect(titles('boundary trust').slice(0, 2)).toEqual([
      'A diagram has no trust boundary',
      'Trust boundary',
    ]);
    expect(titles('SPOOFING')).toContain('STRIDE');
    expect(titles('boundary xyzzy')).toEqual([]);
  });

  it('reads what stands in lists, tables and code', () => {
    const cell = (text: string) => [text];
    const [section] = sectionsOf('guide', [
      { kind: 'paragraph', content: ['before the first heading'] },
      { kind: 'heading', depth: 2, id: 'a', content: ['A'] },
      { kind: 'list', ordered: false, items: [[{ kind: 'paragraph', content: ['Item'] }]] },
      { kind: 'table', head: [cell('Head')], rows: [[[{ kind: 'code', text: 'Cell' }]]] },
      { kind: 'code', text: 'Code' },
    ]) as readonly [Section];
    expect(section.text).toBe('a item head cell code');
    expect(section.blocks).toHaveLength(3);
  });
});
