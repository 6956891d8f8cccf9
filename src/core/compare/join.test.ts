import { describe, expect, it } from 'vitest';
import type { Template } from '../document/index.ts';
import { attribute, elementType, testTemplate } from '../document/testing/template.ts';
import { joinTemplates, resolve } from './index.ts';

const template = (name: string, standardElements: Template['standardElements']): Template => ({
  ...testTemplate,
  manifest: { id: name, name, version: '1.0.0.0', author: name },
  standardElements,
});
const web = (name: string, values: readonly string[] = ['Any']) =>
  elementType('web', 'round', 'Inherited', { name, attributes: [attribute('os', values)] });
const names = ({ standardElements }: Template) => standardElements.map(({ id, name }) => `${id}: ${name}`);

describe('joinTemplates', () => {
  it('has everything of both, and asks nothing where they say the same', () => {
    const joined = joinTemplates(
      template('a', [elementType('x', 'round', 'Inherited'), web('Web')]),
      template('b', [web('Web'), elementType('y', 'box', 'Inherited')]),
    );
    expect(names(joined.document).sort()).toEqual(['web: Web', 'x: x name', 'y: y name']);
    expect(joined.document.genericElements).toEqual(testTemplate.genericElements);
    expect(joined.document.threatTypes).toEqual(testTemplate.threatTypes);
    expect(joined.document.threatMetadata).toEqual(testTemplate.threatMetadata);
    expect(joined.conflicts).toEqual([]);
    expect(joined.document.manifest.name).toBe('a');
  });

  it('asks where one id says different things, and takes the preferred side', () => {
    const [a, b] = [template('a', [web('Web', ['Any', 'A'])]), template('b', [web('Site', ['Any', 'B'])])];
    const joined = joinTemplates(a, b);
    expect(joined.conflicts.length).toBeGreaterThan(0);
    expect(names(joined.document)).toEqual(['web: Web']);
    expect(names(joinTemplates(a, b, { prefer: 'theirs' }).document)).toEqual(['web: Site']);
    expect(joinTemplates(a, b, { prefer: 'theirs' }).document.manifest.name).toBe('b');
    const choices = Object.fromEntries(joined.conflicts.map(({ id }) => [id, 'theirs'] as const));
    expect(names(resolve(joined, choices).document)).toEqual(['web: Site']);
  });

  it('asks nothing about the ids of properties of threats, which go by their names', () => {
    const { threatMetadata } = testTemplate;
    const datums = threatMetadata.datums.map((datum) => ({ ...datum, id: `other ${datum.id}` }));
    const theirs = { ...template('b', []), threatMetadata: { ...threatMetadata, datums } };
    const joined = joinTemplates(template('a', []), theirs);
    expect(datums.length).toBeGreaterThan(0);
    expect(joined.conflicts).toEqual([]);
    expect(joined.document.threatMetadata).toEqual(threatMetadata);
  });

  it('keeps both of one name, and says so', () => {
    const joined = joinTemplates(
      template('a', [web('Web')]),
      template('b', [elementType('site', 'round', 'Inherited', { name: ' web' })]),
    );
    expect(joined.namesakes).toEqual([{ of: 'elementType', name: 'Web', ours: 'web', theirs: 'site' }]);
    expect(names(joined.document).sort()).toEqual(['site:  web', 'web: Web']);
  });
});
