import { expect, it } from 'vitest';
import { checkTemplate } from '../../check/index.ts';
import { fidelityOf, readTemplate, writeTemplate } from '../../codec/index.ts';
import { defaultFlowType } from '../../document/index.ts';
import { countingGuids } from '../../document/testing/template.ts';
import { findingWords } from '../../words/later.ts';
import { newTemplate } from '../index.ts';

it('a new template can be drawn with, is written and read back, and has nothing wrong with it', () => {
  const template = newTemplate(countingGuids());
  expect(defaultFlowType(template)).not.toBeNull();
  const read = readTemplate(writeTemplate(template));
  expect(read.ok && fidelityOf(read.value)).toBe('exact');
  expect(read.ok && read.value.template).toEqual(template);
  const found = checkTemplate(template).filter(({ severity }) => severity !== 'info');
  expect(found.map(findingWords)).toEqual([]);
});
