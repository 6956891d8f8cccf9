import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import reportSchema from '../../../docs/schemas/report-1.json' with { type: 'json' };
import threatsSchema from '../../../docs/schemas/threats-1.json' with { type: 'json' };
import { readModel } from '../codec/index.ts';
import { staleThreats } from '../engine/index.ts';
import { DEFAULT_CHOICES, threatsJson } from '../report/index.ts';
import sarifSchema from '../report/testing/sarif-schema-2.1.0.json' with { type: 'json' };
import { choicesFor, renderReport, reportOf } from './index.ts';

const SHARED = path.join(import.meta.dirname, '..', '..', '..', '..', 'shared');
const CORPUS = path.join(SHARED, 'corpus');
const found = existsSync(CORPUS);
if (!found) console.warn(`SKIPPED: reports of real models, because ${CORPUS} is not there`);

/** Every model of the corpus that opens, made by whatever tool. */
const models = (
  found
    ? readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tm7'))
    : []
).flatMap((name) => {
  const read = readModel(new Uint8Array(readFileSync(path.join(CORPUS, name))));
  return read.ok ? [{ name, model: read.value.model }] : [];
});

const draft4 = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(draft4);
const validSarif = draft4.compile(sarifSchema);

const ajv = new Ajv2020({ allErrors: true });
const validReport = ajv.compile(reportSchema);
const validThreats = ajv.compile(threatsSchema);

describe.runIf(found)('reports of real models', () => {
  it.each(models)('$name: as SARIF is valid, with a fingerprint for each threat', async ({ name, model }) => {
    const choices = choicesFor('sarif', DEFAULT_CHOICES);
    const text = await renderReport(reportOf(model, '2026-11-27', { choices, place: name }), 'sarif');
    const log = JSON.parse(String(text));
    validSarif(log);
    expect(validSarif.errors).toBeNull();
    const prints = log.runs[0].results.map((result: { partialFingerprints: object }) =>
      JSON.stringify(result.partialFingerprints),
    );
    expect(prints).toHaveLength(model.threats.length);
    expect(new Set(prints).size).toBe(model.threats.length);
  });

  it.each(models)('$name: as JSON is valid by the schemas that are published', async ({ name, model }) => {
    const choices = choicesFor('json', DEFAULT_CHOICES);
    const report = JSON.parse(String(await renderReport(reportOf(model, '2026-11-27', { choices }), 'json')));
    validReport(report);
    expect(validReport.errors).toBeNull();
    const listed = JSON.parse(threatsJson(model, name, staleThreats(model)));
    validThreats(listed);
    expect(validThreats.errors).toBeNull();
    expect(listed.threats).toHaveLength(model.threats.length);
  });

  it.each(models)(
    '$name: as a Word document is well-formed, and leads to what is there',
    async ({ model }) => {
      const parts = unzipSync(Buffer.from(await renderReport(reportOf(model, '2026-11-27'), 'docx')));
      const places = new Set<string>();
      const links = new Set<string>();
      for (const [name, data] of Object.entries(parts)) {
        if (!/\.(xml|rels|svg)$/.test(name)) continue;
        const parser = new SaxesParser<{ readonly xmlns: false }>({ xmlns: false });
        parser.on('error', (error) => {
          throw error;
        });
        parser.on('opentag', (tag) => {
          if (tag.name === 'w:bookmarkStart') places.add(tag.attributes['w:name'] ?? '');
          if (tag.name === 'w:hyperlink') links.add(tag.attributes['w:anchor'] ?? '');
        });
        parser.write(strFromU8(data)).close();
      }
      links.delete('');
      expect([...links].filter((place) => !places.has(place))).toEqual([]);
      for (const { id } of model.threats) expect(places).toContain(`threat_${id}`);
    },
  );
});
