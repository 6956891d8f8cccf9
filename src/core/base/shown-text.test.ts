import { expect, it } from 'vitest';
import { shownText, withFewMarks } from './index.ts';

const MARK = '\u0301';

it.each([
  ['', ''],
  ['Web shop', 'Web shop'],
  ['x'.repeat(500), 'x'.repeat(500)],
  ['x'.repeat(501), `${'x'.repeat(500)}…`],
  [`${'x'.repeat(499)}😀`, `${'x'.repeat(499)}…`],
  [`e${MARK.repeat(16)}f`, `e${MARK.repeat(16)}f`],
  [`e${MARK.repeat(100)}f${MARK}`, `e${MARK.repeat(16)}f${MARK}`],
  [`e${MARK.repeat(100_000)}`, `e${MARK.repeat(16)}…`],
])('what is shown of %j', (text, shown) => expect(shownText(text)).toBe(shown));

it('marks are cut wherever they stand', () => {
  expect(withFewMarks(`a${MARK.repeat(40)} b${MARK.repeat(17)}`)).toBe(
    `a${MARK.repeat(16)} b${MARK.repeat(16)}`,
  );
});
