import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel } from '../codec/index.ts';
import type { Model } from '../document/index.ts';
import { renderReport, reportOf } from './index.ts';

const file = path.join(import.meta.dirname, '../../../templates/docker-sample.tm7');
const read = readModel(new Uint8Array(readFileSync(file)));
if (!read.ok) throw new Error(read.error.cause);
const sample: Model = read.value.model;
const NOW = '2026-01-02T03:04:05';

/** The sample with another picture on every type. */
const withPictures = (image: string): Model => ({
  ...sample,
  template: {
    ...sample.template,
    genericElements: sample.template.genericElements.map((type) => ({ ...type, image })),
    standardElements: sample.template.standardElements.map((type) => ({ ...type, image })),
  },
});

/** A PNG of 50,000 by 50,000 pixels in words only. */
const HUGE = 'iVBORw0KGgoAAAANSUhEUgAAw1AAAMNQCAYAAAAAAAAAAAAAAElEQVQAAAAAAAAAAElFTkQAAAAA';

describe('the report of a model', () => {
  it.each(['html', 'pdf', 'md'] as const)(
    'does without a picture that cannot be shown, and says so: %s',
    async (format) => {
      const report = reportOf(withPictures(HUGE), NOW);
      const told = report.messages.filter(({ code }) => code === 'picture-left-out');
      expect(told.length).toBeGreaterThan(3);
      expect(told[0]?.text).toMatch(/^The picture of ".+" is damaged, so it is left out$/);
      const written = await renderReport(report, format);
      expect(written.length).toBeGreaterThan(1000);
      if (typeof written === 'string') expect(written).toContain('so it is left out');
    },
  );

  it('says nothing about pictures that are shown, or are of other formats', () => {
    for (const model of [sample, withPictures('PHN2Zz48L3N2Zz4='), withPictures('')]) {
      expect(reportOf(model, NOW).messages.filter(({ code }) => code === 'picture-left-out')).toEqual([]);
    }
  });
});
