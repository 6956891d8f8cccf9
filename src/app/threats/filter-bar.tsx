import './filter-bar.css';
import { Pin, Plus, RefreshCw, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { stateLabel } from '../../core/document/index.ts';
import { isUpToDate, type PendingUpdate } from '../../core/engine/index.ts';
import { setDialog } from '../store/index.ts';
import { Button, IconButton } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { FilterMenu, type FilterProps, StateChips } from './filter-menu.tsx';
import { QueryField } from './query-field.tsx';
import { GROUPS, type Group } from './rows.ts';
import { previewParts } from './update-preview.ts';

interface FilterBarProps extends FilterProps {
  readonly shown: number;
  /** What the list is filtered to by the selection. */
  readonly flowFilter: string | null;
  /** Whether that filter stays when the selection changes. */
  readonly pinned: boolean;
  readonly onPin: () => void;
  readonly pending: PendingUpdate;
  readonly onAdd: () => void;
  /** Why no threat of one's own can be added; null when one can. */
  readonly noAdd: string | null;
  readonly onClearFlow: () => void;
  /** What one place of the list has beside the others; given the landmark of the bar. */
  readonly children?: (main: HTMLElement | null) => ReactNode;
}

/** What the list shows, and what can be done to all of it. */
export function FilterBar(props: FilterBarProps) {
  const { model, items, fields, options, shown, flowFilter, pending, onChange } = props;
  const [main, setMain] = useState<HTMLElement | null>(null);
  const differ = !isUpToDate(pending);
  return (
    <div className="threats-bar" ref={(bar) => setMain(bar?.closest('main') ?? null)}>
      <QueryField items={items} fields={fields} options={options} onChange={onChange} />
      <StateChips items={items} fields={fields} options={options} onChange={onChange} />
      <FilterMenu
        main={main}
        model={model}
        items={items}
        fields={fields}
        options={options}
        onChange={onChange}
      />
      <GroupBy group={options.group} onChange={onChange} />
      {props.children?.(main)}
      {flowFilter !== null && (
        <span className="threats-flow-chip">
          <span title={flowFilter}>{flowFilter}</span>
          <IconButton label={words.threats.pin} aria-pressed={props.pinned} onClick={props.onPin}>
            <Pin />
          </IconButton>
          <IconButton label={words.threats.showAllFlows} onClick={props.onClearFlow}>
            <X />
          </IconButton>
        </span>
      )}
      <span className={shown === items.length ? 'visually-hidden' : 'threats-count'} role="status">
        {shown === items.length
          ? words.threats.count({ threats: shown })
          : words.threats.shownOf({ shown, all: items.length })}
      </span>
      {differ && (
        <Button
          className="threats-update"
          title={previewParts(pending)
            .map(({ text }) => text)
            .join(', ')}
          onClick={() => setDialog({ kind: 'update-threats' })}
        >
          <RefreshCw size={14} aria-hidden /> <span>{words.threats.update.button}</span>
        </Button>
      )}
      <IconButton
        className="threats-add"
        label={words.threats.addToFlow}
        disabled={props.noAdd !== null}
        title={props.noAdd ?? undefined}
        onClick={props.onAdd}
      >
        <Plus />
      </IconButton>
    </div>
  );
}

function GroupBy({ group, onChange }: { readonly group: Group } & Pick<FilterProps, 'onChange'>) {
  return (
    <label className="threats-group-by">
      <span>{words.threats.groupBy}</span>
      <select
        className="input"
        value={group}
        onChange={(event) => {
          const chosen = GROUPS.find((candidate) => candidate === event.target.value);
          if (chosen !== undefined) onChange({ group: chosen });
        }}
      >
        {GROUPS.map((one) => (
          <option key={one} value={one}>
            {words.threats.groups[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Words for a group's heading. */
export const groupLabel = (group: string, label: string): string =>
  group === 'state' ? stateLabel(label) : label;
