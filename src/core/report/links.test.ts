import { readFileSync } from 'node:fs';
import path from 'node:path';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { readModel } from '../codec/index.ts';
import { refusalWords } from '../words/later.ts';
import { renderHtml } from './html.ts';
import { linkRuns, withAddresses } from './links.ts';
import { renderMarkdown } from './markdown.ts';
import type { Report } from './model.ts';
import { renderPdf } from './pdf.ts';
import { buildReport } from './report.ts';
import { plainText } from './rich-text.ts';
import { readPdf } from './testing/read-pdf.ts';

const SAMPLE = path.join(import.meta.dirname, '..', '..', '..', 'templates', 'docker-sample.tm7');

/** A report whose first threat describes itself so. */
function reportOf(description: string): Report {
  const read = readModel(new Uint8Array(readFileSync(SAMPLE)));
  if (!read.ok) throw new Error(refusalWords(read.error));
  const { model } = read.value;
  const threats = model.threats.slice(0, 1).map((threat) => ({
    ...threat,
    properties: threat.properties.map(
      ([key, value]) => [key, key === 'UserThreatDescription' ? description : value] as const,
    ),
  }));
  return buildReport({ ...model, threats }, { now: '2026-01-02T03:04:05' });
}

const hrefs = (html: string): readonly string[] =>
  [...html.matchAll(/<a href="(https?:[^"]*|mailto:[^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );

const CASES: readonly (readonly [text: string, addresses: readonly string[]])[] = [
  ['see https://example.org/a-b_c_d and more_x', ['https://example.org/a-b_c_d']],
  ['(https://example.org/w_(x)).', ['https://example.org/w_(x)']],
  ['https://example.org/x?q=1&copy=2, then', ['https://example.org/x?q=1&copy=2']],
  ['<a href="https://example.org/a-b">the guide</a>', ['https://example.org/a-b']],
  ['write to mailto:ada@example.org!', ['mailto:ada@example.org']],
  ['<a href="javascript:alert(1)">x</a>', []],
  ['[x](javascript:alert(1)) <script>alert(1)</script>', []],
  ['nothttps://, https://', []],
];

describe.each(CASES)('links of %j', (text, addresses) => {
  const report = reportOf(text);
  it('are found in the text', () => {
    expect(linkRuns(text).flatMap(({ href }) => href ?? [])).toEqual(addresses);
  });
  it('work in Markdown', () => {
    const page = marked.parse(renderMarkdown(report), { async: false });
    for (const address of addresses) expect(hrefs(page)).toContain(address);
    expect(page).not.toMatch(/href="javascript|<script/i);
  });
  it('work in HTML and in PDF', async () => {
    const page = renderHtml(report);
    const pdf = readPdf(await renderPdf(report));
    for (const address of addresses) {
      expect(hrefs(page)).toContain(address);
      expect(pdf.addresses).toContain(address);
    }
    expect(pdf.addresses.join()).not.toContain('javascript');
  });
});

it.each([
  ['<p><a href="https://e.org/a-b">the guide</a> now</p>', 'the guide (https://e.org/a-b) now'],
  ['<a href="https://e.org/">https://e.org</a>', 'https://e.org'],
  ['<a href="javascript:1">x</a>', 'x'],
  ['a\uE000b', 'ab'],
])('the plain text of %j keeps addresses', (html, text) => {
  expect(plainText(html)).toBe(text);
});

it('keeps the address of a link in a plain text', () => {
  expect(withAddresses(linkRuns("<a href='https://e.org/x'>here</a>."))).toBe('here (https://e.org/x).');
});

it('escapes only what Markdown would read', () => {
  const page = renderMarkdown(reportOf('on 2026-11-25, snake_case (ok) + more! *not*'));
  expect(page).toContain('on 2026-11-25, snake_case (ok) + more! \\*not\\*');
});
