import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { Difference } from '../../core/compare/index.ts';
import { laterWords as coreWords } from '../../core/words/later.ts';
import { walkTree } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import type { CompareRow } from './rows.ts';
import { SignMark } from './sign-mark.tsx';
import type { Comparison } from './use-comparison.ts';

const { compare: said } = laterWords;

/** Height of a row in pixels: two lines. */
const ROW = 44;
const GROUP = 30;

/** What is different, by group: a tree of which only the rows in view are drawn. */
export function DifferenceList({ comparison }: { readonly comparison: Comparison }) {
  const { rows, current, goTo, fold } = comparison;
  const tree = useRef<HTMLDivElement>(null);
  const id = useId();
  const at = current === undefined ? -1 : rows.indexOf(current);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => tree.current,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? GROUP : ROW),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that only moved is not followed
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [current?.key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another kind have another height
  useEffect(() => virtual.measure(), [rows]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || current === undefined) return;
    const step = walkTree(event.key, at, rows);
    if (step?.kind === 'go') {
      const row = rows[step.to];
      if (row !== undefined) goTo(row);
    } else if (step?.kind === 'fold' && current.kind === 'group') fold(current.group);
    else if (event.key === 'Enter' || event.key === ' ') {
      if (current.kind === 'group') fold(current.group);
      else goTo(current);
    } else if (step === null) return;
    event.preventDefault();
  };
  const drawn = virtual.getVirtualItems();
  return (
    <div
      ref={tree}
      className="compare-list"
      role="tree"
      aria-label={said.list}
      tabIndex={0}
      aria-activedescendant={drawn.some(({ index }) => index === at) ? `${id}-${at}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
        {drawn.map(({ index, start, size, key }) => {
          const row = rows[index];
          return (
            row && (
              <Row
                key={key}
                id={`${id}-${index}`}
                row={row}
                top={start}
                height={size}
                active={index === at}
                onGo={() => goTo(row)}
                onFold={() => row.kind === 'group' && fold(row.group)}
              />
            )
          );
        })}
      </div>
      {rows.length === 0 && <p className="empty">{said.nothingShown}</p>}
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly row: CompareRow;
  readonly top: number;
  readonly height: number;
  readonly active: boolean;
  readonly onGo: () => void;
  readonly onFold: () => void;
}

function Row({ id, row, top, height, active, onGo, onFold }: RowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys of its items
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus for its items
    <div
      id={id}
      className={`compare-row compare-row-${row.kind}`}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={active}
      aria-expanded={row.expanded ?? undefined}
      style={{ transform: `translateY(${top}px)`, height }}
      onClick={() => {
        onGo();
        if (row.kind === 'group') onFold();
      }}
    >
      {row.kind === 'group' ? (
        <>
          <span className="compare-fold" aria-hidden="true">
            {row.expanded ? '▾' : '▸'}
          </span>
          <span className="compare-group">{coreWords.differences.groups[row.group]}</span>
          <span className="badge">{row.differences.length}</span>
        </>
      ) : (
        <Told difference={row.difference} />
      )}
    </div>
  );
}

function Told({ difference }: { readonly difference: Difference }) {
  const { type, subject, where } = difference;
  return (
    <>
      <SignMark sign={type} />
      <span className="compare-told">
        <span className="compare-what">
          {subject.name === '' ? subject.kind : subject.name}
          <span className="compare-kind">{subject.name === '' ? '' : ` ${subject.kind}`}</span>
        </span>
        <span className="compare-how">{said.how({ ...inShort(difference), where })}</span>
      </span>
    </>
  );
}

/** Letters of a value in a row. */
const MOST = 60;

const cut = (text: string | null): string | null => {
  if (text === null) return null;
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MOST ? `${line.slice(0, MOST)}…` : line;
};

const inShort = ({ aspect, before, after }: Difference) => ({
  aspect,
  before: cut(before),
  after: cut(after),
});
