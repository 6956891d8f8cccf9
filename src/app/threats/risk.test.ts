import { describe, expect, it } from 'vitest';
import { cvssScore, METRICS, metricIn, NO_HARM, withMetric } from './cvss.ts';
import { isDay, openable, riskLevel } from './risk.ts';

describe('an address in a file', () => {
  it.each(['https://jira.example/browse/SEC-1', ' http://wiki.example/a?b=c#d ', 'HTTPS://EXAMPLE.COM/'])(
    '%s is opened',
    (text) => expect(openable(text)).toMatch(/^https?:\/\//),
  );
  it.each([
    '',
    'SEC-1',
    'javascript:alert(1)',
    ' javascript:alert(1)//https://x',
    'data:text/html,x',
    'file:///etc/passwd',
    'mailto:ann@example.com',
    '//example.com',
    'https://',
    'https://good.example@evil.example/',
    'https://a b.example/',
    'https://example.com/\nhttps://other.example',
  ])('%j is not', (text) => expect(openable(text)).toBeUndefined());
});

it.each([
  ['2026-12-31', true],
  ['2028-02-29', true],
  ['2026-02-30', false],
  ['31.12.2026', false],
  ['2026-12-31T10:00', false],
  ['', false],
])('%j is a day: %s', (text, day) => expect(isDay(text)).toBe(day));

it.each([
  ['Low', 'Low', 1, 'low'],
  ['Medium', 'Medium', 4, 'medium'],
  ['High', 'Medium', 6, 'high'],
  ['High', 'High', 9, 'high'],
])('likelihood %s and impact %s are %s, %s', (likelihood, impact, product, word) =>
  expect(riskLevel(likelihood, impact)).toEqual({ product, word }),
);
it('no level is made of half of it', () => {
  expect([riskLevel('', 'High'), riskLevel('High', ''), riskLevel('5', 'High')]).toEqual([null, null, null]);
});

describe('a CVSS 4.0 vector', () => {
  // Scores of the examples that FIRST publishes with the specification, and of vectors between two roundings.
  it.each([
    ['AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 7.3, 'high', 'CVSS-B'],
    ['AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 7.7, 'high', 'CVSS-B'],
    ['AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:U', 5.2, 'medium', 'CVSS-BT'],
    ['AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H', 10, 'critical', 'CVSS-B'],
    ['AV:N/AC:L/AT:N/PR:N/UI:A/VC:N/VI:N/VA:N/SC:L/SI:L/SA:N', 5.1, 'medium', 'CVSS-B'],
    ['AV:L/AC:H/AT:N/PR:H/UI:N/VC:L/VI:N/VA:H/SC:L/SI:N/SA:N', 5.7, 'medium', 'CVSS-B'],
    ['AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N', 0, 'none', 'CVSS-B'],
  ])('%s scores %s, %s', (vector, score, severity, kind) =>
    expect(cvssScore(`CVSS:4.0/${vector}`)).toEqual({ score, severity, kind }),
  );

  it.each([
    '',
    'high',
    'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    'CVSS:4.0/AV:N',
    `${NO_HARM}/AV:Q`,
    NO_HARM.replace('SI:N', 'SI:S'),
    `${NO_HARM}/__proto__:N`,
    `${NO_HARM} and more`,
  ])('%j is none', (text) => expect(cvssScore(text)).toBeNull());

  it('is written metric by metric, and keeps those that the form does not show', () => {
    expect(METRICS.map(({ letters }) => letters).join()).toBe('AV,AC,AT,PR,UI,VC,VI,VA,SC,SI,SA,E');
    for (const { letters, values } of METRICS)
      for (const value of values) {
        const vector = withMetric(`${NO_HARM}/E:P/CR:H`, letters, value.letters);
        expect(metricIn(vector, letters)).toBe(value.letters);
        expect(vector).toContain('/CR:H');
        expect(cvssScore(vector)).not.toBeNull();
      }
    expect(withMetric('nonsense', 'VC', 'H')).toBe(NO_HARM.replace('VC:N', 'VC:H'));
    expect(metricIn('', 'E')).toBe('X');
  });
});
