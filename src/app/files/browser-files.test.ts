import { describe, expect, it } from 'vitest';
import { filePlace, isWrittenSince } from './browser-files.ts';

const file = (text: string, lastModified: number): File => new File([text], 'model.tm7', { lastModified });
const handle = {} as FileSystemFileHandle;

describe('a file on the disk', () => {
  it.each([
    ['as it was left', file('abc', 5), false],
    ['with another stamp', file('abc', 6), true],
    ['with an older stamp', file('abc', 4), true],
    ['of another length under the same stamp, as a copy that keeps it', file('abcd', 5), true],
  ])('%s', (_, now, changed) => {
    expect(isWrittenSince(filePlace(handle, file('abc', 5)), now)).toBe(changed);
  });

  it('of which an older version stored nothing is taken for the one that was left', () => {
    expect(isWrittenSince({ handle, modified: null, size: null }, file('abc', 5))).toBe(false);
  });
});
