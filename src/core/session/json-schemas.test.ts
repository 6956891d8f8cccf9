import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import reportSchema from '../../../docs/schemas/report-1.json' with { type: 'json' };
import threatsSchema from '../../../docs/schemas/threats-1.json' with { type: 'json' };
import type { Model } from '../document/index.ts';
import { DEFAULT_CHOICES, JSON_SCHEMAS, threatsJson } from '../report/index.ts';
import { NOW, ROOT, sample, withThreats } from '../report/testing/sample.ts';
import { choicesFor, renderReport, reportOf } from './index.ts';

const ajv = new Ajv2020({ allErrors: true });
const validReport = ajv.compile(reportSchema);
const validThreats = ajv.compile(threatsSchema);

const reported = async (model: Model) => {
  const report = reportOf(model, NOW, { choices: choicesFor('json', DEFAULT_CHOICES) });
  return JSON.parse(String(await renderReport(report, 'json')));
};
const listed = (model: Model) => JSON.parse(threatsJson(model, 'shop.tm7', new Set()));

/** Labels that JSON's own members or every object have, twice each. */
const crowded: Model = {
  ...sample,
  template: {
    ...sample.template,
    threatMetadata: {
      ...sample.template.threatMetadata,
      datums: ['id', 'number', '__proto__', 'key', 'key'].map((label, index) => ({
        name: `own${index}`,
        label,
        hideFromUi: false,
        values: null,
        id: null,
        attributeType: 0,
      })),
    },
  },
};

describe('the schemas of our JSON', () => {
  it.each([
    ['the sample', sample],
    ['a model without anything', { ...sample, threats: [], diagrams: [], notes: [] }],
    ['threats without a diagram', { ...sample, diagrams: [] }],
    ['states of other tools', withThreats(sample, (threat) => ({ ...threat, state: 'Odd', priority: '' }))],
    ['labels that are taken', crowded],
  ] as const)('fit %s', async (_, model) => {
    validReport(await reported(model));
    expect(validReport.errors).toBeNull();
    validThreats(listed(model));
    expect(validThreats.errors).toBeNull();
  });

  it.each([
    ['another version', (report: Record<string, unknown>) => ({ ...report, version: 2 })],
    ['no diagrams', ({ diagrams: _, ...report }: Record<string, unknown>) => report],
    ['a count in words', (report: Record<string, unknown>) => ({ ...report, summary: { Total: 'many' } })],
  ])('refuse %s', async (_, change) => {
    expect(validReport(change(await reported(sample)))).toBe(false);
  });

  it('refuse a threat without its key', () => {
    const { threats, ...list } = listed(sample);
    const [{ key: _, ...first }] = threats;
    expect(validThreats({ ...list, threats: [first] })).toBe(false);
  });

  it('have the ids that the outputs name, each in a file of its version', async () => {
    expect((await reported(sample)).$schema).toBe(JSON_SCHEMAS.report);
    expect(listed(sample).$schema).toBe(JSON_SCHEMAS.threats);
    const folder = path.join(ROOT, 'docs', 'schemas');
    for (const file of readdirSync(folder)) {
      const { $id } = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
      expect(`${$id.split(':').slice(-2).join('-')}.json`).toBe(file);
    }
  });
});
