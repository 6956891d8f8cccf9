import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel } from '../codec/index.ts';
import { type Model, THREAT_TEXT, type Threat, threatProperty } from '../document/index.ts';
import { renderReport, reportOf } from '../session/index.ts';
import { refusalWords } from '../words/later.ts';
import { applyList, compareList, readThreatList, type ThreatList } from './index.ts';

const SHARED = path.join(import.meta.dirname, '..', '..', '..', '..', 'shared');
const MODELS = path.join(SHARED, 'corpus', 'models');
const found = existsSync(MODELS);
if (!found) console.warn(`SKIPPED: lists of real models, because ${MODELS} is not there`);
const models = found ? readdirSync(MODELS).filter((name) => name.endsWith('.tm7')) : [];

function load(file: string): Model {
  const read = readModel(new Uint8Array(readFileSync(path.join(MODELS, file))));
  if (!read.ok) throw new Error(refusalWords(read.error));
  return read.value.model;
}

async function listOf(bytes: Uint8Array): Promise<ThreatList> {
  const read = await readThreatList(bytes);
  if (!read.ok) throw new Error(read.error.cause);
  return read.value;
}

const listed = async (model: Model, format: 'csv' | 'csv-windows' | 'xlsx'): Promise<ThreatList> => {
  const text = await renderReport(reportOf(model, '2026-11-25'), format);
  return listOf(typeof text === 'string' ? new TextEncoder().encode(text) : text);
};

/** Every threat with another state and justification. */
const worked = (model: Model): Model => ({
  ...model,
  threats: model.threats.map((threat): Threat => {
    const others = threat.properties.filter(([name]) => name !== THREAT_TEXT.justification);
    const justification = `=${threat.id}; "why",\r\nand how`;
    return {
      ...threat,
      state: threat.state === 'Mitigated' ? 'NeedsInvestigation' : 'Mitigated',
      properties: [...others, [THREAT_TEXT.justification, justification]],
    };
  }),
});

describe.runIf(found)('lists of real models', () => {
  const cases = models.flatMap((file) => (['csv', 'xlsx'] as const).map((format) => [file, format] as const));
  it.each(cases)('%s: a list goes out as %s, is edited, and comes in', async (file, format) => {
    const model = load(file);
    expect(compareList(model, await listed(model, format))).toMatchObject({
      changes: [],
      matched: model.threats.length,
      lost: [],
      problems: [],
    });
    const elsewhere = worked(model);
    const { changes } = compareList(model, await listed(elsewhere, format));
    const after = applyList(model, changes, { name: 'Ann', now: '2026-11-25T10:00:00+01:00' });
    const workOf = ({ threats }: Model) =>
      threats.map((threat) => [threat.key, threat.state, threatProperty(threat, THREAT_TEXT.justification)]);
    expect(workOf(after)).toEqual(workOf(elsewhere));
  });

  it("our list in the Windows tool's form is the Windows tool's list", async () => {
    const theirs = await listOf(new Uint8Array(readFileSync(path.join(MODELS, 'kubearmor.threats.csv'))));
    const ours = await listed(load('kubearmor.tm7'), 'csv-windows');
    expect(ours.columns).toEqual(theirs.columns);
    const rows = ({ rows: all }: ThreatList): ReadonlySet<string> =>
      // The diagram got another name after the list was made (exchange 12).
      new Set(all.map(({ cells }) => JSON.stringify(cells.toSpliced(3, 1))));
    const same = [...rows(theirs)].filter((row) => rows(ours).has(row));
    // So did the flows of eleven threats.
    expect([theirs.rows.length, same.length]).toEqual([64, 53]);
  });
});
