import './threats.css';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { displayName, type ElementId, findLine, type Line } from '../../core/document/index.ts';
import { pendingChanges, staleThreats } from '../../core/engine/index.ts';
import {
  changeSettings,
  type OpenModel,
  select,
  selectThreats,
  setDialog,
  useActiveDiagram,
  useActiveModel,
  useSession,
} from '../store/index.ts';
import { Button, Resizer } from '../ui/index.ts';
import { threatsByKey } from './actions.ts';
import { FilterBar, groupLabel } from './filter-bar.tsx';
import { filtered, type ListOptions, rowsOf, threatItems } from './rows.ts';
import { ThreatDetail } from './threat-detail.tsx';
import { ThreatGrid } from './threat-grid.tsx';
import { whyNone } from './why-none.ts';
import { priorityChoices } from './words.ts';

const START: Omit<ListOptions, 'flows'> = {
  text: '',
  states: new Set(),
  priorities: new Set(),
  categories: new Set(),
  diagramId: null,
  sort: 'stored',
  descending: false,
  group: 'interaction',
};

/** The analysis: every threat of the model in a list, the selected ones beside it. */
export function ThreatsPanel() {
  const open = useActiveModel();
  return open === null ? null : <Analysis open={open} />;
}

function Analysis({ open }: { readonly open: OpenModel }) {
  const diagram = useActiveDiagram();
  const [options, setOptions] = useState(START);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const detailWidth = useSession((state) => state.settings.threatDetailWidth);
  const setDetailWidth = (threatDetailWidth: number) => changeSettings({ threatDetailWidth });
  const justification = useRef<HTMLTextAreaElement>(null);

  // Only selected flows filter: selecting an element to move it must not empty the list.
  const flows = useMemo((): readonly Line[] => {
    if (diagram === null) return [];
    const lines = [...open.selection].map((id) => findLine(diagram, id));
    return lines.filter((line) => line?.kind === 'flow').filter((line) => line !== undefined);
  }, [diagram, open.selection]);

  // The list then shows the threats of these flows only: what is selected is one of them, or nothing.
  useEffect(() => {
    if (flows.length === 0) return;
    const ids = new Set(flows.map((flow) => flow.id));
    const selected = threatsByKey(open.document, open.selectedThreats);
    const kept = selected.filter((threat) => ids.has(threat.flowId));
    if (kept.length < selected.length) selectThreats(kept.map((threat) => threat.key));
  }, [flows, open.document, open.selectedThreats]);

  // Large models: the list may lag behind the canvas, but never the other way round.
  const document = useDeferredValue(open.document);
  const stale = useMemo(() => staleThreats(document), [document]);
  const pending = useMemo(() => pendingChanges(document), [document]);
  const items = useMemo(() => threatItems(document, stale), [document, stale]);
  const text = useDeferredValue(options.text);
  const shown = useMemo(() => {
    const ids: ReadonlySet<ElementId> | null =
      flows.length > 0 ? new Set(flows.map((flow) => flow.id)) : null;
    return filtered(items, { ...options, text, flows: ids });
  }, [items, options, text, flows]);
  const rows = useMemo(
    () => rowsOf(shown, options.group, closed, groupLabel),
    [shown, options.group, closed],
  );

  const change = (next: Partial<ListOptions>) => setOptions((before) => ({ ...before, ...next }));
  const selected = threatsByKey(open.document, open.selectedThreats);
  const only = flows.length === 1 ? flows[0] : undefined;
  const ofFlows =
    flows.length === 0 || items.some(({ threat }) => flows.some((flow) => flow.id === threat.flowId));
  const why = only === undefined || diagram === null ? '' : whyNone(open.document, diagram, only);
  const none = ofFlows ? 'No threat matches.' : `No threats here. ${why}`;
  const clear = () => {
    if (ofFlows) setOptions(({ sort, descending, group }) => ({ ...START, sort, descending, group }));
    else select([]);
  };
  return (
    <div className="threats">
      <FilterBar
        model={open.document}
        items={items}
        options={{ ...options, flows: null }}
        shown={shown.length}
        flowFilter={
          flows.length === 0 ? null : only ? displayName(only) || 'Unnamed flow' : `${flows.length} flows`
        }
        pending={pending}
        onAdd={only && (() => setDialog({ kind: 'custom-threat', flowId: only.id }))}
        onClearFlow={() => select([])}
        onChange={change}
      />
      <div className="threats-body">
        {items.length === 0 ? (
          <p className="empty">
            {open.document.threatGenerationEnabled
              ? 'No threats yet. Connect two elements with a data flow, and the template’s threats appear here.'
              : 'Threat generation is switched off.'}
          </p>
        ) : (
          <>
            {shown.length === 0 ? (
              <p className="empty threats-none">
                {none} <Button onClick={clear}>{ofFlows ? 'Clear the filter' : 'Show all threats'}</Button>
              </p>
            ) : (
              <ThreatGrid
                rows={rows}
                group={options.group}
                selected={open.selectedThreats}
                sort={options.sort}
                descending={options.descending}
                priorities={priorityChoices(open.document)}
                onSort={(sort) => {
                  // A third click gives the stored order back.
                  if (options.sort !== sort) change({ sort, descending: false });
                  else if (!options.descending) change({ descending: true });
                  else change({ sort: 'stored', descending: false });
                }}
                onToggleGroup={(key) =>
                  setClosed((before) => {
                    const next = new Set(before);
                    if (!next.delete(key)) next.add(key);
                    return next;
                  })
                }
                onJustify={() => justification.current?.focus()}
              />
            )}
            <Resizer
              label="Width of the threat's details"
              axis="x"
              value={detailWidth}
              min={240}
              max={720}
              direction={-1}
              onValue={setDetailWidth}
            />
            <section
              className="threats-side"
              data-empty={selected.length === 0 || undefined}
              style={{ width: detailWidth }}
              aria-label="Selected threat"
              onKeyDown={(event) => {
                if (event.key !== 'Escape' || event.defaultPrevented) return;
                const list =
                  event.currentTarget.parentElement?.querySelector<HTMLElement>('[role="listbox"]');
                if (list == null) return;
                // The list goes on to the next threat; from there Escape leads out of the panel.
                list.focus();
                event.preventDefault();
              }}
            >
              <ThreatDetail
                key={open.id}
                model={open.document}
                threats={selected}
                stale={(threat) => stale.has(threat.key)}
                justification={justification}
              />
            </section>
          </>
        )}
      </div>
    </div>
  );
}

/** How many threats the model has, for the panel's tab. */
export function ThreatCount() {
  const open = useActiveModel();
  return open === null ? null : <span className="badge">{open.document.threats.length}</span>;
}
