import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTemplate } from '../codec/index.ts';
import { bytesOf, ROOT } from '../codec/testing/files.ts';
import { categoryId, type Template, type ThreatType, threatTypeId } from '../document/index.ts';
import { attribute, countingGuids, elementType, testTemplate } from '../document/testing/template.ts';
import { findingWords, refusalWords } from '../words/later.ts';
import { checkTemplate, fixed } from './index.ts';

const [T1] = testTemplate.threatTypes;
if (T1 === undefined) throw new Error('The template of the tests has a threat type');
/** A template in which the check finds nothing. */
const sound: Template = {
  ...testTemplate,
  genericElements: [
    elementType('p', 'ROOT', 'Ellipse', { attributes: [attribute('os', ['Any', 'Linux'])] }),
    elementType('f', 'ROOT', 'Line'),
    elementType('z', 'ROOT', 'BorderBoundary', { attributes: [attribute('owner', ['Us'])] }),
  ],
  standardElements: [elementType('web', 'p', 'Inherited')],
  threatCategories: testTemplate.threatCategories.slice(0, 1),
  threatTypes: [
    {
      ...T1,
      filters: { include: "source.os is 'Linux' or flow crosses 'z'", exclude: "target is 'web'" },
    },
  ],
};
const type = (change: Partial<ThreatType>): Template => ({
  ...sound,
  threatTypes: [{ ...T1, ...sound.threatTypes[0], ...change }],
});
const rule = (include: string, exclude = ''): Template => type({ filters: { include, exclude } });
const stencils = (...more: Template['genericElements']): Template => ({
  ...sound,
  standardElements: [...sound.standardElements, ...more],
});
const said = (template: Template) =>
  checkTemplate(template).map((finding) => `${finding.severity}: ${findingWords(finding)}`);
const BAD_PICTURE = 'bm8gcGljdHVyZQ==';

