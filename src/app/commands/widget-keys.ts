/** What of the focused element decides which keys are its own. */
export interface Widget {
  /** In lower case. */
  readonly tag: string;
  /** Of an input. */
  readonly type: string;
  readonly role: string | null;
  readonly editable: boolean;
}

/** A key event as far as it matters here. */
export type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

export function widgetOf(element: Element): Widget {
  return {
    tag: element.localName,
    type: element instanceof HTMLInputElement ? element.type : '',
    role: element.getAttribute('role'),
    editable: element instanceof HTMLElement && element.isContentEditable,
  };
}

const TEXT_INPUTS = /^(text|search|email|url|tel|password|number|date|time)$/;

/** Whether keys become text there. */
export function takesText({ tag, type, editable }: Widget): boolean {
  return editable || tag === 'textarea' || (tag === 'input' && TEXT_INPUTS.test(type));
}

const PRESS = /^(Enter| )$/;
const WALK = /^(Arrow\w+|Home|End|PageUp|PageDown)$/;
const EDIT = /^(Delete|Backspace|F2)$/;
const FIND = /^[\p{L}\p{N}]$/u;

const LISTS = new Set([
  'listbox',
  'option',
  'tree',
  'treeitem',
  'grid',
  'row',
  'gridcell',
  'treegrid',
  'combobox',
]);
const SLIDERS = new Set(['slider', 'separator', 'spinbutton']);
const BUTTONS = new Set(['button', 'a', 'summary', 'input']);

/** The keys, held with Shift at most, that a widget uses itself. */
function ownKeys({ tag, type, role }: Widget): readonly RegExp[] {
  if (tag === 'select' || LISTS.has(role ?? '')) return [PRESS, WALK, EDIT, FIND];
  if (role === 'tab') return [PRESS, WALK, EDIT];
  if (SLIDERS.has(role ?? '') || type === 'range' || type === 'radio') return [PRESS, WALK];
  return BUTTONS.has(tag) || role === 'button' ? [PRESS] : [];
}

/**
 * Whether a widget uses a key itself, even where it just has nothing to do with it: Delete in the list of threats
 * must not delete what is selected on the canvas. Fields of text are another question (`takesText`).
 */
export function usesKey(widget: Widget, { key, ctrlKey, metaKey, altKey }: Key): boolean {
  // Alt with these opens the list of a select.
  if (widget.tag === 'select' && altKey) return /^Arrow(Up|Down)$/.test(key);
  if (ctrlKey || metaKey || altKey) return false;
  return ownKeys(widget).some((keys) => keys.test(key));
}
