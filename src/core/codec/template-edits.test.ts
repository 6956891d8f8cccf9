import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Template } from '../document/index.ts';
import { countingGuids } from '../document/testing/template.ts';
import {
  addCategory,
  addProperty,
  addStencil,
  addThreatProperty,
  addThreatType,
  canMoveStencil,
  copyStencil,
  deleteThreatType,
  moveStencil,
  moveThreatType,
  overrideProperty,
  propertiesOfType,
  setCategory,
  setFilter,
  setManifest,
  setStencil,
  setStencilProperty,
  setThreatPropertyFields,
  setThreatType,
  setTypeValue,
  setValues,
} from '../edit/index.ts';
import { refusalWords } from '../words/later.ts';
import { fidelityOf, readTemplate, writeTemplate } from './index.ts';
import { bytesOf, decode, ROOT, same } from './testing/files.ts';

const CORPUS = path.join(ROOT, '..', 'shared', 'corpus', 'templates');
const OURS = path.join(ROOT, 'templates');
if (!existsSync(CORPUS)) console.warn(`Only our own templates are edited: ${CORPUS} is not there.`);

const files = [OURS, CORPUS]
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)))
  .filter((file) => file.endsWith('.tb7'));

function template(bytes: Uint8Array) {
  const read = readTemplate(bytes);
  if (!read.ok) throw new Error(refusalWords(read.error));
  return read.value;
}

