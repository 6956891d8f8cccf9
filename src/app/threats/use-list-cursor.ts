import { useLayoutEffect, useRef, useState } from 'react';
import type { ElementId, Model, ThreatKey } from '../../core/document/index.ts';
import { type OpenModel, selectThreats } from '../store/index.ts';
import { type Cursor, follow, itemRowKey, seen } from '../ui/index.ts';
import { setListed, setRinged } from './actions.ts';
import type { Row } from './rows.ts';

/** What the list was the last time that it agreed with the document. */
interface Last {
  readonly id: string;
  readonly model: Model;
  readonly rows: readonly Row[];
  readonly flows: ReadonlySet<ElementId> | null;
  readonly cursor: Cursor<ThreatKey>;
}

interface ListState {
  readonly rows: readonly Row[];
  readonly flows: ReadonlySet<ElementId> | null;
  /** Whether the rows show the document and the filters as they are now: a large list lags behind. */
  readonly settled: boolean;
  /** A threat was selected elsewhere (the palette): the filters make way for it. */
  readonly onHidden: () => void;
  /** The selection is about to move to another row by itself. */
  readonly onMove: () => void;
}

const same = (a: ReadonlySet<ThreatKey>, b: ReadonlySet<ThreatKey>): boolean =>
  a.size === b.size && [...a].every((key) => b.has(key));

/** Whether an edit changed, added or removed one of these threats. */
function touched(keys: ReadonlySet<ThreatKey>, before: Model, after: Model): boolean {
  const old = new Map(before.threats.map((threat) => [threat.key, threat]));
  const now = new Map(after.threats.map((threat) => [threat.key, threat]));
  return [...keys].some((key) => old.get(key) !== now.get(key));
}

/** Keeps what is ringed and selected in step with the rows, before they are painted. */
export function useListCursor(
  open: OpenModel,
  state: ListState,
): [Cursor<ThreatKey>, (next: Cursor<ThreatKey>) => void] {
  const { rows, flows, settled, onHidden, onMove } = state;
  const [place, setPlace] = useState({ active: '', anchor: '' });
  const last = useRef<Last | null>(null);
  /** The cursor when a document was left: undo puts that very document back, and the cursor with it. */
  const left = useRef(new WeakMap<Model, Cursor<ThreatKey>>());

  const put = (next: Cursor<ThreatKey>) => {
    if (last.current !== null) last.current = { ...last.current, cursor: next };
    if (next.active !== place.active || next.anchor !== place.anchor)
      setPlace({ active: next.active, anchor: next.anchor });
    if (!same(next.selected, open.selectedThreats)) selectThreats(next.selected);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the rows and the selection, not its own callbacks
  useLayoutEffect(() => {
    setListed(rows.flatMap((row) => (row.kind === 'item' ? [row.key] : [])));
    if (!settled) return;
    const { model, selectedThreats: selected } = open;
    const before = last.current?.id === open.id ? last.current : null;
    const remember = (cursor: Cursor<ThreatKey>) => {
      last.current = { id: open.id, model, rows, flows, cursor };
    };
    const alive = new Set(model.threats.map((threat) => threat.key));
    const expected = new Set([...(before?.cursor.selected ?? [])].filter((key) => alive.has(key)));
    if (before === null || !same(selected, expected)) {
      // Chosen elsewhere, or the list has just come.
      const [first] = seen(rows, selected);
      if (first === undefined && selected.size > 0 && before !== null && flows === before.flows) {
        const [hidden] = selected;
        const active = hidden === undefined ? '' : itemRowKey(hidden);
        remember({ active, anchor: active, selected });
        setPlace({ active, anchor: active });
        onHidden();
        return;
      }
      const active = first === undefined ? '' : itemRowKey(first);
      const arrived = follow(rows, rows, { active, anchor: active, selected }, 'diagram');
      remember(arrived);
      put(arrived);
      return;
    }
    const edited = before.model !== model;
    if (edited) left.current.set(before.model, before.cursor);
    const old = edited ? left.current.get(model) : undefined;
    const back =
      old !== undefined && touched(old.selected, before.model, model)
        ? follow(rows, rows, old, 'diagram')
        : undefined;
    const cause = flows !== before.flows ? 'diagram' : edited ? 'edit' : 'filter';
    const next =
      back !== undefined && back.selected.size > 0 ? back : follow(before.rows, rows, before.cursor, cause);
    if (!same(next.selected, selected)) onMove();
    remember(next);
    put(next);
  }, [open.id, open.model, open.selectedThreats, rows, settled]);

  useLayoutEffect(() => setRinged(place.active.replace(/^item /, '')), [place.active]);

  useLayoutEffect(() => () => setListed([]), []);

  return [{ ...place, selected: new Set(seen(rows, open.selectedThreats)) }, put];
}
