import { expect, it } from 'vitest';
import { FOREIGN_FORMATS, FORMATS } from '../../core/codec/index.ts';
import { words } from '../words/index.ts';

it('the start page names each format that can be dropped there, and no other', () => {
  const { openHint } = words.files.start;
  const own = FORMATS.map(({ extensions }) => extensions[0]);
  const others = FOREIGN_FORMATS.filter(({ can }) => can.reads).map(({ label }) =>
    label.replace(/^OWASP | \(YAML\)$/g, ''),
  );
  const [, list = ''] = openHint.split(': ');
  expect(list.split(/, | or /).toSorted()).toEqual([...new Set([...own, ...others])].toSorted());
});
