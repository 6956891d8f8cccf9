import './threats.css';
import './threat-detail.css';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import { type Model, priorityChoices, type Threat } from '../../core/document/index.ts';
import {
  announce,
  changeSettings,
  explain,
  type HelpTopic,
  type OpenModel,
  setDialog,
  useActiveDiagram,
  useActiveModel,
  useSession,
} from '../store/index.ts';
import { Button, Coming, ExplainButton, focusPart, IconButton, Resizer } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { laterWords } from '../words/later.ts';
import { showOnCanvas, switchGeneration, threatsByKey } from './actions.ts';
import { ViewsButton } from './bulk/views-button.tsx';
import { FilterBar } from './filter-bar.tsx';
import type { GridKeys } from './grid-keys.ts';
import { priorityLetters } from './priority-keys.ts';
import { Progress } from './progress.tsx';
import type { Sort } from './rows.ts';
import { columnsOf } from './table/columns.ts';
import { ColumnsButton } from './table/columns-button.tsx';
import { firstLayout, type Layout } from './table/layout.ts';
import { ThreatTable } from './table/threat-table.tsx';
import { ThreatDetail } from './threat-detail.tsx';
import { ThreatGrid } from './threat-grid.tsx';
import { useAnalysis } from './use-analysis.ts';
import { hasFreeEnd, whyEmpty, whyNone } from './why-none.ts';

type Analysed = ReturnType<typeof useAnalysis>;

/** The analysis beside the diagram: every threat of the model in a list, the selected ones beside it. */
export function ThreatsPanel() {
  const open = useActiveModel();
  return open === null ? null : <Analysis open={open} place="panel" />;
}

/** The same over the whole window, with how far the work is and the interaction of the selected threat. */
export function ThreatsView() {
  const open = useActiveModel();
  const main = useRef<HTMLElement>(null);
  // The canvas took the focus with it when it made way.
  useEffect(() => {
    if (window.document.activeElement === window.document.body)
      focusPart(main.current ?? window.document.body);
  }, []);
  if (open === null) return null;
  return (
    <main ref={main} className="threats-view" aria-label={words.threats.threats}>
      <h1 className="visually-hidden">{laterWords.threatView.heading({ file: open.fileName })}</h1>
      <Analysis open={open} place="view" />
    </main>
  );
}

interface AnalysisProps {
  readonly open: OpenModel;
  readonly place: 'panel' | 'view';
}

function Analysis({ open, place }: AnalysisProps) {
  const justification = useRef<HTMLTextAreaElement>(null);
  const side = useRef<HTMLElement>(null);
  const inSide = (selector: string) => side.current?.querySelector<HTMLElement>(selector)?.focus();
  const focusList = () =>
    side.current?.parentElement
      ?.querySelector<HTMLElement>('.threats-scroller')
      ?.focus({ preventScroll: true });
  const list = useAnalysis(open, () => {
    // The field shows another threat from now on: nobody goes on typing into it unawares.
    if (side.current?.contains(window.document.activeElement)) focusList();
  });
  const { stale, cursor, items, options, fields } = list;
  const selected = threatsByKey(open.model, cursor.selected);
  if (list.coming) return <Coming />;
  return (
    <div className="threats" data-place={place}>
      {place === 'view' && items.length > 0 && (
        <Progress
          items={items}
          fields={fields}
          query={options.text}
          onQuery={(text) => list.change({ text })}
        />
      )}
      <Bar open={open} list={list} place={place} />
      <div className="threats-body">
        {items.length === 0 ? (
          <Empty model={open.model} />
        ) : (
          <>
            <List
              open={open}
              list={list}
              place={place}
              onJustify={() => justification.current?.focus()}
              onPriority={() => inSide('.threat-priority')}
              onEnter={place === 'panel' ? showOnCanvas : () => inSide('.threat-title')}
            />
            <Side
              ref={side}
              empty={selected.length === 0}
              onWrite={() => list.hold()}
              onLeave={list.letGo}
              onEscape={focusList}
            >
              <Steps list={list} selected={selected} />
              <ThreatDetail
                key={open.id}
                model={open.model}
                threats={selected}
                stale={(threat) => stale.has(threat.key)}
                justification={justification}
                picture={place === 'view'}
              />
            </Side>
          </>
        )}
      </div>
      {place === 'view' && items.length > 0 && (
        <p className="threats-keys">
          {laterWords.threatView.keys({ letters: priorityLetters(priorityChoices(open.model.template)) })}
        </p>
      )}
    </div>
  );
}

