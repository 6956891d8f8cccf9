import { describe, expect, it } from 'vitest';
import { type Model, THREAT_TEXT, type Threat, threatKey } from '../../core/document/index.ts';
import { changeThreats, setName, setThreatProperty, setThreatState } from '../../core/edit/index.ts';
import { threatItems } from '../../core/threat-list/index.ts';
import { work as made } from '../../core/threat-list/item.ts';
import { work as counted, progressOf } from '../../core/threat-list/progress.ts';
import { preparingSearch, work as read } from '../../core/threat-list/query.ts';
import { work as asked, filtered, type Group, type Row, rowsOf } from './rows.ts';
import { ALL, fields, model } from './testing/sample.ts';

const COUNT = 5_000;
const author = { name: 'Anna', now: '2026-11-27T00:00:00' };

/** As many threats, each the copy of one of the sample. */
const large: Model = {
  ...model,
  threats: Array.from({ length: COUNT }, (_, n) => {
    const one = model.threats[n % model.threats.length] as Threat;
    return { ...one, id: n + 1, key: threatKey(`${one.key} ${n}`) };
  }),
};
const keys = large.threats.map(({ key }) => key);
const first = keys.slice(0, 1);

const NOTHING: ReadonlySet<never> = new Set();

/** The rows of the list as it is shown. */
function list(of: Model, { text = '', group = 'interaction' }: { text?: string; group?: Group } = {}) {
  const options = { ...ALL, group, text };
  const items = threatItems(of, NOTHING, NOTHING, large);
  return rowsOf(filtered(items, options, fields), options, NOTHING, (_, label) => label, items);
}

/** Rows of threats that are not the ones of before: those are drawn again. */
const drawnAgain = (before: readonly Row[], after: readonly Row[]): number => {
  const known = new Set(before);
  return after.filter((row) => row.kind === 'item' && !known.has(row)).length;
};

describe(`in a list of ${COUNT} threats`, () => {
  it('a keystroke in the search makes no item, asks each once and draws no row again', () => {
    const before = list(large);
    made.items = 0;
    asked.asked = 0;
    const after = list(large, { text: 'container' });
    expect(after.length).toBeGreaterThan(100);
    expect(made.items).toBe(0);
    expect(asked.asked).toBe(COUNT);
    expect(drawnAgain(before, after)).toBe(0);
  });

  it('texts are put together once, before one types, however long one does', () => {
    const items = threatItems(large, NOTHING, NOTHING, large);
    read.haystacks = 0;
    expect([...preparingSearch(items)]).toHaveLength(COUNT);
    expect(read.haystacks).toBeLessThanOrEqual(COUNT);
    read.haystacks = 0;
    list(large, { text: 'c' });
    expect(read.haystacks).toBe(0);
    for (const text of ['co', 'con', 'cont', 'state:not-started cont']) list(large, { text });
    expect(read.haystacks).toBe(0);
    list(setThreatProperty(large, first, THREAT_TEXT.justification, 'Because', author), { text: 'cont' });
    expect(read.haystacks).toBe(1);
  });

  it.each([
    ['a state', (of: Model) => setThreatState(of, first, 'Mitigated', author)],
    ['a letter', (of: Model) => setThreatProperty(of, first, THREAT_TEXT.title, 'T', author)],
  ] as const)('an edit of one threat (%s) makes one item and draws one row again', (_, edit) => {
    for (const group of ['interaction', 'none'] as const) {
      const before = list(large, { group });
      made.items = 0;
      const edited = edit(large);
      expect(drawnAgain(before, list(edited, { group }))).toBe(1);
      expect(made.items).toBe(1);
      // Undo gives back what was recorded, whose item is that of the other state by now.
      expect(drawnAgain(before, list(large, { group }))).toBeLessThanOrEqual(1);
    }
  });

  it('the progress is counted once for each state of the model', () => {
    const items = threatItems(large, NOTHING);
    counted.items = 0;
    const progress = progressOf(items);
    expect(progressOf(items)).toBe(progress);
    expect(counted.items).toBeLessThanOrEqual(COUNT);
    expect([...progress.byState.values()].reduce((sum, count) => sum + count, 0)).toBe(COUNT);
  });

  it('an edit of many makes their items alone, in one pass', () => {
    list(large);
    made.items = 0;
    const some = keys.slice(0, 700);
    list(changeThreats(large, some, { state: 'Mitigated', texts: { Comments: 'Agreed' } }, author));
    expect(made.items).toBe(some.length);
  });

  it('what a threat is named after is named anew when that changes', () => {
    const [threat] = large.threats;
    if (threat === undefined) throw new Error('The sample has threats');
    list(large);
    const renamed = setName(large, threat.sourceId, 'Renamed');
    const names = threatItems(renamed, NOTHING).flatMap(({ source, target }) => [source, target]);
    expect(names).toContain('Renamed');
    expect(threatItems(large, NOTHING).flatMap(({ source, target }) => [source, target])).not.toContain(
      'Renamed',
    );
    const stale = threatItems(large, new Set(first));
    expect(stale[0]?.stale).toBe(true);
    expect(threatItems(large, NOTHING)[0]?.stale).toBe(false);
    expect(threatItems(large, NOTHING, new Set(first))[0]?.isNew).toBe(true);
  });
});
