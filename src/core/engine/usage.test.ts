import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTemplate } from '../codec/index.ts';
import { typeId } from '../document/index.ts';
import { refusalWords } from '../words/later.ts';
import { usesOf } from './index.ts';

const file = path.join(import.meta.dirname, '../../../templates/containers.tb7');
const read = readTemplate(new Uint8Array(readFileSync(file)));
if (!read.ok) throw new Error(refusalWords(read.error));
const { template } = read.value;
const types = [...template.standardElements, ...template.genericElements];
const named = (name: string) => typeId(types.find((type) => type.name === name)?.id ?? '');
const titles = (...of: Parameters<typeof usesOf>) => usesOf(...of).threatTypes.map((type) => type.shortTitle);

describe('usesOf', () => {
  it('names what the same filters ask for, of the element first, and not the property itself', () => {
    const { others } = usesOf(template, [named('Container')], 'privileged');
    expect(others.slice(0, 2)).toEqual(['Runs as Root', 'No New Privileges']);
    expect(others).not.toContain('Privileged');
    expect(new Set(others).size).toBe(others.length);
  });

  it('leaves out what the filters ask for of elements of other types', () => {
    const { others } = usesOf(template, [named('Container')], 'regularlyRebuilt');
    expect(others).not.toContain('Minimal Base Image');
  });

  it('several types give the union in the order of the template', () => {
    const [container, image] = [named('Container'), named('Image')];
    const both = titles(template, [container, image], 'regularlyRebuilt');
    expect(titles(template, [container], 'regularlyRebuilt').every((title) => both.includes(title))).toBe(
      true,
    );
    expect(both).toEqual(titles(template, [image, container, image], 'regularlyRebuilt'));
  });

  it('a property that no filter asks for decides nothing', () => {
    expect(usesOf(template, [named('Container')], 'nothing')).toEqual({ threatTypes: [], others: [] });
  });
});