/** Where the selected threat stands in the list, and the way to the ones beside it. */
function Steps({ list, selected }: { readonly list: Analysed; readonly selected: readonly Threat[] }) {
  const [only] = selected;
  if (only === undefined || selected.length > 1) return null;
  const at = list.shown.findIndex(({ threat }) => threat.key === only.key);
  return (
    <div className="threat-steps">
      <span>{laterWords.threatView.step({ at: at + 1, all: list.shown.length })}</span>
      <IconButton label={laterWords.threatView.previous} onClick={() => list.goOn(-1)}>
        <ChevronUp />
      </IconButton>
      <IconButton label={laterWords.threatView.next} onClick={() => list.goOn(1)}>
        <ChevronDown />
      </IconButton>
    </div>
  );
}

interface PartProps {
  readonly open: OpenModel;
  readonly list: Analysed;
}

interface PlacedProps extends PartProps {
  readonly place: AnalysisProps['place'];
}

function Bar({ open, list, place }: PlacedProps) {
  const diagram = useActiveDiagram();
  const { flows, items, options, shown } = list;
  const only = flows.length === 1 ? flows[0] : undefined;
  const noAdd = (): string | null => {
    if (only === undefined || diagram === null) return words.threats.selectFlow;
    return hasFreeEnd(diagram, only) ? words.threats.freeEnd : null;
  };
  return (
    <FilterBar
      model={open.model}
      items={items}
      options={{ ...options, flows: null }}
      fields={list.fields}
      shown={shown.length}
      flowFilter={list.flowLabel}
      pinned={list.pinned}
      onPin={list.pin}
      pending={list.pending}
      noAdd={noAdd()}
      onAdd={() => only && setDialog({ kind: 'custom-threat', flowId: only.id })}
      onClearFlow={list.clearFlows}
      onChange={list.change}
    >
      {(main) =>
        place === 'view' && (
          <>
            <ColumnsButton
              main={main}
              columns={columnsOf(open.model.template)}
              layout={layoutOf(open, list)}
              spoken={options.group}
              onLayout={list.setColumns}
            />
            <ViewsButton open={open} main={main} />
          </>
        )
      }
    </FilterBar>
  );
}

interface ListProps extends PlacedProps, Pick<GridKeys, 'onJustify' | 'onPriority' | 'onEnter'> {}

function List({ open, list, place, ...keys }: ListProps) {
  const { options, change } = list;
  const { template } = open.model;
  if (list.shown.length === 0) return <NoneShown open={open} list={list} />;
  const common = {
    rows: list.rows,
    group: options.group,
    cursor: list.cursor,
    onCursor: list.putCursor,
    sort: options.sort,
    descending: options.descending,
    priorities: priorityChoices(template),
    onSort: (sort: Sort, descending?: boolean) => {
      if (descending !== undefined) change({ sort, descending });
      // A third click gives the stored order back.
      else if (options.sort !== sort) change({ sort, descending: false });
      else if (!options.descending) change({ descending: true });
      else change({ sort: 'stored', descending: false });
    },
    onToggleGroup: list.toggleGroup,
    onNextOpen: () => {
      if (!list.goOn(1, ({ state }) => state === 'AutoGenerated')) announce(words.threats.noneOpen);
    },
    ...keys,
  };
  if (place === 'panel') return <ThreatGrid {...common} />;
  return (
    <ThreatTable
      {...common}
      template={template}
      layout={layoutOf(open, list)}
      onLayout={list.setColumns}
      onGroup={(group) => change({ group })}
      onMark={list.markGroup}
      onHold={list.hold}
      onLetGo={list.letGo}
    />
  );
}

