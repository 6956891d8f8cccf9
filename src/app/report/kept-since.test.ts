import { beforeEach, describe, expect, it } from 'vitest';
import { sample } from '../../core/report/testing/sample.ts';
import { closeDocument, openModel, session } from '../store/index.ts';
import { compareReport, olderOf } from './kept-since.ts';

const older = { name: 'old.tm7', model: { ...sample, threats: [] } };
const tab = (fileName: string): string => {
  openModel({ fileName, model: sample });
  return session.getState().activeId ?? '';
};

beforeEach(() => {
  session.setState({ documents: [], activeId: null });
});

describe('what a report is compared with', () => {
  it('belongs to one tab, and can be taken away', () => {
    const [first, second] = [tab('a.tm7'), tab('b.tm7')];
    compareReport(first, older);
    expect(olderOf(first)).toBe(older);
    expect(olderOf(second)).toBeNull();
    compareReport(first, { ...older, name: 'older.tm7' });
    expect(olderOf(first)?.name).toBe('older.tm7');
    compareReport(first, null);
    expect(olderOf(first)).toBeNull();
    expect(olderOf(undefined)).toBeNull();
  });

  it('goes with its tab', () => {
    const [first, second] = [tab('a.tm7'), tab('b.tm7')];
    compareReport(first, older);
    compareReport(second, older);
    closeDocument(first);
    expect(olderOf(first)).toBeNull();
    expect(olderOf(second)).toBe(older);
  });

  it('is nothing for a tab that was closed while its file was read', () => {
    const first = tab('a.tm7');
    closeDocument(first);
    compareReport(first, older);
    expect(olderOf(first)).toBeNull();
  });
});
