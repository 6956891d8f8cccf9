import { describe, expect, it } from 'vitest';
import { elementTypes, type Template, typeId } from '../../document/index.ts';
import { attribute, countingGuids, elementType, testTemplate } from '../../document/testing/template.ts';
import {
  addProperty,
  canBeIdentifier,
  deleteProperty,
  moveProperty,
  overrideProperty,
  propertiesOfType,
  renameValue,
  rewriteValues,
  setIdentifier,
  setStencilProperty,
  setValues,
} from '../index.ts';

const [T1] = testTemplate.threatTypes;
if (T1 === undefined) throw new Error('The template of the tests has a threat type');
const template: Template = {
  ...testTemplate,
  genericElements: [
    elementType('p', 'ROOT', 'Ellipse', { attributes: [attribute('runsAs', ['Any', 'Root'])] }),
    elementType('f', 'ROOT', 'Line', { attributes: [attribute('tls', ['No', 'Yes'])] }),
  ],
  standardElements: [
    elementType('web', 'p', 'Inherited', {
      attributes: [attribute('runsAs', ['Root'], { mode: 'Static' }), attribute('tls', ['No', 'Yes'])],
    }),
    elementType('job', 'p', 'Inherited'),
  ],
  threatTypes: [
    { ...T1, filters: { include: "source.runsas is 'root' and not flow.tls is 'Yes'", exclude: '' } },
  ],
};
const attributes = (of: Template, id: string) => elementTypes(of).get(typeId(id))?.attributes ?? [];
const include = (of: Template) => of.threatTypes[0]?.filters.include;
const web = typeId('web');

describe('addProperty', () => {
  it.each([
    ['Data Classification', 'dataClassification'],
    ['runs as', 'runsAs2'],
    ['Größe (MB)', 'groEMB'],
    ['日本', 'property'],
    ['TLS', 'tLS2'],
  ])('%j gets the identifier %j', (label, name) => {
    const after = addProperty(template, web, label, ['A', 'B'], countingGuids());
    expect(attributes(after, 'web').at(-1)).toEqual(attribute(name, ['A', 'B'], { displayName: label }));
  });

  it('has the ids that the others have', () => {
    const [p, ...rest] = template.genericElements;
    if (p === undefined) throw new Error('There is one');
    const own = p.attributes.map((one) => ({ ...one, id: 'x', isInherited: false }));
    const filed = { ...template, genericElements: [{ ...p, attributes: own }, ...rest] };
    const after = addProperty(filed, web, 'New', ['A'], countingGuids());
    expect(attributes(after, 'web').at(-1)).toMatchObject({
      id: '00000000-0000-4000-8000-000000000001',
      isInherited: false,
    });
  });
});

describe('setStencilProperty', () => {
  it('keeps the first value of one that becomes fixed', () => {
    const after = setStencilProperty(template, web, 'tls', { mode: 'Static', displayName: 'TLS' });
    expect(attributes(after, 'web')[1]).toEqual(
      attribute('tls', ['No'], { mode: 'Static', displayName: 'TLS' }),
    );
  });

  it('changes nothing where nothing is said anew', () => {
    expect(setStencilProperty(template, web, 'tls', { mode: 'Dynamic' })).toBe(template);
    expect(setStencilProperty(template, web, 'none', { mode: 'Static' })).toBe(template);
  });
});

describe('propertiesOfType', () => {
  it('lists its own, then what it inherits, and what it hides', () => {
    const found = propertiesOfType(template, web).map(({ attribute: one, of, hides }) => [
      one.name,
      of.id,
      hides.map(({ id }) => id),
    ]);
    expect(found).toEqual([
      ['runsAs', 'web', ['p']],
      ['tls', 'web', []],
    ]);
    expect(propertiesOfType(template, typeId('job')).map(({ of }) => of.id)).toEqual(['p']);
  });
});

