import { describe, expect, it } from 'vitest';
import { priorityLetters, priorityOfKey } from './priority-keys.ts';

describe('the letter of a priority', () => {
  it.each([
    [['High', 'Medium', 'Low'], 'HML'],
    [['Critical', 'High', 'Medium', 'Low', 'Info'], 'CHMLI'],
    // Two that begin alike have no letter, and nothing takes those of the justification and the list of priorities.
    [['Very High', 'High', 'Medium', 'Low', 'Very Low'], 'HML'],
    [['Jetzt', 'Später', 'Prüfen'], 'S'],
    [['P1', 'P2', 'P3'], ''],
    [['1', '2', '3', '', '-'], ''],
    [['Élevée', 'Moyenne', 'Faible'], 'ÉMF'],
  ])('of %j are %j', (priorities, letters) => {
    expect(priorityLetters(priorities).join('')).toBe(letters);
    const set = [...letters].map((letter) => priorityOfKey(priorities, letter.toLowerCase()));
    expect(set.every((priority) => priority !== undefined && priorities.includes(priority))).toBe(true);
  });
  it.each(['j', 'p', '1', '.', 'enter', '', 'x'])('is not %j', (key) => {
    expect(priorityOfKey(['Jetzt', 'P1', '1st', 'Enter', 'High'], key)).toBeUndefined();
  });
});
