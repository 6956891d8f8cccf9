import { Plus } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { elementTypes, type Template } from '../../core/document/index.ts';
import type { TemplateItem } from '../../core/edit/index.ts';
import { Button } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { addNewCategory, addNewStencil, addNewThreatProperty, addNewType, categoryAt } from './actions.ts';

const { add } = laterWords.template;

interface AddMenuProps {
  readonly template: Template;
  readonly selected: TemplateItem | null;
  /** Before something is added: what it is called is asked for next. */
  readonly onAdd: () => void;
}

/** What can be added; what goes below something goes below what is selected. */
export function AddMenu({ template, selected, onAdd }: AddMenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const parent = selected?.kind === 'stencil' ? elementTypes(template).get(selected.id) : undefined;
  const category = categoryAt(template, selected);
  const choose = (run: () => void) => () => {
    setOpen(false);
    onAdd();
    run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what the button opened
    <div className="template-add" onKeyDown={onKeyDown}>
      <Button ref={button} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Plus size={14} aria-hidden="true" />
        {add.menu}
      </Button>
      {open && (
        <fieldset className="template-plain template-add-choices" aria-label={add.menu}>
          {parent !== undefined && (
            <Button tone="quiet" onClick={choose(() => addNewStencil(parent.id))}>
              {add.below({ parent: parent.name || parent.id })}
            </Button>
          )}
          <Button tone="quiet" onClick={choose(() => addNewStencil(null))}>
            {add.stencil}
          </Button>
          {category !== null && (
            <Button tone="quiet" onClick={choose(() => addNewType(category))}>
              {add.type}
            </Button>
          )}
          <Button tone="quiet" onClick={choose(addNewCategory)}>
            {add.category}
          </Button>
          <Button tone="quiet" onClick={choose(addNewThreatProperty)}>
            {add.threatProperty}
          </Button>
        </fieldset>
      )}
    </div>
  );
}
