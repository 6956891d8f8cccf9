import { describe, expect, it, test } from 'vitest';
import { REPORT_FORMATS, reportFormat } from './report-formats.ts';

describe('report formats', () => {
  test.each([
    ['html', 'html'],
    ['HTM', 'html'],
    ['markdown', 'md'],
    ['Md', 'md'],
    ['pdf', 'pdf'],
  ])('%s is %s', (name, id) => expect(reportFormat(name)?.id).toBe(id));

  test.each(['', 'doc', 'x', 'htmlx', 'constructor', '__proto__'])('"%s" is none', (name) =>
    expect(reportFormat(name)).toBeUndefined(),
  );

  it('no ending stands for two formats', () => {
    const endings = REPORT_FORMATS.flatMap(({ extensions }) => extensions);
    expect(new Set(endings).size).toBe(endings.length);
  });
});
