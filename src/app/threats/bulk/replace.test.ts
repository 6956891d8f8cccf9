import { describe, expect, it } from 'vitest';
import { THREAT_TEXT, type ThreatKey, threatProperty } from '../../../core/document/index.ts';
import { changeThreats, setThreatTexts } from '../../../core/edit/index.ts';
import { model, withThreats } from '../testing/sample.ts';
import { foundIn, piecesOf, type Replacement } from './replace.ts';

const why = (texts: Readonly<Record<number, string>>) =>
  withThreats(({ id, properties }) => {
    const text = texts[id];
    return text === undefined ? {} : { properties: [...properties, [THREAT_TEXT.justification, text]] };
  });
const all = (of: typeof model): ReadonlySet<ThreatKey> => new Set(of.threats.map(({ key }) => key));
const wanted = (find: string, replacement = 'X', matchCase = false): Replacement => ({
  find,
  replacement,
  matchCase,
});

describe('what is found in justifications', () => {
  const of = why({ 1: 'TLS 1.2, tls 1.2', 2: 'None', 3: 'a (b) [c] $& \\ 5.*', 4: 'Straße' });
  const found = (replacement: Replacement, keys = all(of)) =>
    foundIn(of.threats, keys, replacement).map(({ threat, after, places }) => [threat.id, after, places]);
  it.each([
    [wanted('tls 1.2', 'TLS 1.3'), [[1, 'TLS 1.3, TLS 1.3', 2]]],
    [wanted('tls', 'mTLS', true), [[1, 'TLS 1.2, mTLS 1.2', 1]]],
    [wanted('1.2', '$&'), [[1, 'TLS $&, tls $&', 2]]],
    [wanted('(b) [c] $& \\ 5.*', ''), [[3, 'a ', 1]]],
    [wanted('1x2'), []],
    [wanted(''), []],
    [wanted('STRASSE'), []],
    [wanted('straße', 'Weg'), [[4, 'Weg', 1]]],
  ] as const)('%j', (replacement, result) => expect(found(replacement)).toEqual(result));

  it('is looked for in the given threats alone', () => {
    const [first] = of.threats;
    expect(found(wanted('n'), new Set(first === undefined ? [] : [first.key]))).toEqual([]);
  });

  it('is shown with what stands around it', () => {
    expect(piecesOf('ab ab', wanted('b', 'c'))).toEqual([
      { kept: 'a' },
      { gone: 'b', come: 'c' },
      { kept: ' a' },
      { gone: 'b', come: 'c' },
    ]);
    const long = `${'x'.repeat(200)}here${'y'.repeat(200)}`;
    expect(piecesOf(long, wanted('here', 'there'))).toEqual([
      { kept: `…${'x'.repeat(32)}` },
      { gone: 'here', come: 'there' },
      { kept: `${'y'.repeat(32)}…` },
    ]);
  });

  it('is replaced in those threats alone, once for each', () => {
    const texts = new Map(
      foundIn(of.threats, all(of), wanted('tls', 'SSL')).map((one) => [one.threat.key, one.after]),
    );
    const next = setThreatTexts(of, THREAT_TEXT.justification, texts, {
      name: 'Anna',
      now: '2026-11-27T00:00:00',
    });
    const changed = next.threats.filter((threat, index) => threat !== of.threats[index]);
    expect(changed.map(({ id, changedBy }) => [id, changedBy])).toEqual([[1, 'Anna']]);
    expect(changed.map((threat) => threatProperty(threat, THREAT_TEXT.justification))).toEqual([
      'SSL 1.2, SSL 1.2',
    ]);
    expect(setThreatTexts(of, THREAT_TEXT.justification, new Map(), { name: 'Anna', now: '' })).toBe(of);
  });
});

describe('threats that are changed together', () => {
  const author = { name: 'Anna', now: '2026-11-27T00:00:00' };
  const keys = model.threats.slice(0, 3).map(({ key }) => key);
  it('get what is named, and keep the rest', () => {
    const next = changeThreats(
      model,
      keys,
      {
        state: 'Mitigated',
        priority: 'Low',
        texts: {
          Comments: 'Agreed',
          [THREAT_TEXT.title]: 'One title',
          [THREAT_TEXT.justification]: 'Done',
        },
      },
      author,
    );
    for (const [index, threat] of next.threats.entries()) {
      if (index > 2) expect(threat).toBe(model.threats[index]);
      else {
        expect(threat).toMatchObject({ state: 'Mitigated', priority: 'Low', changedBy: 'Anna' });
        expect(threatProperty(threat, 'Comments')).toBe('Agreed');
        expect(threatProperty(threat, THREAT_TEXT.title)).toBe('One title');
        expect(threatProperty(threat, THREAT_TEXT.description)).toBe(
          threatProperty(model.threats[index] ?? threat, THREAT_TEXT.description),
        );
      }
    }
  });
  it('are the same when nothing is named', () => {
    expect(changeThreats(model, keys, {}, author)).toBe(model);
  });
});
