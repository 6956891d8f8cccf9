import './threats.css';
import './threat-detail.css';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import {
  displayName,
  type ElementId,
  findLine,
  type Line,
  type Model,
  type ThreatKey,
} from '../../core/document/index.ts';
import { staleThreats, updatePreview } from '../../core/engine/index.ts';
import {
  changeSettings,
  type OpenModel,
  select,
  setDialog,
  useActiveDiagram,
  useActiveModel,
  useSession,
} from '../store/index.ts';
import { Button, Resizer, toggled } from '../ui/index.ts';
import { switchGeneration, threatsByKey } from './actions.ts';
import { FilterBar, groupLabel } from './filter-bar.tsx';
import { filtered, type ListOptions, rowsOf, threatItems } from './rows.ts';
import { ThreatDetail } from './threat-detail.tsx';
import { ThreatGrid } from './threat-grid.tsx';
import { useListCursor } from './use-list-cursor.ts';
import { FREE_END, hasFreeEnd, whyEmpty, whyNone } from './why-none.ts';
import { priorityChoices } from './words.ts';

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

  // Large models: the list may lag behind the canvas, but never the other way round.
  const model = useDeferredValue(open.model);
  const stale = useMemo(() => staleThreats(model), [model]);
  const pending = useMemo(() => updatePreview(model), [model]);
  const items = useMemo(() => threatItems(model, stale, open.newThreats), [model, stale, open.newThreats]);
  const text = useDeferredValue(options.text);
  const flowIds = useMemo(
    (): ReadonlySet<ElementId> | null => (flows.length > 0 ? new Set(flows.map((flow) => flow.id)) : null),
    [flows],
  );
  /** What is being written to stays in the list until the field is left, whatever its text then matches. */
  const [held, setHeld] = useState<ReadonlySet<ThreatKey>>(NOTHING);
  const shown = useMemo(
    () => filtered(items, { ...options, text, flows: flowIds }, held),
    [items, options, text, flowIds, held],
  );
  const rows = useMemo(
    () => rowsOf(shown, options, closed, groupLabel, items),
    [shown, options, closed, items],
  );

  const side = useRef<HTMLElement>(null);
  const focusList = () =>
    side.current?.parentElement
      ?.querySelector<HTMLElement>('[role="listbox"]')
      ?.focus({ preventScroll: true });
  const [cursor, putCursor] = useListCursor(open, {
    rows,
    flows: flowIds,
    settled: model === open.model && text === options.text,
    onHidden: () => {
      setOptions(({ sort, descending, group }) => ({ ...START, sort, descending, group }));
      setClosed(new Set());
    },
    onMove: () => {
      // The field shows another threat from now on: nobody goes on typing into it unawares.
      if (side.current?.contains(window.document.activeElement)) focusList();
    },
  });

  const change = (next: Partial<ListOptions>) => {
    setHeld(NOTHING);
    setOptions((before) => ({ ...before, ...next }));
  };
  const selected = threatsByKey(open.model, cursor.selected);
  const only = flows.length === 1 ? flows[0] : undefined;
  const ofFlows =
    flows.length === 0 || items.some(({ threat }) => flows.some((flow) => flow.id === threat.flowId));
  const why = only === undefined || diagram === null ? '' : whyNone(open.model, diagram, only);
  const none = ofFlows ? 'No threat matches.' : `No threats here. ${why}`;
  const clear = () => {
    if (ofFlows) setOptions(({ sort, descending, group }) => ({ ...START, sort, descending, group }));
    else select([]);
  };
  return (
    <div className="threats">
      <FilterBar
        model={open.model}
        items={items}
        options={{ ...options, flows: null }}
        shown={shown.length}
        flowFilter={
          flows.length === 0 ? null : only ? displayName(only) || 'Unnamed flow' : `${flows.length} flows`
        }
        pending={pending}
        noAdd={
          only === undefined || diagram === null
            ? 'Select one data flow first.'
            : hasFreeEnd(diagram, only)
              ? FREE_END
              : null
        }
        onAdd={() => only && setDialog({ kind: 'custom-threat', flowId: only.id })}
        onClearFlow={() => select([])}
        onChange={change}
      />
      <div className="threats-body">
        {items.length === 0 ? (
          <Empty model={open.model} />
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
                cursor={cursor}
                onCursor={(next) => {
                  setHeld(NOTHING);
                  putCursor(next);
                }}
                sort={options.sort}
                descending={options.descending}
                priorities={priorityChoices(open.model)}
                onSort={(sort) => {
                  // A third click gives the stored order back.
                  if (options.sort !== sort) change({ sort, descending: false });
                  else if (!options.descending) change({ descending: true });
                  else change({ sort: 'stored', descending: false });
                }}
                onToggleGroup={(key) => setClosed((before) => toggled(before, key))}
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
              ref={side}
              onFocus={({ target }) => {
                if (target instanceof HTMLTextAreaElement) setHeld(cursor.selected);
              }}
              onBlur={({ currentTarget, relatedTarget }) => {
                // Within the panel the row stays where the pointer aims, until another is chosen.
                const panel = currentTarget.closest('.threats');
                const away = relatedTarget === null || !panel?.contains(relatedTarget);
                if (away && window.document.hasFocus()) setHeld(NOTHING);
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Escape' || event.defaultPrevented) return;
                // The list goes on to the next threat; from there Escape leads out of the panel.
                focusList();
                event.preventDefault();
              }}
            >
              <ThreatDetail
                key={open.id}
                model={open.model}
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

/** Says why there is no threat at all, with the button that changes it. */
function Empty({ model }: { readonly model: Model }) {
  const { text, action } = whyEmpty(model);
  return (
    <p className="empty threats-none">
      {text} {action === 'switch-on' && <Button onClick={() => switchGeneration(true)}>Switch on</Button>}
      {action === 'update' && (
        <Button onClick={() => setDialog({ kind: 'update-threats' })}>Update threats…</Button>
      )}
    </p>
  );
}

/** How many threats the model has, for the panel's tab. */
export function ThreatCount() {
  const open = useActiveModel();
  return open === null ? null : <span className="badge">{open.model.threats.length}</span>;
}
