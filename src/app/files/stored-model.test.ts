import { describe, expect, it } from 'vitest';
import { type FoundModel, sortOut } from './stored-model.ts';
import { model, original, PLAIN } from './testing/kept.ts';

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
    expect(sorted.sound ? sorted.kept.document : sorted.damaged).toEqual(model);
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
