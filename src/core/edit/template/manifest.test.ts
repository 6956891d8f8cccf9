import { describe, expect, it } from 'vitest';
import { categoryId, threatTypeId } from '../../document/index.ts';
import { testTemplate } from '../../document/testing/template.ts';
import { hasItem, setManifest } from '../index.ts';

describe('setManifest', () => {
  it.each(['name', 'version', 'author'] as const)('sets the %s and shares everything else', (field) => {
    const changed = setManifest(testTemplate, field, 'new');
    const { manifest, ...rest } = changed;
    expect(manifest).toEqual({ ...testTemplate.manifest, [field]: 'new' });
    expect({ ...rest, manifest: testTemplate.manifest }).toEqual(testTemplate);
    expect(changed.threatTypes).toBe(testTemplate.threatTypes);
  });

  it('gives back the same template when the text is the same', () => {
    expect(setManifest(testTemplate, 'name', testTemplate.manifest.name)).toBe(testTemplate);
  });
});

describe('hasItem', () => {
  const [stencil] = testTemplate.standardElements;
  const [category] = testTemplate.threatCategories;
  const [type] = testTemplate.threatTypes;
  if (stencil === undefined || category === undefined || type === undefined)
    throw new Error('The template of the tests is empty');
  it.each([
    [{ kind: 'stencil', id: stencil.id }, true],
    [{ kind: 'category', id: category.id }, true],
    [{ kind: 'threat-type', id: type.id }, true],
    [{ kind: 'threat-type', id: threatTypeId('gone') }, false],
    [{ kind: 'category', id: categoryId(type.id) }, false],
  ] as const)('%j: %s', (item, has) => {
    expect(hasItem(testTemplate, item)).toBe(has);
  });
});
