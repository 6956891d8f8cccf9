import { describe, expect, it } from 'vitest';
import { auditOf } from './audit.mjs';

const answer = (vulnerabilities: object): string =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: {} });

describe('advisories of packages', () => {
  it.each([
    ['none', answer({}), { answered: true, grave: [] }],
    ['a moderate one', answer({ a: { name: 'a', severity: 'moderate' } }), { answered: true, grave: [] }],
    [
      'grave ones',
      answer({
        a: { name: 'a', severity: 'high' },
        b: { name: 'b', severity: 'low' },
        c: { name: 'c', severity: 'critical' },
      }),
      { answered: true, grave: ['a (high)', 'c (critical)'] },
    ],
    [
      'a registry that has no audits',
      '{"message":"405","error":{"code":"E405"}}',
      { answered: false, grave: [] },
    ],
    ['no network', '', { answered: false, grave: [] }],
    ['something else', 'null', { answered: false, grave: [] }],
  ])('%s', (_, output, expected) => expect(auditOf(output)).toEqual(expected));
});
