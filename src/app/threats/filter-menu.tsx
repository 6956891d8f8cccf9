import { Filter } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { shownText } from '../../core/base/index.ts';
import type { Model } from '../../core/document/index.ts';
import { Button, toggled } from '../ui/index.ts';
import { words } from '../words/index.ts';
import type { ListOptions, ThreatItem } from './rows.ts';
import { STATES } from './words.ts';

export interface FilterProps {
  readonly model: Model;
  readonly items: readonly ThreatItem[];
  readonly options: ListOptions;
  readonly onChange: (change: Partial<ListOptions>) => void;
}

/** A button for each state, with how many threats have it. */
export function StateChips({ items, options, onChange }: Omit<FilterProps, 'model'>) {
  const count = (of: (item: ThreatItem) => boolean): number => items.filter(of).length;
  return (
    <fieldset className="threats-states" aria-label={words.threats.filterByState}>
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
  );
}

interface FilterMenuProps extends FilterProps {
  /** The landmark of the button: the menu belongs to the same. */
  readonly main: HTMLElement | null;
}

/** The button of the filter with its menu. */
export function FilterMenu({ main, model, items, options, onChange }: FilterMenuProps) {
  const active =
    options.states.size +
    options.priorities.size +
    options.categories.size +
    (options.diagramId === null ? 0 : 1) +
    (options.onlyNew ? 1 : 0);
  return (
    // A modal menu hides the app from screen readers while its button still has the focus.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button tone="quiet">
          <Filter size={14} aria-hidden /> {words.threats.filter({ active })}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={main}>
        <DropdownMenu.Content className="menu" align="start" sideOffset={4} collisionPadding={8}>
          <FilterChoices model={model} items={items} options={options} onChange={onChange} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** What the list can be filtered by. */
function FilterChoices({ model, items, options, onChange }: FilterProps) {
  const priorities = [...new Set(items.map((item) => item.threat.priority))];
  const categories = [...new Set(items.map((item) => item.category))].sort();
  const fresh = items.filter((item) => item.isNew).length;
  return (
    <>
      {/* A narrow panel has no room for the states beside the button. */}
      <DropdownMenu.Label className="threats-menu-label">{words.threats.columns.state}</DropdownMenu.Label>
      {STATES.map(({ state, label }) => (
        <Check
          key={state}
          label={label}
          checked={options.states.has(state)}
          onToggle={() => onChange({ states: toggled(options.states, state) })}
        />
      ))}
      <DropdownMenu.Separator className="menu-separator" />
      <DropdownMenu.Label className="threats-menu-label">{words.threats.columns.priority}</DropdownMenu.Label>
      {priorities.map((priority) => (
        <Check
          key={priority}
          label={priority || words.threats.none}
          checked={options.priorities.has(priority)}
          onToggle={() => onChange({ priorities: toggled(options.priorities, priority) })}
        />
      ))}
      <DropdownMenu.Separator className="menu-separator" />
      <DropdownMenu.Label className="threats-menu-label">{words.threats.columns.category}</DropdownMenu.Label>
      {categories.map((category) => (
        <Check
          key={category}
          label={category || words.threats.none}
          checked={options.categories.has(category)}
          onToggle={() => onChange({ categories: toggled(options.categories, category) })}
        />
      ))}
      {model.diagrams.length > 1 && (
        <>
          <DropdownMenu.Separator className="menu-separator" />
          <DropdownMenu.Label className="threats-menu-label">
            {words.threats.detail.diagram}
          </DropdownMenu.Label>
          {model.diagrams.map((diagram) => (
            <Check
              key={diagram.id}
              label={shownText(diagram.header)}
              checked={options.diagramId === diagram.id}
              onToggle={() => onChange({ diagramId: options.diagramId === diagram.id ? null : diagram.id })}
            />
          ))}
        </>
      )}
      {fresh > 0 && (
        <>
          <DropdownMenu.Separator className="menu-separator" />
          <Check
            label={words.threats.fresh({ threats: fresh })}
            checked={options.onlyNew}
            onToggle={() => onChange({ onlyNew: !options.onlyNew })}
          />
        </>
      )}
    </>
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
