import { readFileSync } from 'node:fs';
import path from 'node:path';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { readModel } from '../codec/index.ts';
import type { Model, Threat } from '../document/index.ts';
import { toCsv } from './csv.ts';
import { buildReport, linkRuns, renderMarkdown, sanitizeHtml, threatsTable } from './index.ts';
import type { ReportInteraction } from './model.ts';
import { contentsNames } from './report.ts';

const file = path.join(import.meta.dirname, '../../../templates/docker-sample.tm7');
const read = readModel(new Uint8Array(readFileSync(file)));
if (!read.ok) throw new Error(read.error.cause);
const sample: Model = read.value.model;
const none: ReadonlySet<never> = new Set<never>();

const markdownOf = (owner: string): string =>
  renderMarkdown(
    buildReport({ ...sample, information: { ...sample.information, owner } }, { now: '2026-01-02T03:04:05' }),
  );
const ownerLine = (markdown: string): string =>
  markdown.split('\n').find((line) => line.startsWith('- **Owner:**')) ?? '';

describe('texts that would take the square of their length', () => {
  // Each takes minutes or more where a step is repeated for every letter; the whole set takes seconds.
  const MANY = 200_000;
  it.each([
    ['tags that nothing closes', '<b>'.repeat(MANY)],
    ['tags within tags', '<div><p>'.repeat(MANY / 2)],
    ['closing tags', '</b>'.repeat(MANY)],
    ['a tag that does not end', `<a ${'x="<"'.repeat(MANY / 4)}`],
  ])('rich text: %s', (_, html) => {
    expect(sanitizeHtml(`first ${html} last`)).toMatch(/^first /);
  });

  it('rich text keeps its words however many tags stay open', () => {
    const words = Array.from({ length: 5_000 }, (_, index) => `word${index}`);
    const html = words.map((word) => `<i>${word} `).join('');
    expect(
      sanitizeHtml(html)
        .replace(/<[^>]*>/g, '')
        .trim()
        .split(' '),
    ).toEqual(words);
  });

  it.each([
    ['blanks', ' '.repeat(MANY)],
    ['line ends', '\r\n'.repeat(MANY)],
    ['number signs', '#'.repeat(MANY)],
    ['blanks and line ends', ' \n'.repeat(MANY)],
  ])('Markdown: %s', (_, text) => {
    expect(ownerLine(markdownOf(`a${text}b`))).toMatch(/b$/);
  });

  it.each([
    ['anchors', '<a '.repeat(MANY)],
    ['addresses in one tag', `<a ${'href="" '.repeat(MANY / 8)}`],
    ['addresses', 'http://'.repeat(MANY / 8)],
  ])('links: %s', (_, text) => {
    expect(
      linkRuns(text)
        .map((run) => run.text)
        .join(''),
    ).toBe(text);
  });

  it('names in a list of contents', () => {
    const one: ReportInteraction = {
      kind: 'interaction',
      label: 'Interaction',
      name: 'same',
      flow: undefined,
      source: '',
      target: '',
      threats: [],
    };
    const interactions = Array.from({ length: MANY }, () => one);
    expect(contentsNames(interactions)).toHaveLength(MANY);
  });

  it('a table of more rows than a call takes arguments', () => {
    const [threat] = sample.threats;
    const threats = Array.from({ length: 150_000 }, (_, id) => ({
      ...(threat as Threat),
      id,
      properties: [],
    }));
    expect(threatsTable({ ...sample, threats }, 'table', none).split('\n')).toHaveLength(150_002);
  });
});

describe('texts that mean something to a program', () => {
  it('properties may have the names of what every object has', () => {
    const threats = sample.threats.map(
      (threat, index): Threat => ({
        ...threat,
        properties:
          index === 0
            ? [
                ['constructor', 'mine'],
                ['__proto__', 'too'],
                ['toString', 'x'],
              ]
            : threat.properties,
      }),
    );
    const csv = threatsTable({ ...sample, threats }, 'csv', none);
    expect(csv).toContain('constructor,__proto__,toString');
    expect(csv).toContain(',mine,too,x');
    expect(csv).not.toContain('function');
  });

  it.each([
    ["x;=HYPERLINK('u')", `"x;=HYPERLINK('u')"`],
    ['x\t=1+1', '"x\t=1+1"'],
    ['\u200b=1', "'\u200b=1"],
    ['\uFF1D1', "'\uFF1D1"],
    ['\u0001=1', "'\u0001=1"],
    ['-12.5', '-12.5'],
    ['plain', 'plain'],
  ])('CSV: %j', (value, cell) => {
    expect(toCsv([[value, 'x']])).toBe(`\uFEFF${cell},x\r\n`);
  });

  it.each([
    ['www.example.org'],
    ['ask @someone'],
    ['mail someone@example.org'],
    ['see #12'],
    ['# a heading'],
    ['===\n==='],
    ['[a](javascript:x) ![b](x)'],
  ])('Markdown: %j is no link, no mention and no heading', (text) => {
    const line = ownerLine(markdownOf(text));
    const html = String(marked.parse(line));
    expect(html).not.toMatch(/<a |<img|<h\d/);
    expect(html).not.toMatch(/@\w|#\d|www\./);
    const shown = html
      .replace(/<br>/g, '\n')
      .replace(/<[^>]*>/g, '')
      .trim();
    expect(shown).toBe(`Owner: ${text}`.trim());
  });
});