describe('overrideProperty', () => {
  it('copies what is inherited', () => {
    const after = overrideProperty(template, typeId('job'), 'runsAs', countingGuids());
    expect(attributes(after, 'job')).toEqual(attributes(template, 'p'));
  });

  it('does nothing to what is its own, or not there', () => {
    expect(overrideProperty(template, web, 'tls', countingGuids())).toBe(template);
    expect(overrideProperty(template, web, 'none', countingGuids())).toBe(template);
  });
});

describe('values', () => {
  it('are followed by the rules when the last of that name is renamed', () => {
    const once = renameValue(template, web, 'tls', 'Yes', 'On');
    expect(attributes(once, 'web')[1]?.values).toEqual(['No', 'On']);
    expect(include(once)).toBe(include(template));
    const both = renameValue(once, typeId('f'), 'tls', 'Yes', 'On');
    expect(include(both)).toBe("source.runsas is 'root' and not flow.tls is 'On'");
  });

  it('with a quote are left to the rules as they were', () => {
    const after = renameValue(template, typeId('p'), 'runsAs', 'Root', "It's");
    expect(include(after)).toBe(include(template));
  });

  it('are set whole, and shared when they are the same', () => {
    expect(attributes(setValues(template, web, 'tls', ['Yes', 'No']), 'web')[1]?.values).toEqual([
      'Yes',
      'No',
    ]);
    expect(setValues(template, web, 'tls', ['No', 'Yes'])).toBe(template);
  });
});

describe('deleteProperty', () => {
  it('leaves the rules while another type has it, then leaves its display name', () => {
    const once = deleteProperty(template, web, 'tls');
    expect(include(once)).toBe(include(template));
    expect(include(deleteProperty(once, typeId('f'), 'tls'))).toBe(
      "source.runsas is 'root' and not flow.[The tls] is 'Yes'",
    );
  });
});

describe('identifiers', () => {
  it('change on every type and in the rules', () => {
    const after = setIdentifier(template, 'runsAs', 'account');
    expect(attributes(after, 'p')[0]?.name).toBe('account');
    expect(attributes(after, 'web')[0]?.name).toBe('account');
    expect(include(after)).toBe("source.account is 'root' and not flow.tls is 'Yes'");
  });

  it.each([
    ['good.one-2', true],
    ['with blank', false],
    ['', false],
    ['TLS', false],
    ['RunsAs', true],
  ])('%j: %s', (text, can) => {
    expect(canBeIdentifier(template, 'runsAs', text)).toBe(can);
  });
});

it('moves a property before another', () => {
  const after = moveProperty(template, web, 'tls', 'runsAs');
  expect(attributes(after, 'web').map(({ name }) => name)).toEqual(['tls', 'runsAs']);
  expect(moveProperty(template, web, 'runsAs', 'tls')).toBe(template);
});

describe('values written anew', () => {
  const rewritten = (values: readonly string[]) => rewriteValues(template, typeId('p'), 'runsAs', values);

  it.each([
    ['one under another name', ['Any', 'Admin'], "source.runsas is 'Admin'"],
    ['all under other names', ['None', 'Admin'], "source.runsas is 'Admin'"],
    ['another order', ['Root', 'Any'], "source.runsas is 'root'"],
    ['one more', ['Any', 'Root', 'Admin'], "source.runsas is 'root'"],
    ['one less', ['Any'], "source.runsas is 'root'"],
    ['one that was there, twice', ['Any', 'Any'], "source.runsas is 'root'"],
  ])('%s', (_, values, rule) => {
    // The fixed value of the derived type would hold the rule.
    const alone = deleteProperty(template, web, 'runsAs');
    const after = rewriteValues(alone, typeId('p'), 'runsAs', values);
    expect(attributes(after, 'p')[0]?.values).toEqual(values);
    expect(include(after)).toContain(rule);
  });

  it('leave the rules where another type has the old one still', () => {
    expect(include(rewritten(['Any', 'Admin']))).toBe(include(template));
  });
});
