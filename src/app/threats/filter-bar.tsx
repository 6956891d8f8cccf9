import { Plus, RefreshCw, X } from 'lucide-react';
import { useState } from 'react';
import { counted, stateLabel } from '../../core/document/index.ts';
import { isUpToDate, type UpdatePreview } from '../../core/engine/index.ts';
import { setDialog } from '../store/index.ts';
import { Button, IconButton } from '../ui/index.ts';
import { FilterMenu, type FilterProps, StateChips } from './filter-menu.tsx';
import { GROUPS, type Group } from './rows.ts';
import { previewParts } from './update-preview.ts';

interface FilterBarProps extends FilterProps {
  readonly shown: number;
  /** Name of the flow or the number of flows that the list is filtered to. */
  readonly flowFilter: string | null;
  readonly pending: UpdatePreview;
  readonly onAdd: () => void;
  /** Why no threat of one's own can be added; null when one can. */
  readonly noAdd: string | null;
  readonly onClearFlow: () => void;
}

/** What the list shows, and what can be done to all of it. */
export function FilterBar(props: FilterBarProps) {
  const { model, items, options, shown, flowFilter, pending, onChange } = props;
  const [main, setMain] = useState<HTMLElement | null>(null);
  const differ = !isUpToDate(pending);
  return (
    <div className="threats-bar" ref={(bar) => setMain(bar?.closest('main') ?? null)}>
      <input
        type="search"
        className="input threats-search"
        aria-label="Search threats"
        placeholder="Search threats"
        value={options.text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      <StateChips items={items} options={options} onChange={onChange} />
      <FilterMenu main={main} model={model} items={items} options={options} onChange={onChange} />
      <GroupBy group={options.group} onChange={onChange} />
      {flowFilter !== null && (
        <span className="threats-flow-chip">
          <span title={flowFilter}>{flowFilter}</span>
          <IconButton label="Show the threats of all flows" onClick={props.onClearFlow}>
            <X />
          </IconButton>
        </span>
      )}
      <span className={shown === items.length ? 'visually-hidden' : 'threats-count'} role="status">
        {shown === items.length ? counted(items.length, 'threat') : `${shown} of ${items.length}`}
      </span>
      {differ && (
        <Button
          className="threats-update"
          title={previewParts(pending)
            .map(({ words }) => words)
            .join(', ')}
          onClick={() => setDialog({ kind: 'update-threats' })}
        >
          <RefreshCw size={14} aria-hidden /> <span>Update threats</span>
        </Button>
      )}
      <IconButton
        className="threats-add"
        label="Add a threat of your own to the selected flow"
        disabled={props.noAdd !== null}
        title={props.noAdd ?? undefined}
        onClick={props.onAdd}
      >
        <Plus />
      </IconButton>
    </div>
  );
}

const GROUP_WORDS: Readonly<Record<(typeof GROUPS)[number], string>> = {
  interaction: 'interaction',
  category: 'category',
  state: 'state',
  priority: 'priority',
  none: 'nothing',
};

function GroupBy({ group, onChange }: { readonly group: Group } & Pick<FilterProps, 'onChange'>) {
  return (
    <label className="threats-group-by">
      <span>Group by</span>
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
            {GROUP_WORDS[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Words for a group's heading. */
export const groupLabel = (group: string, label: string): string =>
  group === 'state' ? stateLabel(label) : label;
