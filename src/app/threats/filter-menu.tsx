import { Filter } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { shownText } from '../../core/base/index.ts';
import type { Model } from '../../core/document/index.ts';
import {
  choicesIn,
  type Fields,
  hasChoice,
  progressOf,
  type ThreatItem,
  toggleChoice,
} from '../../core/threat-list/index.ts';
import { Button, walkMenu } from '../ui/index.ts';
import { words } from '../words/index.ts';
import type { ListOptions } from './rows.ts';
import { byPriority } from './table/ranks.ts';
import { STATES } from './words.ts';

export interface FilterProps {
  readonly model: Model;
  readonly items: readonly ThreatItem[];
  readonly fields: Fields;
  readonly options: ListOptions;
  readonly onChange: (change: Partial<ListOptions>) => void;
}

type Choosing = Pick<FilterProps, 'fields' | 'options' | 'onChange'>;

/** What the buttons choose is written into the query, and read out of it. */
const choosing = ({ fields, options: { text }, onChange }: Choosing) => ({
  has: (field: string, value: string) => hasChoice(text, { field, value }, fields),
  toggle: (field: string, value: string) => onChange({ text: toggleChoice(text, { field, value }, fields) }),
});

/** A button for each state, with how many threats have it. */
export function StateChips({ items, ...choices }: Omit<FilterProps, 'model'>) {
  const chosen = choosing(choices);
  const { byState } = progressOf(items);
  return (
    <fieldset className="threats-states" aria-label={words.threats.filterByState}>
      {STATES.map(({ state, label }) => (
        <button
          key={state}
          type="button"
          className="threats-chip"
          data-state={state}
          data-empty={!byState.has(state) || undefined}
          title={label}
          aria-pressed={chosen.has('state', label)}
          onClick={() => chosen.toggle('state', label)}
        >
          <span className="threats-chip-label">{label}</span> <span>{byState.get(state) ?? 0}</span>
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
export function FilterMenu({ main, ...filter }: FilterMenuProps) {
  const active = choicesIn(filter.options.text, filter.fields);
  return (
    // A modal menu hides the app from screen readers while its button still has the focus.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button tone="quiet">
          <Filter size={14} aria-hidden /> {words.threats.filter({ active })}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={main}>
        <DropdownMenu.Content
          className="menu"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onKeyDownCapture={walkMenu}
        >
          <FilterChoices {...filter} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** What the list can be filtered by. */
function FilterChoices({ model, items, ...choices }: FilterProps) {
  const chosen = choosing(choices);
  const priorities = [...new Set(items.map((item) => item.threat.priority))].sort(byPriority);
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
          checked={chosen.has('state', label)}
          onToggle={() => chosen.toggle('state', label)}
        />
      ))}
      <DropdownMenu.Separator className="menu-separator" />
      <DropdownMenu.Label className="threats-menu-label">{words.threats.columns.priority}</DropdownMenu.Label>
      {priorities.map((priority) => (
        <Check
          key={priority}
          label={priority || words.threats.none}
          checked={chosen.has('priority', priority)}
          onToggle={() => chosen.toggle('priority', priority)}
        />
      ))}
      <DropdownMenu.Separator className="menu-separator" />
      <DropdownMenu.Label className="threats-menu-label">{words.threats.columns.category}</DropdownMenu.Label>
      {categories.map((category) => (
        <Check
          key={category}
          label={category || words.threats.none}
          checked={chosen.has('category', category)}
          onToggle={() => chosen.toggle('category', category)}
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
              checked={chosen.has('diagram', diagram.header)}
              onToggle={() => chosen.toggle('diagram', diagram.header)}
            />
          ))}
        </>
      )}
      {fresh > 0 && (
        <>
          <DropdownMenu.Separator className="menu-separator" />
          <Check
            label={words.threats.fresh({ threats: fresh })}
            checked={chosen.has('is', 'new')}
            onToggle={() => chosen.toggle('is', 'new')}
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
