import { describe, expect, it } from 'vitest';
import { takesText, usesKey, type Widget } from './widget-keys.ts';

const widget = (tag: string, more: Partial<Widget> = {}): Widget => ({
  tag,
  type: '',
  role: null,
  editable: false,
  ...more,
});
const WIDGETS = {
  canvas: widget('div', { role: 'application' }),
  page: widget('body'),
  button: widget('button'),
  check: widget('input', { type: 'checkbox' }),
  radio: widget('input', { type: 'radio' }),
  tab: widget('button', { role: 'tab' }),
  edge: widget('div', { role: 'separator' }),
  select: widget('select'),
  threats: widget('div', { role: 'listbox' }),
  threat: widget('div', { role: 'option' }),
  outline: widget('div', { role: 'tree' }),
};

/** `Ctrl+A` as an event. */
function key(keys: string) {
  const parts = keys.split('+');
  return {
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Cmd'),
    altKey: parts.includes('Alt'),
  };
}

describe('usesKey', () => {
  it.each([
    ['button', ['Enter', ' ']],
    ['check', [' ']],
    ['radio', [' ', 'ArrowDown']],
    ['tab', ['ArrowLeft', 'Home', 'End', 'Delete', 'Backspace', 'F2', 'Enter']],
    ['edge', ['ArrowLeft', 'Home', 'End', 'Enter']],
    ['select', ['ArrowDown', 'a', '1', 'Enter', 'Delete', 'Alt+ArrowDown']],
    ['threats', ['ArrowDown', 'End', 'j', '1', 'Enter', 'Delete', ' ']],
    ['threat', ['ArrowDown', 'Delete', 'h']],
    ['outline', ['ArrowLeft', 'v', 'F2', 'Delete']],
  ] as const)('a %s uses %j', (name, keys) => {
    for (const one of keys) expect([one, usesKey(WIDGETS[name], key(one))]).toEqual([one, true]);
  });

  it.each([
    ['canvas', ['Enter', ' ', 'ArrowLeft', 'Delete', 'a', 'Ctrl+a']],
    ['page', ['Enter', 'ArrowLeft', 'Delete', 'Escape']],
    ['button', ['ArrowLeft', 'Delete', 'Escape', 'Ctrl+a', 'Alt+ArrowLeft', '.', 'Alt+Enter']],
    ['check', ['ArrowLeft', 'Ctrl+d', 'Delete']],
    ['tab', ['Ctrl+ArrowLeft', 'Alt+ArrowLeft', 'Ctrl+a', '/']],
    ['edge', ['Delete', 'Ctrl+d']],
    ['select', ['Ctrl+z', 'Alt+ArrowLeft', 'Cmd+a', 'F6']],
    ['threats', ['Ctrl+d', 'Alt+ArrowLeft', '?', 'Escape', 'F6', '!']],
    ['outline', ['Ctrl+a', 'Alt+s', 'Escape']],
  ] as const)('a %s leaves %j to commands', (name, keys) => {
    for (const one of keys) expect([one, usesKey(WIDGETS[name], key(one))]).toEqual([one, false]);
  });
});

describe('takesText', () => {
  it.each([
    ['a field', widget('input', { type: 'text' }), true],
    ['a search', widget('input', { type: 'search' }), true],
    ['lines', widget('textarea'), true],
    ['an editable text', widget('div', { editable: true }), true],
    ['a check box', widget('input', { type: 'checkbox' }), false],
    ['a list box', widget('select'), false],
    ['a button', widget('button'), false],
    ['the canvas', WIDGETS.canvas, false],
  ])('%s: %s', (_, element, text) => {
    expect(takesText(element)).toBe(text);
  });
});
