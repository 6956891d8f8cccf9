import { Plus, RefreshCw, X } from 'lucide-react';
import { useState } from 'react';
import { stateLabel } from '../../core/document/index.ts';
import { isUpToDate, type PendingUpdate } from '../../core/engine/index.ts';
import { setDialog } from '../store/index.ts';
import { Button, IconButton, SearchField } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { FilterMenu, type FilterProps, StateChips } from './filter-menu.tsx';
import { GROUPS, type Group } from './rows.ts';
import { previewParts } from './update-preview.ts';

interface FilterBarProps extends FilterProps {
  readonly shown: number;
  /** Name of the flow or the number of flows that the list is filtered to. */
  readonly flowFilter: string | null;
  readonly pending: PendingUpdate;
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
      <SearchField
        className="threats-search"
        label={words.threats.search}
        value={options.text}
        onValue={(text) => onChange({ text })}
      />
      <StateChips items={items} options={options} onChange={onChange} />
      <FilterMenu main={main} model={model} items={items} options={options} onChange={onChange} />
      <GroupBy group={options.group} onChange={onChange} />
      {flowFilter !== null && (
        <span className="threats-flow-chip">
          <span title={flowFilter}>{flowFilter}</span>
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
