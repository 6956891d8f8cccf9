import { useDeferredValue, useMemo, useState } from 'react';
import { type ElementId, findLine, type Line, type ThreatKey } from '../../core/document/index.ts';
import { staleThreats, updatePreview } from '../../core/engine/index.ts';
import { type OpenModel, select, useActiveDiagram } from '../store/index.ts';
import { toggled } from '../ui/index.ts';
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
  const model = useDeferredValue(open.model);
  const text = useDeferredValue(options.text);
  const stale = useMemo(() => staleThreats(model), [model]);
  const pending = useMemo(() => updatePreview(model), [model]);
  const items = useMemo(() => threatItems(model, stale, open.newThreats), [model, stale, open.newThreats]);
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
    settled: model === open.model && text === options.text,
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
