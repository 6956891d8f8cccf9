import { useDeferredValue, useMemo, useState } from 'react';
import {
  type ElementId,
  findLine,
  type Line,
  type Model,
  type ThreatKey,
} from '../../core/document/index.ts';
import { findingStale, type PendingUpdate, previewingUpdate } from '../../core/engine/index.ts';
import { type OpenModel, select, useActiveDiagram } from '../store/index.ts';
import { sliced, toggled, useSliced } from '../ui/index.ts';
import { groupLabel } from './filter-bar.tsx';
import { filtered, type ListOptions, rowsOf, threatItems } from './rows.ts';
import { useListCursor } from './use-list-cursor.ts';

const NOTHING: ReadonlySet<ThreatKey> = new Set();

const START: Omit<ListOptions, 'flows'> = {
  text: '',
  states: new Set(),
  priorities: new Set(),
  categories: new Set(),
  onlyNew: false,
  diagramId: null,
  sort: 'stored',
  descending: false,
  group: 'interaction',
};

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

/** The selected flows of the diagram in front. Only they filter: selecting an element to move it must not empty the list. */
function useSelectedFlows({ selection }: OpenModel): readonly Line[] {
  const diagram = useActiveDiagram();
  return useMemo(() => {
    if (diagram === null) return [];
    const lines = [...selection].map((id) => findLine(diagram, id));
    return lines.filter((line) => line?.kind === 'flow').filter((line) => line !== undefined);
  }, [diagram, selection]);
}

/** What the analysis shows of a model, and what changes it. `onMove` is called when the cursor went to another threat. */
export function useAnalysis(open: OpenModel, onMove: () => void) {
  const [options, setOptions] = useState(START);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  /** What is being written to stays in the list until the field is left, whatever its text then matches. */
  const [held, setHeld] = useState<ReadonlySet<ThreatKey>>(NOTHING);
  const flows = useSelectedFlows(open);

  // Large models: the list may lag behind the canvas, but never the other way round.
  const found = useSliced(analysis, open.model, open.id);
  const coming = found === null;
  const model = found?.of ?? open.model;
  const { stale, pending } = found?.value ?? UNKNOWN;
  const text = useDeferredValue(options.text);
  const items = useMemo(
    () => (coming ? [] : threatItems(model, stale, open.newThreats)),
    [coming, model, stale, open.newThreats],
  );
  const flowIds = useMemo(
    (): ReadonlySet<ElementId> | null => (flows.length > 0 ? new Set(flows.map((flow) => flow.id)) : null),
    [flows],
  );
  const shown = useMemo(
    () => filtered(items, { ...options, text, flows: flowIds }, held),
    [items, options, text, flowIds, held],
  );
  const rows = useMemo(
    () => rowsOf(shown, options, closed, groupLabel, items),
    [shown, options, closed, items],
  );

  const unfiltered = () =>
    setOptions(({ sort, descending, group }) => ({ ...START, sort, descending, group }));
  const [cursor, putCursor] = useListCursor(open, {
    rows,
    flows: flowIds,
    settled: found?.of === open.model && text === options.text,
    onHidden: () => {
      unfiltered();
      setClosed(new Set());
    },
    onMove,
  });
  /** Whether the flows that filter have any threats at all. */
  const haveThreats =
    flows.length === 0 || items.some(({ threat }) => flows.some((flow) => flow.id === threat.flowId));
  return {
    /** Nothing is known yet of this document: what would be shown may be wrong. */
    coming,
    options,
    flows,
    stale,
    pending,
    items,
    shown,
    rows,
    cursor,
    haveThreats,
    putCursor: (next: Parameters<typeof putCursor>[0]) => {
      setHeld(NOTHING);
      putCursor(next);
    },
    change: (next: Partial<ListOptions>) => {
      setHeld(NOTHING);
      setOptions((before) => ({ ...before, ...next }));
    },
    /** Drops what keeps threats out of the list: the filter, or the flows when they have none. */
    clear: () => (haveThreats ? unfiltered() : select([])),
    toggleGroup: (key: string) => setClosed((before) => toggled(before, key)),
    hold: () => setHeld(cursor.selected),
    letGo: () => setHeld(NOTHING),
  };
}
