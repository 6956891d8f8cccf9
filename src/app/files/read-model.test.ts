import { beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../../core/codec/index.ts';
import { session } from '../store/index.ts';
import { readModelOf } from './read-model.ts';
import { original } from './testing/kept.ts';

const told = () => session.getState().notices.map(({ tone, text }) => `${tone}: ${text}`);
const fileOf = (bytes: Uint8Array<ArrayBuffer>, change: Partial<File> = {}): File =>
  Object.defineProperties(
    new File([bytes], 'a.tm7'),
    Object.fromEntries(Object.entries(change).map(([name, value]) => [name, { value }])),
  );

describe('a file that is only looked at', () => {
  beforeEach(() => session.setState({ documents: [], activeId: null, notices: [] }));

  it('gives its model, and opens no tab', async () => {
    const found = await readModelOf(fileOf(original));
    expect(found?.name).toBe('a.tm7');
    expect(found?.model.diagrams).toHaveLength(1);
    expect(session.getState().documents).toEqual([]);
    expect(told()).toEqual([]);
  });

  it.each([
    ['no model', fileOf(new TextEncoder().encode('no')), /^error: a\.tm7 was not opened/],
    ['too large', fileOf(new Uint8Array(), { size: LIMITS.bytes + 1 }), /^error: a\.tm7 .*MB/],
    [
      'gone',
      fileOf(new Uint8Array(), { arrayBuffer: () => Promise.reject(new Error('It is gone')) }),
      /^error: a\.tm7 .*It is gone/,
    ],
  ])('that is %s gives nothing, and that is told by then', async (_, file, text) => {
    expect(await readModelOf(file)).toBeNull();
    expect(told()).toEqual([expect.stringMatching(text)]);
  });
});
