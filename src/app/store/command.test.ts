import { describe, expect, it } from 'vitest';
import { matchesKeys, showKeys } from './command.ts';

const key = (key: string, held: string[] = [], code = '') => ({
  key,
  code,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  shiftKey: held.includes('shift'),
  altKey: held.includes('alt'),
});

describe('matchesKeys', () => {
  it.each([
    ['a letter', key('s'), 'S', false],
    ['Mod is Ctrl', key('z', ['ctrl']), 'Mod+Z', false],
    ['Mod is Cmd on a Mac', key('z', ['meta']), 'Mod+Z', true],
    ['shifted letters arrive as capitals', key('Z', ['ctrl', 'shift']), 'Mod+Shift+Z', false],
    ['named keys', key('F2'), 'F2', false],
    ['punctuation says its own shift', key('?', ['shift']), '?', false],
    ['the plus key', key('+', ['ctrl', 'shift']), 'Mod++', false],
    ['Alt changes what a key types on a Mac', key('¡', ['alt'], 'Digit1'), 'Alt+1', true],
    ['Shift changes what a digit types', key('!', ['shift'], 'Digit1'), 'Shift+1', false],
  ])('accepts %s', (_, event, keys, mac) => {
    expect(matchesKeys(event, keys, mac)).toBe(true);
  });

  it.each([
    ['a missing modifier', key('z'), 'Mod+Z', false],
    ['a modifier too many', key('z', ['ctrl', 'alt']), 'Mod+Z', false],
    ['Shift too many', key('Z', ['ctrl', 'shift']), 'Mod+Z', false],
    ['Ctrl on a Mac', key('z', ['ctrl']), 'Mod+Z', true],
    ['Cmd where Mod is Ctrl', key('z', ['meta']), 'Mod+Z', false],
    ['another letter', key('x', ['ctrl']), 'Mod+Z', false],
    ['Shift with a named key', key('F2', ['shift']), 'F2', false],
  ])('rejects %s', (_, event, keys, mac) => {
    expect(matchesKeys(event, keys, mac)).toBe(false);
  });
});

describe('showKeys', () => {
  it.each([
    ['Mod+Shift+Z', false, 'Ctrl+Shift+Z'],
    ['Mod+Shift+Z', true, '⌘⇧Z'],
    ['Mod++', false, 'Ctrl++'],
    ['Alt+ArrowLeft', false, 'Alt+←'],
  ])('%s', (keys, mac, shown) => {
    expect(showKeys(keys, mac)).toBe(shown);
  });
});
