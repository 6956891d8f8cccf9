import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readForeign, readModel, readTemplate } from '../../core/codec/index.ts';
import { bytesOf as bytesOfBlob, knownBlob } from '../ui/index.ts';
import type { FileAnswer, FileQuestion } from './file-job.ts';
import { contentOfFile } from './file-job.ts';
import { formOf, readBeside, writeBeside } from './file-service.ts';
import { readForeignBeside } from './foreign-beside.ts';

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

  it('takes a file that the page has not read yet, and gives its bytes', async () => {
    expect(await readBeside(new Blob([new Uint8Array(model)])).read).toEqual(readModel(model));
    const gone = new Blob([new Uint8Array(model)]);
    vi.spyOn(gone, 'slice').mockImplementation(() => {
      throw new Error('gone');
    });
    await expect(readBeside(gone).read).rejects.toThrow('gone');
  });

  it('refuses what reading here refuses', async () => {
    const broken = model.slice(0, 5000);
    expect(await readBeside(broken).read).toEqual(readModel(broken));
    expect(await readBeside(model, { as: 'template' }).read).toEqual(readTemplate(model));
    expect(await readBeside(template, { as: 'model' }).read).toEqual(readModel(template));
    expect(await readBeside(new Uint8Array(), { name: 'a.tm7' }).read).toMatchObject({ ok: false });
  });

  it('gives what another program copied as reading here gives it, and nothing of ours or of no program', async () => {
    const chart = new TextEncoder().encode('flowchart LR\n  a[One] --> b[(Two)]\n');
    const here = readForeign(chart);
    expect(here.ok).toBe(true);
    expect(await readForeignBeside(chart)).toEqual(here.ok && here.value);
    for (const other of [template, new TextEncoder().encode('only a text')])
      expect(await readForeignBeside(other)).toBeNull();
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

describe('the bytes of a file', () => {
  /** Notes how much is read at once. */
  class Watched extends Blob {
    readonly read: number[] = [];
    override slice(from = 0, to = this.size): Blob {
      this.read.push(Math.min(to, this.size) - from);
      return super.slice(from, to);
    }
    override arrayBuffer(): Promise<ArrayBuffer> {
      throw new Error('Read as a whole');
    }
  }
  const of = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 7) % 251);

  it.each([0, 1, 2 ** 19, 2 ** 19 + 1, 3_600_000])(
    'are read in parts that keep nobody waiting: %i',
    async (size) => {
      const file = new Watched([of(size)]);
      const bytes = await bytesOfBlob(file);
      expect(Buffer.compare(bytes, of(size))).toBe(0);
      expect(Math.max(0, ...file.read)).toBeLessThanOrEqual(2 ** 19);
      expect(knownBlob(bytes)).toBe(file);
    },
  );

  it('are no others when the browser cannot read a part', async () => {
    const file = new Watched([of(2 ** 20)]);
    file.slice = (from = 0, to) => {
      if (from > 0) throw new DOMException('changed', 'NotReadableError');
      return new Blob([of(2 ** 20)]).slice(from, to);
    };
    await expect(bytesOfBlob(file)).rejects.toThrow('changed');
  });
});

