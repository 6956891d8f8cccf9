import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { TemplateItem } from '../../core/edit/index.ts';
import { selectInTemplate } from '../store/index.ts';
import { walkTree } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { type Row, sameItem } from './rows.ts';

interface TreeProps {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly selected: TemplateItem | null;
  /** Before the name of a row, such as its picture. */
  readonly mark?: (item: TemplateItem) => ReactNode;
}

/** Things of a template below each other. One of them takes the Tab key; the arrows go on from there and select. */
export function Tree({ label, rows, selected, mark }: TreeProps) {
  const root = useRef<HTMLDivElement>(null);
  const chosen = rows.findIndex(({ item }) => sameItem(item, selected));

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const step = walkTree(
      event.key,
      index,
      // Nothing folds.
      rows.map(({ level }) => ({ level, expanded: null })),
    );
    if (step === null) return;
    event.preventDefault();
    const row = step.kind === 'go' ? rows[step.to] : undefined;
    if (step.kind !== 'go' || row === undefined) return;
    selectInTemplate(row.item);
    root.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[step.to]?.focus();
  };

  return (
    <div ref={root} className="template-tree" role="tree" aria-label={label}>
      {rows.map(({ key, item, label: name, level }, index) => (
        <div
          key={key}
          role="treeitem"
          className="template-row"
          aria-level={level}
          aria-selected={index === chosen}
          tabIndex={index === Math.max(0, chosen) ? 0 : -1}
          style={{ paddingInlineStart: 8 + 16 * (Math.min(level, 8) - 1) }}
          onClick={() => selectInTemplate(item)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === ' ') {
              event.preventDefault();
              selectInTemplate(item);
            } else onKeyDown(event, index);
          }}
        >
          {mark?.(item)}
          <span>{name === '' ? words.template.unnamed : name}</span>
        </div>
      ))}
    </div>
  );
}