/** Lines of one text that the other has not, counted as often as they stand there. */
function linesOnlyIn(a: string, b: string): readonly string[] {
  const left = new Map<string, number>();
  for (const line of b.split('\n')) left.set(line, (left.get(line) ?? 0) + 1);
  return a.split('\n').filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

interface Kind {
  readonly what: string;
  readonly edit: (template: Template) => Template;
  /** Lines of the file that go, and that come, at most. */
  readonly removed: number;
  readonly added: number;
}

/** Something that the template has, or the edit cannot be made. */
function some<T>(item: T | undefined): T {
  if (item === undefined) throw new Error('The template has none');
  return item;
}

const stencil = (of: Template) => some(of.standardElements[0] ?? of.genericElements[0]);
const generic = (of: Template) => some(of.genericElements[0]);
const category = (of: Template) => some(of.threatCategories[0]);
const type = (of: Template) => some(of.threatTypes[0]);
const asked = (of: Template) =>
  some([...of.genericElements, ...of.standardElements].find(({ attributes }) => attributes.length > 0));

const KINDS: readonly Kind[] = [
  { what: 'the version', edit: (t) => setManifest(t, 'version', '99.0'), removed: 1, added: 1 },
  { what: 'a name', edit: (t) => setStencil(t, stencil(t).id, { name: 'Other' }), removed: 1, added: 1 },
  {
    what: 'a description',
    // One line may take the place of several.
    edit: (t) => setStencil(t, stencil(t).id, { description: 'Other' }),
    removed: 30,
    added: 1,
  },
  {
    what: 'hidden',
    edit: (t) => setStencil(t, stencil(t).id, { hidden: !stencil(t).hidden }),
    removed: 1,
    added: 1,
  },
  {
    what: 'a picture',
    edit: (t) => setStencil(t, stencil(t).id, { image: 'iVBORw0KGgo=', imageLocation: 'Before label' }),
    removed: 40,
    added: 2,
  },
  {
    what: 'a stroke',
    edit: (t) => setStencil(t, stencil(t).id, { strokeThickness: 7, strokeDashArray: '7' }),
    removed: 2,
    added: 2,
  },
  {
    what: 'a behaviour',
    edit: (t) =>
      setStencil(t, stencil(t).id, { behavior: stencil(t).behavior === 'Flow' ? 'Boundary' : 'Flow' }),
    removed: 1,
    added: 1,
  },
  {
    what: 'how it is drawn',
    edit: (t) =>
      setStencil(t, stencil(t).id, {
        representation: stencil(t).representation === 'Rectangle' ? 'Ellipse' : 'Rectangle',
      }),
    removed: 1,
    added: 1,
  },
  {
    what: 'the parent',
    // The other generic one; of templates with one alone, its stencil becomes generic and says what it was drawn as.
    edit: (t) => {
      const other = t.genericElements.find(({ id }) => canMoveStencil(t, stencil(t).id, id));
      return moveStencil(t, stencil(t).id, other?.id ?? null);
    },
    removed: 2,
    added: 2,
  },
  {
    what: 'an inherited property that is overridden',
    edit: (t) => {
      const heir = some(
        t.standardElements.find((one) => propertiesOfType(t, one.id).some(({ of }) => of.id !== one.id)),
      );
      const inherited = some(propertiesOfType(t, heir.id).find(({ of }) => of.id !== heir.id));
      return overrideProperty(t, heir.id, inherited.attribute.name, countingGuids());
    },
    removed: 1,
    added: 40,
  },
  {
    what: 'a new stencil',
    edit: (t) => addStencil(t, generic(t).id, 'New', countingGuids()).value,
    removed: 1,
    added: 17,
  },
  {
    what: 'a property of a stencil',
    edit: (t) => addProperty(t, stencil(t).id, 'New', ['A', 'B'], countingGuids()),
    removed: 1,
    added: 15,
  },
  {
    what: 'a display name',
    edit: (t) =>
      setStencilProperty(t, asked(t).id, some(asked(t).attributes[0]).name, { displayName: 'Other' }),
    removed: 1,
    added: 1,
  },
  {
    what: 'a value more',
    edit: (t) => {
      const { name, values } = some(asked(t).attributes[0]);
      return setValues(t, asked(t).id, name, [...values, 'One more']);
    },
    removed: 0,
    added: 1,
  },
  {
    what: 'a category',
    edit: (t) => setCategory(t, category(t).id, { name: 'Other' }),
    removed: 1,
    added: 1,
  },
  { what: 'a new category', edit: (t) => addCategory(t, 'New', countingGuids()).value, removed: 0, added: 6 },
  {
    what: 'a title',
    edit: (t) => setThreatType(t, type(t).id, { shortTitle: 'Other' }),
    removed: 4,
    added: 1,
  },
  {
    what: 'a rule',
    edit: (t) => setFilter(t, type(t).id, 'exclude', "source is 'X' and flow crosses 'Y'"),
    removed: 8,
    added: 1,
  },
  {
    what: 'a priority',
    edit: (t) => setTypeValue(t, type(t).id, 'Priority', 'Other'),
    removed: 1,
    added: 12,
  },
  {
    what: 'a new threat type',
    edit: (t) => addThreatType(t, category(t).id, 'New', countingGuids()).value,
    removed: 0,
    added: 12,
  },
  {
    what: 'the category of a threat type',
    // To a new one, as a template may have one alone.
    edit: (t) => {
      const { value, select } = addCategory(t, 'New', countingGuids());
      if (select?.kind !== 'category') throw new Error('A category was added');
      return setThreatType(value, type(t).id, { categoryId: select.id });
    },
    removed: 1,
    added: 7,
  },
  {
    what: 'a new property of threats',
    edit: (t) => addThreatProperty(t, 'New', countingGuids()).value,
    removed: 0,
    added: 10,
  },
  {
    what: 'a label of all threats',
    edit: (t) => setThreatPropertyFields(t, 'Title', { label: 'Other' }),
    removed: 1,
    added: 1,
  },
];

describe.each(files.map((file) => [path.basename(file), file] as const))('%s', (_, file) => {
  const read = template(bytesOf(file));
  // A copy with other line ends is written anew: its edits are measured against that.
  const bytes = writeTemplate(read.template);
  const exact = fidelityOf(read) === 'exact';

  it(exact ? 'keeps its bytes' : 'is written anew, and then keeps its bytes', () => {
    expect(same(bytes, bytesOf(file))).toBe(exact);
    const again = template(bytes);
    expect(fidelityOf(again)).toBe('exact');
    expect(again.template).toEqual(read.template);
  });

  it.each(KINDS)('changes in few lines when $what changes', ({ edit, removed, added }) => {
    const after = edit(read.template);
    expect(after).not.toBe(read.template);
    const written = writeTemplate(after);
    const [was, is] = [decode(bytes), decode(written)];
    expect(linesOnlyIn(was, is).length).toBeLessThanOrEqual(removed);
    expect(linesOnlyIn(is, was).length).toBeLessThanOrEqual(added);
    expect(linesOnlyIn(is, was).length).toBeGreaterThan(0);
    // What was written is what was meant, and back to the first bytes it goes.
    expect(template(written).template).toEqual(after);
    expect(same(writeTemplate(read.template), bytes)).toBe(true);
  });

  it('only moves what is moved, and only loses what is deleted', () => {
    const last = some(read.template.threatTypes.at(-1));
    const [was, moved] = [
      decode(bytes),
      decode(writeTemplate(moveThreatType(read.template, last.id, type(read.template).id))),
    ];
    expect(linesOnlyIn(was, moved)).toEqual([]);
    expect(linesOnlyIn(moved, was)).toEqual([]);
    const less = decode(writeTemplate(deleteThreatType(read.template, last.id)));
    expect(linesOnlyIn(less, was)).toEqual([]);
  });

  it('has a copy of a stencil beside the original', () => {
    const copied = copyStencil(read.template, stencil(read.template).id, countingGuids()).value;
    const written = decode(writeTemplate(copied));
    expect(linesOnlyIn(decode(bytes), written)).toEqual([]);
    expect(template(writeTemplate(copied)).template).toEqual(copied);
  });
});
