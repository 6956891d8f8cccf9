import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { readModel } from '../../core/codec/index.ts';
import { buildReport, renderHtml } from '../../core/report/index.ts';
import { isReport } from './report-frame.ts';

describe('the frame shows reports only', () => {
  const head = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src`;
  test.each([
    ['', false],
    [head, true],
    [head.replace('lang="en"', 'lang="en" data-theme="dark"'), true],
    [head.replace("default-src 'none'", 'default-src *'), false],
    [head.replace('lang="en"', 'lang="en" onload="x"'), false],
    [` ${head}`, false],
    ['<p>Hello</p>', false],
  ])('%j: %j', (html, taken) => expect(isReport(html)).toBe(taken));

  it('each report as it is written', () => {
    const read = readModel(readFileSync('templates/docker-sample.tm7'));
    if (!read.ok) throw new Error('The sample cannot be read');
    const report = buildReport(read.value.model, { now: '2026-01-02T03:04:05.6+01:00' });
    for (const options of [{}, { theme: 'light' }, { theme: 'dark' }] as const)
      expect(isReport(renderHtml(report, options))).toBe(true);
  });
});
