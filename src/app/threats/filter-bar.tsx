import { Filter, Plus, RefreshCw, X } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { counted, type Model, stateLabel } from '../../core/document/index.ts';
import { isUpToDate, type UpdatePreview } from '../../core/engine/index.ts';
import { setDialog } from '../store/index.ts';
import { Button, IconButton } from '../ui/index.ts';
import { GROUPS, type ListOptions, type ThreatItem } from './rows.ts';
import { previewParts } from './update-preview.ts';
import { STATES } from './words.ts';

interface FilterBarProps {
  readonly model: Model;
  readonly items: readonly ThreatItem[];
  readonly options: ListOptions;
  readonly shown: number;
  /** Name of the flow or the number of flows that the list is filtered to. */
  readonly flowFilter: string | null;
  readonly pending: UpdatePreview;
  readonly onAdd: () => void;
  /** Why no threat of one's own can be added; null when one can. */
  readonly noAdd: string | null;
  readonly onClearFlow: () => void;
  readonly onChange: (change: Partial<ListOptions>) => void;
}

const GROUP_WORDS: Readonly<Record<(typeof GROUPS)[number], string>> = {
  interaction: 'interaction',
  category: 'category',
  state: 'state',
  priority: 'priority',
  none: 'nothing',
};

/** What the list shows, and what can be done to all of it. */
export function FilterBar(props: FilterBarProps) {
  const { model, items, options, shown, flowFilter, pending, onChange } = props;
  // The menu belongs to the same landmark as its button.
  const [main, setMain] = useState<HTMLElement | null>(null);
  const count = (of: (item: ThreatItem) => boolean): number => items.filter(of).length;
  const priorities = [...new Set(items.map((item) => item.threat.priority))];
  const categories = [...new Set(items.map((item) => item.category))].sort();
  const fresh = count((item) => item.isNew);
  const active =
    options.states.size +
    options.priorities.size +
    options.categories.size +
    (options.diagramId === null ? 0 : 1) +
    (options.onlyNew ? 1 : 0);
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
      <fieldset className="threats-states" aria-label="Filter by state">
        {STATES.map(({ state, label }) => (
          <button
            key={state}
            type="button"
            className="threats-chip"
            data-state={state}
            data-empty={count((item) => item.threat.state === state) === 0 || undefined}
            title={label}
            aria-pressed={options.states.has(state)}
            onClick={() => onChange({ states: toggled(options.states, state) })}
          >
            <span className="threats-chip-label">{label}</span>{' '}
            <span>{count((item) => item.threat.state === state)}</span>
          </button>
        ))}
      </fieldset>
      {/* A modal menu hides the app from screen readers while its button still has the focus. */}
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger asChild>
          <Button tone="quiet">
            <Filter size={14} aria-hidden /> Filter{active > 0 ? ` (${active})` : ''}
          </Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal container={main}>
          <DropdownMenu.Content className="menu" align="start" sideOffset={4} collisionPadding={8}>
            {/* A narrow panel has no room for the states beside the button. */}
            <DropdownMenu.Label className="threats-menu-label">State</DropdownMenu.Label>
            {STATES.map(({ state, label }) => (
              <Check
                key={state}
                label={label}
                checked={options.states.has(state)}
                onToggle={() => onChange({ states: toggled(options.states, state) })}
              />
            ))}
            <DropdownMenu.Separator className="menu-separator" />
            <DropdownMenu.Label className="threats-menu-label">Priority</DropdownMenu.Label>
            {priorities.map((priority) => (
              <Check
                key={priority}
                label={priority || 'None'}
                checked={options.priorities.has(priority)}
                onToggle={() => onChange({ priorities: toggled(options.priorities, priority) })}
              />
            ))}
            <DropdownMenu.Separator className="menu-separator" />
            <DropdownMenu.Label className="threats-menu-label">Category</DropdownMenu.Label>
            {categories.map((category) => (
              <Check
                key={category}
                label={category || 'None'}
                checked={options.categories.has(category)}
                onToggle={() => onChange({ categories: toggled(options.categories, category) })}
              />
            ))}
            {model.diagrams.length > 1 && (
              <>
                <DropdownMenu.Separator className="menu-separator" />
                <DropdownMenu.Label className="threats-menu-label">Diagram</DropdownMenu.Label>
                {model.diagrams.map((diagram) => (
                  <Check
                    key={diagram.id}
                    label={diagram.header}
                    checked={options.diagramId === diagram.id}
                    onToggle={() =>
                      onChange({ diagramId: options.diagramId === diagram.id ? null : diagram.id })
                    }
                  />
                ))}
              </>
            )}
            {fresh > 0 && (
              <>
                <DropdownMenu.Separator className="menu-separator" />
                <Check
                  label={`New (${fresh})`}
                  checked={options.onlyNew}
                  onToggle={() => onChange({ onlyNew: !options.onlyNew })}
                />
              </>
            )}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <label className="threats-group-by">
        <span>Group by</span>
        <select
          className="input"
          value={options.group}
          onChange={(event) => {
            const group = GROUPS.find((candidate) => candidate === event.target.value);
            if (group !== undefined) onChange({ group });
          }}
        >
          {GROUPS.map((group) => (
            <option key={group} value={group}>
              {GROUP_WORDS[group]}
            </option>
          ))}
        </select>
      </label>
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

function Check({ label, checked, onToggle }: { label: string; checked: boolean; onToggle: () => void }) {
  return (
    <DropdownMenu.CheckboxItem
      className="menu-item"
      checked={checked}
      onCheckedChange={onToggle}
      onSelect={(event) => event.preventDefault()}
    >
      {label}
      <DropdownMenu.ItemIndicator>✓</DropdownMenu.ItemIndicator>
    </DropdownMenu.CheckboxItem>
  );
}

function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

/** Words for a group's heading. */
export const groupLabel = (group: string, label: string): string =>
  group === 'state' ? stateLabel(label) : label;
