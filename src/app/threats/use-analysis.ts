import { useDeferredValue, useMemo, useState } from 'react';
import type { ElementId, Model, Threat, ThreatKey } from '../../core/document/index.ts';
import { findingStale, type PendingUpdate, previewingUpdate } from '../../core/engine/index.ts';
import { compileQuery, fieldsOf, threatItems } from '../../core/threat-list/index.ts';
import { type OpenModel, select } from '../store/index.ts';
import { activeIndex, choose, rowKey, sliced, toggled, useSliced } from '../ui/index.ts';
import { groupLabel } from './filter-bar.tsx';
import { type ListState, useListState } from './list-state.ts';
import { filtered, type ListOptions, nextRow, type Row, rowsOf } from './rows.ts';
import { type FlowFilter, useSelectedFlows } from './selected-flows.ts';
import { useListCursor } from './use-list-cursor.ts';

const NOTHING: ReadonlySet<ThreatKey> = new Set();
const NO_GROUP: ReadonlySet<string> = new Set();

interface Analysis {
  readonly stale: ReadonlySet<ThreatKey>;
  readonly pending: PendingUpdate;
}

const analysis = sliced<Model, Analysis>(function* (model) {
  return { stale: yield* findingStale(model), pending: yield* previewingUpdate(model) };
});

const UNKNOWN: Analysis = {
  stale: NOTHING,
  pending: { added: [], refreshed: [], removed: [], excess: null },
};

interface Looking extends Pick<ListState, 'options' | 'closed'> {
  readonly flowFilter: FlowFilter | null;
  readonly held: ReadonlySet<ThreatKey>;
}

/** The rows of the list, and what they were made of. */
function useListed(open: OpenModel, { options, closed, flowFilter, held }: Looking) {
  // Large models: the list may lag behind the canvas, but never the other way round.
  const found = useSliced(analysis, open.model, open.id);
  const coming = found === null;
  const model = found?.of ?? open.model;
  const { stale, pending } = found?.value ?? UNKNOWN;
  const text = useDeferredValue(options.text);
  const opened = open.opened?.model ?? null;
  const items = useMemo(
    () => (coming ? [] : threatItems(model, stale, open.newThreats, opened)),
    [coming, model, stale, open.newThreats, opened],
  );
  const flowIds = useMemo(
    (): ReadonlySet<ElementId> | null =>
      flowFilter === null ? null : new Set(flowFilter.flows.map((flow) => flow.id)),
    [flowFilter],
  );
  const fields = useMemo(() => fieldsOf(model.template), [model.template]);
  const shown = useMemo(
    () => filtered(items, { ...options, text, flows: flowIds }, fields, held),
    [items, options, text, flowIds, fields, held],
  );
  const unknown = useMemo(() => compileQuery(text, fields).unknown, [text, fields]);
  const rows = useMemo(
    () => rowsOf(shown, options, closed, groupLabel, items),
    [shown, options, closed, items],
  );
  const settled = model === open.model && !coming && text === options.text;
  return {
    /** Nothing is known yet of this document: what would be shown may be wrong. */
    coming,
    settled,
    stale,
    pending,
    items,
    shown,
    rows,
    flowIds,
    fields,
    unknown,
  };
}

/** What the analysis shows of a model, and what changes it. `onMove` is called when the cursor went to another threat. */
export function useAnalysis(open: OpenModel, onMove: () => void) {
  const { options, closed, pinned, columns, setOptions, setColumns, setClosed, setPinned } =
    useListState(open);
  /** What is being written to stays in the list until the field is left, whatever its text then matches. */
  const [held, setHeld] = useState<ReadonlySet<ThreatKey>>(NOTHING);
  const selectedFlows = useSelectedFlows(open);
  const flowFilter = pinned ?? selectedFlows;

  const listed = useListed(open, { options, closed, flowFilter, held });
  const { items, rows, flowIds, settled } = listed;
  const unfiltered = () => setOptions({ text: '' });
  const clearFlows = () => {
    setPinned(null);
    select([]);
  };
  const [cursor, putCursor] = useListCursor(open, {
    rows,
    flows: flowIds,
    settled,
    onHidden: () => {
      unfiltered();
      setClosed(() => NO_GROUP);
    },
    onMove,
  });
  /** Goes on to another row of the list; false where there is none. */
  const goOn = (by: 1 | -1, wanted?: (threat: Threat) => boolean): boolean => {
    const to = nextRow(rows, activeIndex(rows, cursor), by, wanted);
    if (to === undefined) return false;
    setHeld(NOTHING);
    putCursor(choose(rows, cursor, to, 'only'));
    return true;
  };
  /** Whether the flows that filter have any threats at all. */
  const haveThreats = flowIds === null || items.some(({ threat }) => flowIds.has(threat.flowId));
  return {
    ...listed,
    options,
    flows: flowFilter?.flows ?? [],
    flowLabel: flowFilter?.label ?? null,
    pinned: pinned !== null,
    pin: () => setPinned(pinned === null ? flowFilter : null),
    clearFlows,
    cursor,
    haveThreats,
    goOn,
    putCursor: (next: Parameters<typeof putCursor>[0]) => {
      setHeld(NOTHING);
      putCursor(next);
    },
    change: (next: Partial<ListOptions>) => {
      setHeld(NOTHING);
      setOptions(next);
    },
    /** Drops what keeps threats out of the list: the filter, or the flows when they have none. */
    clear: haveThreats ? unfiltered : clearFlows,
    columns,
    setColumns,
    /** Selects the whole group, unfolded to be seen, or lets it go. */
    markGroup: ({ key, members }: Extract<Row, { kind: 'group' }>) => {
      const all = members.every((member) => cursor.selected.has(member));
      const selected = new Set(cursor.selected);
      for (const member of members) {
        if (all) selected.delete(member);
        else selected.add(member);
      }
      if (!all && closed.has(key)) setClosed((before) => toggled(before, key));
      const active = rowKey({ kind: 'group', key });
      setHeld(NOTHING);
      putCursor({ active, anchor: active, selected });
    },
    toggleGroup: (key: string) => setClosed((before) => toggled(before, key)),
    hold: (keys: ReadonlySet<ThreatKey> = cursor.selected) => setHeld(keys),
    letGo: () => setHeld(NOTHING),
  };
}
