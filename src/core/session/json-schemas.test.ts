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

const reported = async (
  model: Model,
  { choices = DEFAULT_CHOICES, ...more }: NonNullable<Parameters<typeof reportOf>[2]> = {},
) => {
  const report = reportOf(model, NOW, { ...more, choices: choicesFor('json', choices) });
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

  it('fit the summary, the cover and the record, which say the same as the other formats', async () => {
    const cover = {
      ...DEFAULT_CHOICES.cover,
      document: 'SEC-12',
      versions: [{ version: '1', date: '2026-01-02', author: 'Ada', changes: 'First' }],
      signOffs: [{ role: 'Security', name: 'Bob', date: '' }],
    };
    const since = { name: 'old.tm7', model: { ...sample, threats: sample.threats.slice(1) } };
    const report = await reported(sample, {
      choices: { ...DEFAULT_CHOICES, cover },
      since,
      tool: 'Trustline 1',
      file: { name: 'shop.tm7', sha256: 'ab' },
    });
    validReport(report);
    expect(validReport.errors).toBeNull();
    const { overview, record, documentControl } = report;
    expect(overview).toMatchObject({ total: 20, handled: 0, open: 20, dataFlows: 6 });
    expect(overview.topOpenRisks).toHaveLength(10);
    expect(overview.priorities[0]).toMatchObject({
      priority: 'High',
      total: 20,
      states: { 'Not Started': 20 },
    });
    expect(overview.changes).toMatchObject({ since: 'old.tm7', counts: { 'New threats': '1' } });
    expect(documentControl).toMatchObject({ document: 'SEC-12', versions: cover.versions });
    expect(record).toMatchObject({ 'Model file': 'shop.tm7', 'SHA-256 of the file': 'ab' });
  });

  it('fit the layout of the Windows tool, which has none of them', async () => {
    const report = await reported(sample, { choices: { ...DEFAULT_CHOICES, layout: 'windows' } });
    validReport(report);
    expect(validReport.errors).toBeNull();
    expect(report).toMatchObject({ overview: null, documentControl: null, record: {} });
  });

  it('fit reports from before they were there', async () => {
    const {
      overview: _,
      documentControl: __,
      record: ___,
      selection: ____,
      ...older
    } = await reported(sample);
    validReport(older);
    expect(validReport.errors).toBeNull();
  });

  it.each([
    ['a summary in words', (report: Record<string, unknown>) => ({ ...report, overview: 'all is well' })],
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
