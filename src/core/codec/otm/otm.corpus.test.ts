import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { checkInvariants, elementName } from '../../document/index.ts';
import { regenerate } from '../../engine/index.ts';
import { refusalWords } from '../../words/later.ts';
import { exportFormat, readModel, writeModel } from '../index.ts';
import { LIMITS } from '../places.ts';
import { own } from '../testing/files.ts';
import { imported, keptOf, stride, threatsAtFlows } from '../testing/foreign.ts';
import { parseJsonOrYaml } from '../yaml.ts';

const SHARED = path.join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared');
const FOLDER = path.join(SHARED, 'corpus', 'exchange', 'otm');
const found = existsSync(FOLDER);
if (!found) console.warn(`SKIPPED: Open Threat Models of others, because ${FOLDER} is not there`);
const files = found ? readdirSync(FOLDER).filter((name) => /\.(json|otm|yaml)$/.test(name)) : [];

type Any = Readonly<Record<string, unknown>>;
const list = (value: unknown): readonly Any[] => (Array.isArray(value) ? value : []);

describe('Open Threat Models of others', () => {
  it.runIf(found).each(files)('%s: as many elements, flows, boundaries and threats as it has', (name) => {
    const bytes = new Uint8Array(readFileSync(path.join(FOLDER, name)));
    // Another way of counting: by the raw file alone.
    const file = Object(parseJsonOrYaml(bytes, LIMITS));
    const components = list(file.components);
    const holders = new Set(components.map(({ parent }) => Object(parent).component).filter(Boolean));
    const ends = new Set(list(file.dataflows).flatMap(({ source, destination }) => [source, destination]));
    const holding = components.filter(({ id }) => holders.has(id));
    const twoWay = list(file.dataflows).filter(({ bidirectional }) => bidirectional === true).length;
    const instances = [...components, ...list(file.dataflows)].flatMap(({ threats }) => list(threats)).length;

    const { model, losses } = imported(bytes, stride);
    const shapes = model.diagrams.flatMap((diagram) => diagram.shapes);
    const boxes = shapes.filter(({ kind }) => kind === 'borderBoundary');
    expect(boxes).toHaveLength(list(file.trustZones).length + holding.length);
    // What stands on two diagrams is two elements there.
    const diagrams = list(file.representations).filter(({ type }) => type === 'diagram');
    const twice = components.flatMap(({ representations }) =>
      list(representations)
        .filter(({ representation }) => diagrams.some(({ id }) => id === representation))
        .slice(1),
    ).length;
    const inside = holding.filter(({ id }) => ends.has(id)).length;
    expect(shapes.length - boxes.length).toBe(components.length - holding.length + inside + twice);
    expect(model.diagrams.flatMap(({ lines }) => lines)).toHaveLength(list(file.dataflows).length + twoWay);
    const noted = losses.find(({ code }) => code === 'threat-without-flow')?.count ?? 0;
    expect(model.threats.length + noted).toBe(instances);

    // What a thing lies in, from the inside out, by what the file says.
    const parents = new Map(
      [...list(file.trustZones), ...components].map(({ id, parent }) => [
        id,
        Object(parent).component ?? Object(parent).trustZone,
      ]),
    );
    const around = (id: unknown): readonly unknown[] => {
      const parent = parents.get(id);
      return parent === undefined ? [] : [parent, ...around(parent)];
    };
    const place = (id: unknown): string => JSON.stringify(holders.has(id) ? [id, ...around(id)] : around(id));
    const crossing = list(file.dataflows)
      .filter(({ source, destination }) => place(source) !== place(destination))
      .reduce((sum, { bidirectional }) => sum + (bidirectional === true ? 2 : 1), 0);
    expect(threatsAtFlows(model)).toEqual({ all: list(file.dataflows).length + twoWay, crossing });

    const wanted = components.map((one) => String(one['name'])).sort();
    const elements = shapes.map(elementName);
    expect(wanted.filter((one) => !elements.includes(one))).toEqual([]);
    expect(checkInvariants(model)).toEqual([]);
    const again = readModel(writeModel(model));
    expect(again.ok || refusalWords(again.error)).toBe(true);
    expect(imported(bytes, stride).model).toEqual(model);
  });
});

const validate = (() => {
  if (!found) return undefined;
  const schema = JSON.parse(readFileSync(path.join(FOLDER, 'schema', 'otm_schema.json'), 'utf8'));
  return new Ajv({ strict: false }).compile(schema);
})();

describe('our models as Open Threat Models', () => {
  it.each(['docker-sample-triaged.tm7', 'web-application-triaged.tm7'])(
    '%s: comes back as it was, from JSON and from YAML',
    (name) => {
      const read = readModel(own(name));
      if (!read.ok) throw new Error(refusalWords(read.error));
      const { model } = read.value;
      const ways = [
        ['otm', 'flows'],
        ['otm', 'components'],
        ['otm-yaml', 'flows'],
      ] as const;
      for (const [format, threats] of ways) {
        const bytes = exportFormat(format)?.write(model, { threats: [threats] }).bytes ?? new Uint8Array();
        if (validate !== undefined) {
          validate(parseJsonOrYaml(bytes, LIMITS));
          expect(validate.errors).toBeNull();
        }
        const back = imported(bytes, model.template).model;
        expect(keptOf(back)).toEqual(keptOf(model));
        expect(keptOf(regenerate(back)).threats).toEqual(keptOf(regenerate(model)).threats);
      }
    },
  );
});