describe('checkTemplate', () => {
  it('says where a chain of stencils is too long, once', () => {
    const chain = Array.from({ length: 210 }, (_, at) => elementType(`t${at}`, `t${at + 1}`, 'Ellipse'));
    const deep = stencils(...chain, elementType('t210', 'p', 'Ellipse'));
    // Above t11 are t12 to t210, and p.
    expect(said(deep).filter((line) => line.startsWith('error'))).toEqual([
      'error: The stencil "t11 name" stands below 200 others: for it and those below it, what is further up does not count',
    ]);
    const looped = stencils(...chain, elementType('t210', 't209', 'Ellipse'));
    expect(said(looped).filter((line) => line.includes('below'))).toEqual([
      expect.stringContaining('"t8 name" stands below 200 others'),
      'error: The stencil "t209 name" stands below itself',
      'error: The stencil "t210 name" stands below itself',
    ]);
  });

  it('finds nothing in a sound template', () => {
    expect(said(sound)).toEqual([]);
  });

  it.each([
    [
      'an id',
      { ...sound, manifest: { ...sound.manifest, id: '' } },
      'error: The template has no id, so models cannot find a newer version of it',
    ],
    [
      'a version',
      { ...sound, manifest: { ...sound.manifest, version: '1.0' } },
      'warning: The version "1.0" is not four numbers with dots between them',
    ],
    [
      'a parent',
      stencils(elementType('x', 'gone', 'Ellipse')),
      'error: The stencil "x name" stands below gone, which is not there',
    ],
    [
      'a circle',
      stencils(elementType('x', 'y', 'Ellipse'), elementType('y', 'x', 'Ellipse')),
      'error: The stencil "x name" stands below itself',
    ],
    [
      'an id that stands twice',
      stencils(elementType('web', 'p', 'Ellipse', { name: 'Again' })),
      'error: The stencils "web name" and "Again" have the same id, web: only the first counts',
    ],
    [
      'a form',
      stencils(elementType('x', 'p', 'Cloud')),
      'error: The stencil "x name" is drawn as "Cloud", which is no form',
    ],
    [
      'nothing to inherit',
      { ...sound, genericElements: [...sound.genericElements, elementType('x', 'ROOT', 'Inherited')] },
      'error: The stencil "x name" inherits its form, and nothing above it has one',
    ],
    [
      'a picture',
      stencils(elementType('x', 'p', 'Ellipse', { image: BAD_PICTURE })),
      'warning: The picture of "x name" cannot be shown',
    ],
    [
      'no values',
      stencils(elementType('x', 'p', 'Ellipse', { attributes: [attribute('os', [])] })),
      'error: The property "The os" of "x name" has no values',
    ],
    [
      'a value twice',
      stencils(
        elementType('x', 'p', 'Ellipse', { attributes: [attribute('os', ['Linux', 'Any', 'Linux'])] }),
      ),
      'warning: The property "The os" of "x name" has the value "Linux" twice',
    ],
    [
      'a property twice',
      stencils(
        elementType('x', 'p', 'Ellipse', { attributes: [attribute('os', ['A']), attribute('os', ['B'])] }),
      ),
      'warning: The stencil "x name" has the property "The os" twice: only the first counts',
    ],
    [
      'a property that no rule reads',
      stencils(elementType('x', 'p', 'Ellipse', { attributes: [attribute('new', ['A'])] })),
      'info: No rule reads the property "The new" of "x name"',
    ],
    [
      'a stencil that no rule reaches',
      {
        ...rule("source is 'web' and source.os is 'Linux' and flow crosses 'z'"),
        genericElements: [...sound.genericElements, elementType('x', 'ROOT', 'ParallelLines', { name: '' })],
      },
      'warning: The stencil x has no name',
    ],
    [
      'a category without types',
      { ...sound, threatCategories: testTemplate.threatCategories },
      'info: The category "Tampering" has no threat types',
    ],
    [
      'a category that is not there',
      type({ categoryId: categoryId('X') }),
      'error: The threat type "{source.Name} is not who it says" is in the category X, which is not there',
    ],
    ['a title', type({ shortTitle: ' ' }), 'warning: The threat type T1 has no title'],
    [
      'a description',
      type({ description: '' }),
      'info: The threat type "{source.Name} is not who it says" has no description',
    ],
    [
      'a placeholder',
      type({ shortTitle: '{source.Owner} at {target.name}' }),
      'warning: A text of "{source.Owner} at {target.name}" has {source.Owner}, which stands for nothing',
    ],
    [
      'a priority',
      type({ datums: T1.datums.map((datum) => ({ ...datum, values: ['Huge'] })) }),
      'warning: "{source.Name} is not who it says" has "Huge" for "Priority:", which is not in the list',
    ],
    [
      'a property of threats',
      type({ datums: [{ ...(T1.datums[0] as ThreatType['datums'][0]), name: 'Cost', label: 'Cost' }] }),
      'info: "{source.Name} is not who it says" sets "Cost", which threats of this template do not have',
    ],
    [
      'a rule that is not there',
      rule(' '),
      'warning: "{source.Name} is not who it says" has no include filter, so no flow ever has it',
    ],
    [
      'a rule that cannot be read',
      rule("source is 'p' and"),
      'error: "{source.Name} is not who it says", include filter: "source", "target" or "flow" expected',
    ],
    [
      'a rule that can never hold',
      rule("source is 'f' and source.os is 'Linux'"),
      'warning: The include filter of "{source.Name} is not who it says" can never hold',
    ],
    [
      'an exclusion that always holds',
      rule("source.os is 'Linux' and source is 'web'", "source is 'p'"),
      'warning: "{source.Name} is not who it says" is excluded wherever it is included, so no flow ever has it',
    ],
    [
      'a value that no list has',
      rule("source.os is 'Linux' or source.os is 'Plan 9' or flow crosses 'z'"),
      'warning: "{source.Name} is not who it says", include filter: "Plan 9" is not a value of "os"',
    ],
    [
      'a datum that the Windows tool expects',
      { ...sound, threatMetadata: { ...sound.threatMetadata, datums: sound.threatMetadata.datums.slice(1) } },
      'warning: Threats have no "Title", which the Windows tool expects',
    ],
    [
      'no flow',
      { ...sound, genericElements: sound.genericElements.filter(({ id }) => id !== 'f') },
      'error: No stencil is drawn as a data flow, so nothing can be connected',
    ],
  ] satisfies readonly (readonly [string, Template, string])[])('tells of %s', (_, template, text) => {
    expect(said(template)).toContain(text);
  });

  it('tells of stencils and boundaries that no rule reaches', () => {
    const template = rule("source is 'web' and source.os is 'Linux'");
    const codes = checkTemplate(template).map(({ code, item }) => [code, item?.id]);
    expect(codes).toEqual([['unreached-stencil', 'z']]);
    const hidden = {
      ...template,
      genericElements: template.genericElements.map((one) => ({ ...one, hidden: one.id === 'z' })),
    };
    expect(checkTemplate(hidden)).toEqual([]);
  });

  it('says of one sort what fits, and how many more there are', () => {
    const many = stencils(...Array.from({ length: 300 }, (_, n) => elementType(`x${n}`, 'gone', 'Ellipse')));
    const found = checkTemplate(many).filter(({ severity }) => severity === 'error');
    expect(found).toHaveLength(201);
    expect(found.at(-1)).toMatchObject({ code: 'more-findings', of: found[0]?.code, params: { count: 100 } });
  });
});

