import { expect, it } from 'vitest';
import type { Diagram, Model, Shape } from '../document/index.ts';
import { Refusal } from './places.ts';
import { writeModel, writeReadable, writeTemplate } from './registry.ts';
import { tb7 } from './tb7/tb7.ts';
import { encode, model, SAMPLE } from './testing/files.ts';
import { tm7 } from './tm7/tm7.ts';

/** Bytes that are written at once: 64 Ki letters of one byte, and the last part that was added to them. */
const PART = 70_000;

const sample = model(encode(SAMPLE)).model;
const templateOf = sample.template;

const refusedBy = (write: () => unknown): unknown => {
  try {
    return write();
  } catch (error) {
    return error instanceof Refusal ? error.refused : error;
  }
};

it('as many bytes as are taken are written, and not one more', () => {
  const { length } = writeModel(sample);
  expect(tm7.write(sample, length)).toHaveLength(length);
  expect(refusedBy(() => tm7.write(sample, length - 1))).toMatchObject({ cause: 'too-large' });
  const { length: size } = writeTemplate(templateOf);
  expect(tb7.write(templateOf, size)).toHaveLength(size);
  expect(refusedBy(() => tb7.write(templateOf, size - 1))).toMatchObject({ cause: 'too-large' });
});

/** A model of one diagram with some of the sample's shapes over and over, and how many of them were asked for. */
function crowd(count: number): { readonly model: Model; readonly asked: () => number } {
  const [first] = sample.diagrams;
  if (first === undefined) throw new Error('no diagram');
  let asked = 0;
  const shapes = Array.from({ length: count }, (_, index): Shape => {
    const shape = first.shapes[index % first.shapes.length];
    if (shape === undefined) throw new Error('no shape');
    return Object.defineProperty({ ...shape }, 'left', {
      enumerable: true,
      get: () => {
        asked++;
        return shape.left;
      },
    });
  });
  const diagram: Diagram = { ...first, shapes, lines: [] };
  return { model: { ...sample, diagrams: [diagram], threats: [], notes: [] }, asked: () => asked };
}

it('writing stops where it passes what is taken', () => {
  const few = crowd(100);
  const empty = writeModel(crowd(0).model).length;
  const each = (writeModel(few.model).length - empty) / 100;
  const perShape = few.asked() / 100;

  const many = crowd(5_000);
  const most = Math.round(1_000 * each);
  expect(refusedBy(() => tm7.write(many.model, most))).toMatchObject({ cause: 'too-large' });
  expect(many.asked() / perShape).toBeLessThanOrEqual((most + PART) / each + 1);
});

it('a document of more bytes than are read is not written', () => {
  const owner = '>'.repeat(17 * 1024 * 1024);
  const large = { ...sample, information: { ...sample.information, owner } };
  expect(writeReadable(large)).toMatchObject({
    ok: false,
    error: { cause: 'too-large', params: { mebibytes: 64 } },
  });
  expect(writeReadable(sample)).toMatchObject({ ok: true });
});
