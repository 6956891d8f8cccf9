import { describe, expect, it } from 'vitest';
import { type FoundModel, type FoundTemplate, sortOut, sortOutTemplate } from './stored-model.ts';
import {
  model,
  original,
  PLAIN,
  PLAIN_TEMPLATE,
  templateOriginal,
  template as whole,
} from './testing/kept.ts';

const { template, diagrams, threats, ...rest } = model;
const RECORD = { ...PLAIN, rest };
const FOUND: FoundModel = { record: RECORD, original, template, diagrams, threats };
const UNEDITED: FoundModel = {
  record: { ...RECORD, rest: null },
  original,
  template: undefined,
  diagrams: undefined,
  threats: undefined,
};

describe('sortOut', () => {
  it.each([
    ['an edited file', FOUND, model],
    ['a new model, which has no file', { ...FOUND, original: undefined }, model],
    ['a model without diagrams', { ...FOUND, diagrams: [] }, { ...model, diagrams: [] }],
    ['an unedited file', UNEDITED, null],
  ])('puts together %s', (_, found, model) => {
    const sorted = sortOut(found);
    expect(sorted.sound ? sorted.kept.edited : sorted.damaged).toEqual(model);
  });

  it.each([
    ['a missing template', { ...FOUND, template: undefined }, 'its template'],
    ['missing diagrams', { ...FOUND, diagrams: undefined }, 'its diagrams'],
    ['a diagram that is none', { ...FOUND, diagrams: [null] }, 'its diagrams'],
    ['a diagram without shapes', { ...FOUND, diagrams: [{ id: 'd', lines: [] }] }, 'its diagrams'],
    ['missing threats', { ...FOUND, threats: undefined }, 'its threats'],
    ['threats that are none', { ...FOUND, threats: 'x' }, 'its threats'],
    ['an unedited file without bytes', { ...UNEDITED, original: undefined }, 'the bytes'],
    ['bytes that are none', { ...UNEDITED, original: 'x' }, 'the bytes'],
    ['a document that is none', { ...FOUND, record: { ...RECORD, rest: 7 } }, 'its record'],
    [
      'a document without notes',
      { ...FOUND, record: { ...RECORD, rest: { information: {} } } },
      'its record',
    ],
    ['a diagram in front that is none', { ...FOUND, record: { ...RECORD, diagramId: 3 } }, 'its record'],
  ])('finds %s', (_, found, fault) => {
    const sorted = sortOut(found);
    if (sorted.sound) throw new Error('taken for sound');
    expect(sorted.damaged.fault).toContain(fault);
    expect(sorted.damaged.fileName).toBe('a.tm7');
    expect(sorted.damaged.session).toBe('s');
    expect(sorted.damaged.original).toBe(found.original instanceof Uint8Array ? original : null);
  });

  it.each([[{ id: 'a' }], [{ ...RECORD, fileName: 7, session: 7 }], [null]])(
    'names what has no name: %#',
    (record) => {
      const bytes = new Uint8Array([1, 2]);
      expect(sortOut({ ...FOUND, original: bytes, record })).toEqual({
        sound: false,
        damaged: { session: null, fileName: 'A model', fault: 'its record is damaged', original: bytes },
      });
    },
  );
});

const TEMPLATE: FoundTemplate = {
  record: { ...PLAIN_TEMPLATE, edited: true },
  original: templateOriginal,
  template: whole,
};
const AS_READ: FoundTemplate = {
  ...TEMPLATE,
  record: { ...PLAIN_TEMPLATE, edited: false },
  template: undefined,
};

describe('sortOutTemplate', () => {
  it.each([
    ['an edited file', TEMPLATE, whole],
    ['a copy of the template in a model, which has no file', { ...TEMPLATE, original: undefined }, whole],
    ['an unedited file', AS_READ, null],
    ['an unedited file beside an edit that was undone', { ...AS_READ, template: whole }, null],
  ])('puts together %s', (_, found, wanted) => {
    const sorted = sortOutTemplate(found);
    expect(sorted.sound ? sorted.kept.edited : sorted.damaged).toEqual(wanted);
  });

  it.each([
    ['a missing content', { ...TEMPLATE, template: undefined }, 'its content'],
    ['a content that is none', { ...TEMPLATE, template: [] }, 'its content'],
    [
      'a content without threat types',
      { ...TEMPLATE, template: { ...whole, threatTypes: null } },
      'its content',
    ],
    ['an unedited file without bytes', { ...AS_READ, original: undefined }, 'the bytes'],
    ['a record that does not say what is stored', { ...TEMPLATE, record: PLAIN_TEMPLATE }, 'its record'],
    ['a record that is none', { ...TEMPLATE, record: 7 }, 'its record'],
  ])('finds %s', (_, found, fault) => {
    const sorted = sortOutTemplate(found);
    if (sorted.sound) throw new Error('taken for sound');
    expect(sorted.damaged.fault).toContain(fault);
    expect(sorted.damaged.fileName).toBe(found.record === 7 ? 'A template' : 't.tb7');
    expect(sorted.damaged.original).toBe(found.original === undefined ? null : templateOriginal);
  });
});
