import { ChevronDown, ChevronRight } from 'lucide-react';
import type { MouseEvent } from 'react';
import { shownText } from '../../core/base/index.ts';
import { stateLabel } from '../../core/document/index.ts';
import type { ThreatItem } from '../../core/threat-list/index.ts';
import { type Choice, choiceOf } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { showOnCanvas } from './actions.ts';
import type { Row } from './rows.ts';

/** Height of a row, in pixels. */
export const ROW_HEIGHT = 28;

interface GridRowProps {
  readonly id: string;
  readonly row: Row;
  readonly index: number;
  /** Rows of the whole list: only some of it is drawn. */
  readonly count: number;
  readonly top: number;
  readonly active: boolean;
  readonly selected: boolean;
  /** Of a heading: whether its threats show. */
  readonly open: boolean;
  readonly onChoose: (choice: Choice) => void;
  readonly onToggleGroup: (key: string) => void;
}

/** One row of the list of threats: a heading or a threat. */
export function GridRow({ id, row, index, count, top, active, selected, open, ...on }: GridRowProps) {
  const common = {
    id,
    style: { transform: `translateY(${top}px)`, height: ROW_HEIGHT },
    'aria-posinset': index + 1,
    'aria-setsize': count,
    'data-active': active || undefined,
  };
  if (row.kind === 'group') {
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the list box takes the keys of its options
      <div
        tabIndex={-1}
        {...common}
        role="option"
        aria-selected={false}
        aria-label={words.threats.group({ name: row.label, threats: row.count, open })}
        className="threats-group"
        onClick={(event: MouseEvent) => {
          const toggle = event.ctrlKey || event.metaKey;
          on.onChoose(toggle ? 'toggle' : 'only');
          if (!toggle) on.onToggleGroup(row.key);
        }}
      >
        {open ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
        <span>{shownText(row.label)}</span>
        <span className="badge">{row.count}</span>
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box takes the keys of its options
    <div
      tabIndex={-1}
      {...common}
      role="option"
      aria-selected={selected}
      className="threats-row"
      onClick={(event: MouseEvent) => on.onChoose(choiceOf(event))}
      onDoubleClick={() => showOnCanvas(row.item.threat)}
    >
      <Cells item={row.item} />
    </div>
  );
}

function Cells({ item }: { readonly item: ThreatItem }) {
  const { threat } = item;
  return (
    <>
      <span className="threats-col-id">{threat.id}</span>
      <span className="threats-col-title" title={shownText(item.title)}>
        <span className="threats-title-text">{shownText(item.title)}</span>
        {item.isNew && <span className="badge threats-new">{words.threats.new}</span>}
        {item.custom && <span className="badge">{words.threats.own}</span>}
        {item.stale && <span className="badge threats-stale">{words.threats.stale}</span>}
      </span>
      <span className="threats-col-interaction" title={item.ends}>
        {shownText(item.flow)} <span className="threats-quiet">{item.ends}</span>
      </span>
      <span className="threats-col-category">{shownText(item.category)}</span>
      <span className="threats-col-state">
        <StateBadge state={threat.state} />
      </span>
      <span className="threats-col-priority" data-priority={threat.priority.toLowerCase()}>
        {threat.priority}
      </span>
    </>
  );
}

export function StateBadge({ state }: { readonly state: string }) {
  return (
    <span className="badge threats-state" data-state={state}>
      {stateLabel(state)}
    </span>
  );
}
