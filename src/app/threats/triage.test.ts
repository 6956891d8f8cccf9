import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { THREAT_STATES, type Threat, type ThreatKey } from '../../core/document/index.ts';
import { threatItems } from '../../core/threat-list/index.ts';
import {
  activeIndex,
  type Cause,
  type Cursor,
  choose,
  chooseAll,
  cursorAtStart,
  follow,
  rowKey,
  seen,
} from '../ui/index.ts';
import { filtered, GROUPS, type ListOptions, type Row, rowsOf } from './rows.ts';
import { SORTS } from './table/columns.ts';
import { ALL, fields, model } from './testing/sample.ts';

const GROUPED: ListOptions = { ...ALL, group: 'interaction' };

/** The list as a person drives it: its threats, what it shows of them, and the cursor. */
class Triage {
  threats: readonly Threat[] = model.threats;
  options = GROUPED;
  closed: ReadonlySet<string> = new Set();
  cursor: Cursor<ThreatKey> = cursorAtStart();

  get rows(): readonly Row[] {
    const items = threatItems({ ...model, threats: this.threats }, new Set());
    return rowsOf(
      filtered(items, this.options, fields),
      this.options,
      this.closed,
      (_, label) => label,
      items,
    );
  }
  change(cause: Cause, run: () => void): void {
    const before = this.rows;
    run();
    this.cursor = follow(before, this.rows, this.cursor, cause);
  }
  filter(options: Partial<ListOptions>, cause: Cause = 'filter'): void {
    this.change(cause, () => {
      this.options = { ...this.options, ...options };
    });
  }
  set(state: string): void {
    const keys = new Set(seen(this.rows, this.cursor.selected));
    this.change('edit', () => {
      this.threats = this.threats.map((threat) => (keys.has(threat.key) ? { ...threat, state } : threat));
    });
  }
  move(by: number, choice: 'only' | 'range' | 'toggle' = 'only'): void {
    const { rows } = this;
    const to = Math.max(0, Math.min(rows.length - 1, activeIndex(rows, this.cursor) + by));
    this.cursor = choose(rows, this.cursor, to, choice);
  }
  get ringed(): Row | undefined {
    return this.rows[activeIndex(this.rows, this.cursor)];
  }
  get selectedIds(): readonly number[] {
    return this.threats.filter(({ key }) => this.cursor.selected.has(key)).map(({ id }) => id);
  }
}

const open = 'state:not-started';

describe('a row that leaves the list', () => {
  it('gives its place, ring and selection to the next, over headings, until none is left', () => {
    const triage = new Triage();
    triage.filter({ text: open });
    triage.move(1);
    const order: (string | undefined)[] = [];
    while (triage.rows.length > 0) {
      const [key] = triage.cursor.selected;
      expect(triage.ringed?.key).toBe(key);
      order.push(key);
      triage.set('Mitigated');
    }
    const all = new Triage().rows.flatMap((row) => (row.kind === 'item' ? [row.key] : []));
    expect(order).toEqual(all);
    expect(triage.cursor.selected.size).toBe(0);
  });
  it('at the end of the list gives it to the one before', () => {
    const triage = new Triage();
    triage.filter({ text: open });
    triage.move(1000);
    const { rows } = triage;
    triage.set('Mitigated');
    expect(triage.ringed?.key).toBe(rows.at(-2)?.key);
    expect([...triage.cursor.selected]).toEqual([triage.ringed?.key]);
  });
  it('with several others gives it to the one behind them', () => {
    const triage = new Triage();
    triage.filter({ text: open, group: 'none' });
    triage.move(2);
    triage.move(3, 'range');
    const next = triage.rows[6];
    triage.set('Mitigated');
    expect([...triage.cursor.selected]).toEqual([next?.key]);
    expect(triage.ringed?.key).toBe(next?.key);
  });
});