describe('writing beside the page', () => {
  it('gives the bytes of the file for a document that was read', async () => {
    for (const bytes of [model, template]) {
      const written = await writeBeside(contentOfFile(await openedBeside(bytes)));
      expect(written.ok && Buffer.compare(written.bytes, bytes)).toBe(0);
      // What is stored and downloaded was made beside the page, too.
      const blob = written.ok ? knownBlob(written.bytes) : undefined;
      expect(new Uint8Array((await blob?.arrayBuffer()) ?? [])).toEqual(new Uint8Array(bytes));
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

/** Stands in for a worker: `starts` says whether it could be started, `answer` what it says to a question. */
function workers(starts: readonly boolean[], answer: (question: FileQuestion) => FileAnswer | undefined) {
  const made: { closed: boolean; fail: () => void }[] = [];
  class FakeWorker {
    onmessage: ((event: { data: FileAnswer }) => void) | null = null;
    onerror: ((event: { message: string; preventDefault: () => void }) => void) | null = null;
    readonly #starts: boolean;
    readonly made = { closed: false, fail: () => this.onerror?.({ message: 'gone', preventDefault() {} }) };
    constructor() {
      this.#starts = starts[made.length] ?? true;
      made.push(this.made);
      if (!this.#starts) queueMicrotask(this.made.fail);
    }
    postMessage(question: FileQuestion): void {
      const data = this.#starts ? answer(question) : undefined;
      if (data !== undefined) queueMicrotask(() => this.onmessage?.({ data }));
    }
    terminate(): void {
      this.made.closed = true;
    }
  }
  vi.stubGlobal('Worker', FakeWorker);
  return made;
}

describe('the worker that is kept', () => {
  afterEach(() => vi.unstubAllGlobals());
  /** Without a worker of the tests before. */
  async function fresh() {
    vi.resetModules();
    return import('./file-service.ts');
  }
  const refused: FileAnswer = {
    kind: 'refused',
    error: { cause: 'empty', params: { blank: true }, place: { line: 1, column: 1, path: '' } },
  };

  it('reads one file after the other, is not stopped by what is over, and goes when it fails', async () => {
    const made = workers([false, true, true], () => refused);
    const { keepReady, readBeside } = await fresh();
    keepReady();
    await Promise.resolve();
    // The first could not be started: nothing may wait for it.
    const { read, stop } = readBeside(model);
    expect(await read).toMatchObject({ ok: false });
    expect(made.map(({ closed }) => closed)).toEqual([true, false]);
    stop();
    expect(await readBeside(model).read).toMatchObject({ ok: false });
    expect(made).toHaveLength(2);
    made[1]?.fail();
    expect(await readBeside(model).read).toMatchObject({ ok: false });
    expect(made.map(({ closed }) => closed)).toEqual([true, true, false]);
  });

  it('that fails at a file is told, and is not asked again', async () => {
    const made = workers([], () => ({ kind: 'failed', cause: 'no memory' }));
    const { formOf, readBeside, writeBeside } = await fresh();
    await expect(readBeside(model).read).rejects.toThrow();
    const read = readTemplate(template);
    if (!read.ok) throw new Error('not read');
    await expect(writeBeside(contentOfFile(read.value))).rejects.toThrow();
    const opened = readModel(bytesOf('docker-sample.tm7'));
    expect(opened.ok && (await formOf(opened.value))).toBe('normalised');
    expect(made.map(({ closed }) => closed)).toEqual([true, true, true]);
  });

  it('is asked for each piece, and once for the proof, at the latest by who waits for it', async () => {
    const asked: FileQuestion['kind'][] = [];
    const piece: FileAnswer = {
      kind: 'piece',
      piece: { path: [], from: 0, items: [{ format: 'tm7', model: 1 }] },
    };
    const read: FileAnswer = { kind: 'read', warnings: [], source: new Blob([new Uint8Array(model)]) };
    const left = [piece, read];
    const made = workers([], ({ kind }) => {
      asked.push(kind);
      return kind === 'prove' ? { kind: 'proven', fidelity: 'exact' } : left.shift();
    });
    const { formOf, readBeside } = await fresh();
    const found = await readBeside(model).read;
    if (found?.ok !== true) throw new Error('not read');
    expect(asked).toEqual(['read', 'next']);
    expect(await formOf(found.value)).toBe('exact');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(asked).toEqual(['read', 'next', 'prove']);
    expect(made.map(({ closed }) => closed)).toEqual([false]);
  });

  it('that fails between two pieces of what is written is told', async () => {
    const asked: FileQuestion['kind'][] = [];
    const made = workers([], ({ kind }) => {
      asked.push(kind);
      return asked.length < 2 ? { kind: 'taken' } : { kind: 'failed', cause: 'no memory' };
    });
    const { writeBeside } = await fresh();
    const read = readModel(bytesOf('docker-sample.tm7'));
    if (!read.ok) throw new Error('not read');
    const notes = Array.from({ length: 20_000 }, (_, id) => ({ id, date: '', addedBy: '', message: '' }));
    const large = { ...read.value.model, notes };
    await expect(writeBeside({ format: 'tm7', model: large })).rejects.toThrow('no memory');
    expect(asked).toEqual(['piece', 'piece']);
    expect(made.map(({ closed }) => closed)).toEqual([true]);
  });
});
