import { describe, expect, it, test } from 'vitest';
import { refusalWords } from '../words/later.ts';
import { readModel, readTemplate, writeModel, writeTemplate } from './index.ts';
import { type Generation, modelFile } from './testing/every-construct.ts';
import { templateFile } from './testing/every-construct-template.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (data: Uint8Array): string => new TextDecoder().decode(data);

describe.each<Generation>(['G6', 'G7'])('a %s file with every construct of the format', (generation) => {
  const file = modelFile(generation);
  const read = readModel(bytes(file));
  if (!read.ok) throw new Error(`${refusalWords(read.error)} at ${JSON.stringify(read.error.place)}`);
  const { model } = read.value;

  it('is written by the rules to the same bytes', () => expect(text(writeModel(model))).toBe(file));

  it('is told as the Windows tool wrote it, without a repair', () => {
    expect(read.value.warnings).toEqual([]);
    expect(model.template.generation).toBe(generation);
  });

  it('keeps all bytes but those of an edit', () => {
    const [first, ...rest] = model.diagrams;
    if (first === undefined) throw new Error('no diagram');
    const edited = { ...model, diagrams: [{ ...first, zoom: 0.5 }, ...rest] };
    expect(text(writeModel(edited))).toBe(modelFile(generation, { zoom: '0.5' }));
  });
});

test.each(['1', '0.75', '1.25', '0.1', '3', '1E-05'])('a zoom of %s stays as it is', (zoom) => {
  const file = modelFile('G7', { zoom });
  const read = readModel(bytes(file));
  expect(read.ok && text(writeModel(read.value.model))).toBe(file);
});

describe('a template with every construct of the format', () => {
  const file = templateFile();
  const read = readTemplate(bytes(file));
  if (!read.ok) throw new Error(`${refusalWords(read.error)} at ${JSON.stringify(read.error.place)}`);

  it('is written by the rules to the same bytes', () =>
    expect(text(writeTemplate(read.value.template))).toBe(file));

  it('is told as the Windows tool wrote it, without a repair', () => expect(read.value.warnings).toEqual([]));
});
