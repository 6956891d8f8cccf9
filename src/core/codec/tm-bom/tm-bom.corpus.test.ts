import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { checkInvariants, elementName } from '../../document/index.ts';
import { regenerate } from '../../engine/index.ts';
import { refusalWords } from '../../words/later.ts';
import { exportFormat, readModel } from '../index.ts';
import { decode, own } from '../testing/files.ts';
import { imported, keptOf, stride, threatsAtFlows } from '../testing/foreign.ts';

const SHARED = path.join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared');
const FOLDER = path.join(SHARED, 'corpus', 'exchange', 'tm-bom');
const found = existsSync(FOLDER);
if (!found) console.warn(`SKIPPED: models of OWASP's library, because ${FOLDER} is not there`);
const files = found ? readdirSync(FOLDER).filter((name) => name.endsWith('.json')) : [];

interface Flow {
  readonly source: { readonly object: string };
  readonly destination: { readonly object: string };
}

const validate = (() => {
  if (!found) return undefined;
  const schema = JSON.parse(readFileSync(path.join(FOLDER, 'schema', 'threat-model.schema.json'), 'utf8'));
  // A date is a plain text, too: only with its formats does the schema mean what it says (exchange 10).
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  return ajv.compile(schema);
})();

describe("models of OWASP's library", () => {
  it.runIf(found).each(files)('%s: as many elements, flows, boundaries and threats as it has', (name) => {
    const bytes = new Uint8Array(readFileSync(path.join(FOLDER, name)));
    const file = JSON.parse(decode(bytes));
    const { model, losses } = imported(bytes, stride);
    const shapes = model.diagrams.flatMap((diagram) => diagram.shapes);
    const boxes = shapes.filter(({ kind }) => kind === 'borderBoundary');
    expect(boxes).toHaveLength(file.trust_zones.length);
    const elements = [...file.actors, ...file.components, ...file.data_stores];
    expect(shapes.length - boxes.length).toBe(elements.length);
    expect(shapes.map(elementName).sort()).toEqual(
      [...elements, ...file.trust_zones].map(({ title }) => title).sort(),
    );
    const lost = losses.find(({ code }) => code === 'no-end')?.count ?? 0;
    expect(model.diagrams.flatMap(({ lines }) => lines).length + lost).toBe(file.data_flows.length);
    const noted = losses.find(({ code }) => code === 'threat-without-flow')?.count ?? 0;
    expect(model.threats.length + noted).toBe(file.threats.length);
    const zoneOf = new Map(elements.map(({ symbolic_name, trust_zone }) => [symbolic_name, trust_zone]));
    const flows = file.data_flows.filter(
      ({ source, destination }: Flow) => zoneOf.has(source.object) && zoneOf.has(destination.object),
    );
    const crossing = flows.filter(
      ({ source, destination }: Flow) => zoneOf.get(source.object) !== zoneOf.get(destination.object),
    );
    expect(threatsAtFlows(model)).toEqual({ all: flows.length, crossing: crossing.length });
    expect(checkInvariants(model)).toEqual([]);
    expect(imported(bytes, stride).model).toEqual(model);
  });

  it.each(['docker-sample-triaged.tm7', 'web-application-triaged.tm7'])(
    '%s is valid and comes back',
    (name) => {
      const read = readModel(own(name));
      if (!read.ok) throw new Error(refusalWords(read.error));
      const { model } = read.value;
      const bytes = exportFormat('tm-bom')?.write(model, { risks: ['with'] }).bytes ?? new Uint8Array();
      validate?.(JSON.parse(decode(bytes)));
      expect(validate?.errors ?? null).toBeNull();
      const back = imported(bytes, model.template).model;
      expect(keptOf(back)).toEqual(keptOf(model));
      expect(keptOf(regenerate(back)).threats).toEqual(keptOf(regenerate(model)).threats);
    },
  );
});