const layoutOf = ({ model }: OpenModel, { columns }: Analysed): Layout =>
  columns ?? firstLayout(columnsOf(model.template));

/** Says why no threat is shown although the model has some. */
function NoneShown({ open, list: { flows, haveThreats, clear, unknown } }: PartProps) {
  const diagram = useActiveDiagram();
  const only = flows.length === 1 ? flows[0] : undefined;
  const why = only === undefined || diagram === null ? undefined : whyNone(open.model, diagram, only);
  const wrong = haveThreats ? (unknown.length > 0 ? 'field:search' : undefined) : why?.wrong;
  return (
    <p className="empty threats-none">
      <NoneText wrong={wrong}>
        {haveThreats ? words.threats.noMatch : words.threats.noneHere({ why: why?.text ?? '' })}{' '}
        {unknown.map(({ field, value }) => `${words.threats.unknown({ field, value })} `)}
      </NoneText>
      <Button onClick={clear}>{haveThreats ? words.threats.clearFilter : words.threats.showAll}</Button>
    </p>
  );
}

interface NoneTextProps {
  /** What of the help explains it; undefined where nothing is wrong. */
  readonly wrong: HelpTopic | undefined;
  readonly children: ReactNode;
}

/** Why there is nothing to see, before what changes that. */
function NoneText({ wrong, children }: NoneTextProps) {
  const id = useId();
  return (
    <>
      <span id={id}>{children}</span>{' '}
      {wrong !== undefined && <ExplainButton about={id} onClick={() => explain(wrong)} />}
    </>
  );
}

interface SideProps {
  readonly ref: RefObject<HTMLElement | null>;
  /** Nothing is selected: then there is no room to spare. */
  readonly empty: boolean;
  readonly onWrite: () => void;
  readonly onLeave: () => void;
  readonly onEscape: () => void;
  readonly children: ReactNode;
}

/** Beside the list: what is selected in it. */
function Side({ ref, empty, onWrite, onLeave, onEscape, children }: SideProps) {
  const width = useSession((state) => state.settings.threatDetailWidth);
  return (
    <>
      <Resizer
        label={words.threats.detail.width}
        axis="x"
        value={width}
        min={240}
        max={720}
        direction={-1}
        onValue={(threatDetailWidth) => changeSettings({ threatDetailWidth })}
      />
      <section
        className="threats-side"
        data-empty={empty || undefined}
        style={{ width }}
        aria-label={words.threats.detail.selected}
        ref={ref}
        onFocus={({ target }) => {
          if (target instanceof HTMLTextAreaElement) onWrite();
        }}
        onBlur={({ currentTarget, relatedTarget }) => {
          // Within the panel the row stays where the pointer aims, until another is chosen.
          const panel = currentTarget.closest('.threats');
          const away = relatedTarget === null || !panel?.contains(relatedTarget);
          if (away && window.document.hasFocus()) onLeave();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.defaultPrevented) return;
          // The list goes on to the next threat; from there Escape leads out of the panel.
          onEscape();
          event.preventDefault();
        }}
      >
        {children}
      </section>
    </>
  );
}

/** Says why there is no threat at all, with the button that changes it. */
function Empty({ model }: { readonly model: Model }) {
  const { text, wrong, remedy } = whyEmpty(model);
  return (
    <p className="empty threats-none">
      <NoneText wrong={wrong}>{text}</NoneText>
      {remedy === 'switch-on' && (
        <Button onClick={() => switchGeneration(true)}>{words.threats.empty.switchOn}</Button>
      )}
      {remedy === 'update' && (
        <Button onClick={() => setDialog({ kind: 'update-threats' })}>{words.threats.empty.update}</Button>
      )}
    </p>
  );
}