describe('a fix', () => {
  const firstFix = (template: Template, code: string) => {
    const finding = checkTemplate(template).find((one) => one.code === code);
    if (finding?.fix === undefined) throw new Error(`${code} has no fix`);
    return fixed(template, finding.fix, countingGuids());
  };

  it.each([
    ['duplicate-type', stencils(elementType('web', 'p', 'Ellipse'))],
    [
      'duplicate-category',
      {
        ...sound,
        threatCategories: [...sound.threatCategories, ...sound.threatCategories.map((one) => ({ ...one }))],
      },
    ],
    [
      'duplicate-threat-type',
      { ...sound, threatTypes: [...sound.threatTypes, ...sound.threatTypes.map((one) => ({ ...one }))] },
    ],
    ['bad-picture', stencils(elementType('x', 'p', 'Ellipse', { image: BAD_PICTURE }))],
    ['no-parent', stencils(elementType('x', 'gone', 'Inherited'))],
    ['parent-circle', stencils(elementType('x', 'y', 'Ellipse'), elementType('y', 'x', 'Inherited'))],
    [
      'repeated-value',
      stencils(elementType('x', 'p', 'Ellipse', { attributes: [attribute('os', ['A', 'A'])] })),
    ],
    ['no-category', type({ categoryId: categoryId('X') })],
    ['broken-rule', rule("source.os is 'Linux' or source is [WEB NAME] or flow crosses 'z'")],
    ['broken-rule', rule("source.[the os] is 'Linux' or flow crosses [z name]")],
  ] satisfies readonly (readonly [string, Template])[])('takes %s away', (code, template) => {
    const count = (of: Template) => checkTemplate(of).filter((one) => one.code === code).length;
    expect(count(firstFix(template, code))).toBeLessThan(count(template));
  });

  it('leaves a name alone that two stencils have, or none', () => {
    const twice = stencils(elementType('x', 'p', 'Ellipse', { name: 'web name' }));
    const broken = {
      ...twice,
      threatTypes: rule(
        "source.os is 'Linux' or source is [web name] or source is [none] or flow crosses 'z'",
      ).threatTypes,
    };
    const found = checkTemplate(broken).filter(({ code }) => code === 'broken-rule');
    expect(found.map(({ fix }) => fix)).toEqual([undefined, undefined]);
  });

  it('does nothing where what was found is gone', () => {
    const gone = { kind: 'drop-picture', list: 'standardElements', index: 9 } as const;
    expect(fixed(sound, gone, countingGuids())).toBe(sound);
    const rewrite = {
      kind: 'rewrite',
      threatTypeId: threatTypeId('X'),
      filter: 'include',
      start: 0,
      length: 1,
      to: '',
    } as const;
    expect(fixed(sound, rewrite, countingGuids())).toBe(sound);
    expect(fixed(sound, { kind: 'make-generic', list: 'standardElements', index: 4 }, countingGuids())).toBe(
      sound,
    );
  });
});

describe('our templates', () => {
  const folder = path.join(ROOT, 'templates');
  it.each(readdirSync(folder).filter((name) => name.endsWith('.tb7')))(
    '%s has no error and no warning',
    (name) => {
      const read = readTemplate(bytesOf(path.join(folder, name)));
      if (!read.ok) throw new Error(refusalWords(read.error));
      expect(
        checkTemplate(read.value.template)
          .filter(({ severity }) => severity !== 'info')
          .map(findingWords),
      ).toEqual([]);
    },
  );
});

describe('the corpus', () => {
  const folder = path.join(ROOT, '..', 'shared', 'corpus', 'templates');
  if (!existsSync(folder)) console.warn(`No templates of others are checked: ${folder} is not there.`);
  it.runIf(existsSync(folder))('holds templates whose findings have their places and their words', () => {
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.tb7'))) {
      const read = readTemplate(bytesOf(path.join(folder, name)));
      if (!read.ok) throw new Error(refusalWords(read.error));
      const findings = checkTemplate(read.value.template);
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      for (const finding of findings) expect(findingWords(finding)).not.toMatch(/undefined|\[object/);
    }
  });
});
