import './compare.css';
import { ArrowLeftRight, Columns2, SquareSplitHorizontal, X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useMemo, useState } from 'react';
import { haveNothingInCommon } from '../../core/compare/index.ts';
import { type Dialog, explain, type OpenModel, setDialog } from '../store/index.ts';
import { DialogFrame, IconButton, SearchField, WrongText } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { Diagrams, type Laid } from './diagrams.tsx';
import { DifferenceDetail } from './difference-detail.tsx';
import { DifferenceList } from './difference-list.tsx';
import { ReportMenu } from './report-menu.tsx';
import { countsOf, onlyMoves, type Show } from './rows.ts';
import { SIGNS } from './signs.ts';
import { TakeButtons } from './taking.tsx';
import { type Comparison, useComparison } from './use-comparison.ts';
import { sharedView } from './view.ts';

const { compare: said } = laterWords;

interface CompareProps {
  readonly open: OpenModel;
  readonly other: Extract<Dialog, { kind: 'compare' }>['other'];
}

/**
 * A model and another state of it, or another model: what is different, in lists and on the diagrams. Nothing changes
 * but what is taken over.
 */
export function CompareDialog({ open, other }: CompareProps) {
  // As a rule the other one is the older.
  const [swapped, setSwapped] = useState(false);
  const [laid, setLaid] = useState<Laid>('beside');
  const view = useMemo(sharedView, []);
  const [before, after] = swapped ? [open.model, other.model] : [other.model, open.model];
  const names = swapped ? ([open.fileName, other.name] as const) : ([other.name, open.fileName] as const);
  const comparison = useComparison(before, after, open.diagramId);
  const { diagram, differences } = comparison;
  const close = () => setDialog(null);
  return (
    <DialogFrame
      className="compare"
      aria-describedby={undefined}
      onClose={close}
      onOpenAutoFocus={(event) => {
        const list = event.target instanceof Element ? event.target.querySelector('[role="tree"]') : null;
        if (!(list instanceof HTMLElement)) return;
        event.preventDefault();
        list.focus();
      }}
    >
      <header className="compare-bar">
        <Radix.Title className="compare-title">
          {said.title({ before: names[0], after: names[1] })}
        </Radix.Title>
        {differences.length > 0 && <ReportMenu open={open} comparison={comparison} names={names} />}
        <DiagramChoice comparison={comparison} />
        <IconButton label={said.beside} pressed={laid === 'beside'} onClick={() => setLaid('beside')}>
          <Columns2 />
        </IconButton>
        <IconButton label={said.over} pressed={laid === 'over'} onClick={() => setLaid('over')}>
          <SquareSplitHorizontal />
        </IconButton>
        <IconButton label={said.swap} onClick={() => setSwapped(!swapped)}>
          <ArrowLeftRight />
        </IconButton>
        <IconButton label={said.close} keys="Esc" onClick={close}>
          <X />
        </IconButton>
      </header>
      <div className="compare-body">
        <aside className="compare-side" aria-label={said.differences}>
          <Counts comparison={comparison} />
          {differences.length > 0 && (
            <>
              <Filters comparison={comparison} />
              <DifferenceList comparison={comparison} />
            </>
          )}
          <DifferenceDetail row={comparison.current} names={names}>
            <TakeButtons open={open} other={other} swapped={swapped} comparison={comparison} />
          </DifferenceDetail>
        </aside>
        {diagram === undefined ? (
          <p className="empty">{said.noDiagram}</p>
        ) : (
          <Diagrams comparison={comparison} diagram={diagram} names={names} laid={laid} view={view} />
        )}
      </div>
    </DialogFrame>
  );
}

/** How much is different, and whether it matters to threats. */
function Counts({ comparison: { differences, before, after } }: { readonly comparison: Comparison }) {
  const counts = countsOf(differences);
  return (
    <div className="compare-counts" role="status">
      {differences.length === 0
        ? said.same
        : SIGNS.filter((sign) => counts[sign] > 0).map((sign) => (
            <span key={sign}>{said.counted({ sign, count: counts[sign] })}</span>
          ))}
      {haveNothingInCommon(before, after) && (
        <WrongText onExplain={() => explain('choice:misfit')}>{said.strangers}</WrongText>
      )}
      {onlyMoves(differences) && <span>{said.onlyMoves}</span>}
    </div>
  );
}

const SHOWS: readonly Show[] = ['all', 'threats', 'lasting'];

function Filters({ comparison: { filter, setFilter } }: { readonly comparison: Comparison }) {
  return (
    <div className="compare-filters">
      <select
        className="input"
        aria-label={said.show}
        value={filter.show}
        onChange={(event) => {
          const show = SHOWS.find((one) => one === event.target.value);
          if (show !== undefined) setFilter({ ...filter, show });
        }}
      >
        {SHOWS.map((show) => (
          <option key={show} value={show}>
            {said.shows[show]}
          </option>
        ))}
      </select>
      <SearchField
        label={said.search}
        value={filter.text}
        onValue={(text) => setFilter({ ...filter, text })}
      />
    </div>
  );
}

function DiagramChoice({
  comparison: { diagrams, diagram, setDiagram },
}: {
  readonly comparison: Comparison;
}) {
  if (diagrams.length < 2) return null;
  return (
    <select
      className="input compare-choice"
      aria-label={said.diagram}
      value={diagram?.id}
      onChange={(event) => {
        const found = diagrams.find(({ id }) => id === event.target.value);
        if (found !== undefined) setDiagram(found.id);
      }}
    >
      {diagrams.map(({ id, before, after, signs }) => (
        <option key={id} value={id}>
          {said.diagramOf({ name: (after ?? before)?.header ?? '', count: signs.size })}
        </option>
      ))}
    </select>
  );
}
