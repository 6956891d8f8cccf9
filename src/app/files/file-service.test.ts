import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel, readTemplate } from '../../core/codec/index.ts';
import { contentOfFile } from './file-job.ts';
import { formOf, readBeside, writeBeside } from './file-service.ts';

const bytesOf = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(path.join(import.meta.dirname, '../../../templates', name)));
const model = bytesOf('docker-sample.tm7');
const template = bytesOf('stride-core.tb7');

async function openedBeside(bytes: Uint8Array, name = '') {
  const read = await readBeside(bytes, { name }).read;
  if (read?.ok !== true) throw new Error('not read');
  return read.value;
}

describe('reading beside the page', () => {
  it('gives what reading here gives', async () => {
    expect(await readBeside(model).read).toEqual(readModel(model));
    expect(await readBeside(template).read).toEqual(readTemplate(template));
  });

  it('refuses what reading here refuses', async () => {
    const broken = model.slice(0, 5000);
    expect(await readBeside(broken).read).toEqual(readModel(broken));
    expect(await readBeside(model, { as: 'template' }).read).toEqual(readTemplate(model));
    expect(await readBeside(template, { as: 'model' }).read).toEqual(readModel(template));
    expect(await readBeside(new Uint8Array(), { name: 'a.tm7' }).read).toMatchObject({ ok: false });
  });

  it('can be stopped, and the next one is read', async () => {
    const { read, stop } = readBeside(model);
    stop();
    expect(await read).toBeNull();
    expect(await readBeside(model).read).toEqual(readModel(model));
  });

  it('knows how the reading went', async () => {
    expect(await formOf(await openedBeside(model))).toBe('exact');
    const laidOut = new TextEncoder().encode(new TextDecoder().decode(model).replaceAll('><', '>\n<'));
    expect(await formOf(await openedBeside(laidOut))).toBe('normalised');
    const here = readModel(bytesOf('docker-sample.tm7'));
    expect(here.ok && (await formOf(here.value))).toBe('exact');
  });

  it('says how far it is', async () => {
    const shares: number[] = [];
    const threats = new TextDecoder().decode(model).replace(/<ThreatInstances.*?<\/ThreatInstances>/s, '');
    const many = threats.replace('</ThreatModel>', `${'<Odd/>'.repeat(100_000)}</ThreatModel>`);
    await readBeside(new TextEncoder().encode(many), { progress: (share) => shares.push(share) }).read;
    expect(shares.length).toBeGreaterThan(0);
    for (const share of shares) expect(share).toBeGreaterThan(0);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });
});

describe('writing beside the page', () => {
  it('gives the bytes of the file for a document that was read', async () => {
    for (const bytes of [model, template]) {
      const written = await writeBeside(contentOfFile(await openedBeside(bytes)));
      expect(written.ok && Buffer.compare(written.bytes, bytes)).toBe(0);
    }
  });

  it('does not give what would be opened as something else', async () => {
    const opened = await openedBeside(model);
    if (opened.format !== 'tm7') throw new Error('no model');
    // Reading gives the second of two equal ids a fresh one.
    const diagrams = opened.model.diagrams.flatMap((diagram) => [diagram, diagram]);
    const written = await writeBeside({ format: 'tm7', model: { ...opened.model, diagrams } });
    expect(written).toEqual({ ok: false, fault: { cause: 'differs', params: expect.anything() } });
  });
});