describe('a filter', () => {
  it('lets go of several that it hides', () => {
    const triage = new Triage();
    triage.cursor = chooseAll(triage.rows, triage.cursor);
    triage.filter({ text: 'state:mitigated' });
    expect(triage.cursor.selected.size).toBe(0);
    triage.filter({ text: '' });
    expect(triage.cursor.selected.size).toBe(0);
  });
  it('keeps those that it shows, and the ring among them', () => {
    const triage = new Triage();
    triage.filter({ group: 'none' });
    triage.cursor = chooseAll(triage.rows, triage.cursor);
    triage.filter({ text: 'breakout' });
    expect(triage.cursor.selected.size).toBe(triage.rows.length);
  });
  it('selects the row in the place of the one that it hides; the diagram selects none', () => {
    for (const [cause, size] of [
      ['filter', 1],
      ['diagram', 0],
    ] as const) {
      const triage = new Triage();
      triage.filter({ group: 'none' });
      triage.move(0);
      const [key] = triage.cursor.selected;
      const other = triage.threats.find((threat) => threat.flowId !== triage.threats[0]?.flowId);
      if (other === undefined) throw new Error('The sample has one flow');
      triage.filter({ flows: new Set([other.flowId]) }, cause);
      expect(triage.cursor.selected.size).toBe(size);
      expect(key !== undefined && triage.cursor.selected.has(key)).toBe(false);
    }
  });
});

it('a heading that is toggled stands for its threats', () => {
  const triage = new Triage();
  triage.cursor = choose(triage.rows, triage.cursor, 0, 'toggle');
  expect(triage.selectedIds).toHaveLength(3);
  triage.cursor = choose(triage.rows, triage.cursor, 0, 'toggle');
  expect(triage.selectedIds).toHaveLength(0);
});

type Act = (triage: Triage) => void;
const states = fc
  .subarray([...THREAT_STATES])
  .map((names) => (names.length === 0 ? '' : `state:${names.join(',')}`));
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(fc.integer({ min: -4, max: 4 }), fc.constantFrom('only', 'range', 'toggle')).map(
    ([by, choice]): Act =>
      (triage) =>
        triage.move(by, choice),
  ),
  fc.constantFrom(...THREAT_STATES).map(
    (state): Act =>
      (triage) =>
        triage.set(state),
  ),
  states.map(
    (text): Act =>
      (triage) =>
        triage.filter({ text }),
  ),
  fc.constantFrom(...GROUPS).map(
    (group): Act =>
      (triage) =>
        triage.filter({ group }),
  ),
  fc.constantFrom(...SORTS).map(
    (sort): Act =>
      (triage) =>
        triage.filter({ sort }),
  ),
  fc.constantFrom('', 'breakout', 'volume', 'nowhere').map(
    (text): Act =>
      (triage) =>
        triage.filter({ text }),
  ),
  fc.nat(30).map(
    (index): Act =>
      (triage) => {
        const row = triage.rows[index];
        if (row?.kind !== 'group') return;
        triage.change('filter', () => {
          triage.closed = new Set([...triage.closed, row.key]);
        });
      },
  ),
  fc.constant((triage: Triage) => {
    triage.cursor = chooseAll(triage.rows, triage.cursor);
  }),
  fc.nat(19).map(
    (index): Act =>
      (triage) => {
        triage.change('edit', () => {
          triage.threats = triage.threats.filter((_, place) => place !== index);
        });
      },
  ),
);

it('what changes is what was shown as selected, whatever came before', () => {
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 25 }), (run) => {
      const triage = new Triage();
      for (const act of run) {
        const shown = new Set(triage.rows.map((row) => row.key));
        const before = triage.threats;
        const selected = triage.cursor.selected;
        act(triage);
        const changed: readonly ThreatKey[] = before
          .filter(({ key, state }) => triage.threats.some((now) => now.key === key && now.state !== state))
          .map(({ key }) => key);
        expect(changed.every((key) => selected.has(key) && shown.has(key))).toBe(true);
        const rows = triage.rows;
        expect(seen(rows, triage.cursor.selected)).toHaveLength(triage.cursor.selected.size);
        const { active } = triage.cursor;
        expect(active === '' || rows.some((row) => rowKey(row) === active)).toBe(true);
        const lost =
          selected.size > 0 && before !== triage.threats && rows.some(({ kind }) => kind === 'item');
        if (lost) {
          expect(triage.cursor.selected.size).toBeGreaterThan(0);
        }
      }
    }),
    { numRuns: 300 },
  );
});
