import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, loadSettings, storeSettings } from './settings.ts';

const holding = (text: string | null) => ({ getItem: () => text });

describe('settings', () => {
  it('come back as they were stored', () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      theme: 'dark',
      leftPanel: { open: false, width: 300, tab: 'outline' },
    } as const;
    let stored = '';
    const storage = {
      setItem: (_: string, text: string) => {
        stored = text;
      },
    };
    storeSettings(storage, settings);
    expect(loadSettings(holding(stored))).toEqual(settings);
  });

  it.each([
    ['nothing stored', null],
    ['text that is not JSON', '{'],
    ['a list', '[]'],
    ['another version', '{"version":99,"settings":{"theme":"dark"}}'],
    ['no version', '{"settings":{"theme":"dark"}}'],
    ['settings that are no object', '{"version":1,"settings":7}'],
  ])('fall back to the defaults on %s', (_, text) => {
    expect(loadSettings(holding(text))).toEqual(DEFAULT_SETTINGS);
  });

  it.each([
    ['a word that is not allowed', { theme: 'pink' }],
    ['a wrong type', { snapToGrid: 'yes' }],
    ['a size out of bounds', { rightPanel: { open: true, width: -5 } }],
    ['an unknown key', { colour: 'red' }],
  ])('drop %s and keep the rest', (_, damaged) => {
    const text = JSON.stringify({ version: 1, settings: { author: 'Ada', ...damaged } });
    expect(loadSettings(holding(text))).toEqual({ ...DEFAULT_SETTINGS, author: 'Ada' });
  });

  it('of before a setting was added give it its default and keep the rest', () => {
    const { threatDetailWidth, ...older } = { ...DEFAULT_SETTINGS, author: 'Ada' };
    const text = JSON.stringify({ version: 1, settings: older });
    expect(loadSettings(holding(text))).toEqual({ ...older, threatDetailWidth });
  });

  it('survive a storage that refuses', () => {
    const refusing = {
      setItem: () => {
        throw new Error('quota');
      },
    };
    expect(() => storeSettings(refusing, DEFAULT_SETTINGS)).not.toThrow();
  });
});
