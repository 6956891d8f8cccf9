import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Model, Shape } from '../document/index.ts';
import { refusalWords, repairWords } from '../words/later.ts';
import { fidelityOf, readFile, readModel, readTemplate, writeModel, writeTemplate } from './index.ts';
import { unreadable } from './registry.ts';
import { modelFile } from './testing/every-construct.ts';
import { templateFile } from './testing/every-construct-template.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const withShape = (document: Model, edit: (shape: Shape) => Shape): Model => {
  const [diagram, ...diagrams] = document.diagrams;
  const [shape, ...shapes] = diagram?.shapes ?? [];
  if (diagram === undefined || shape === undefined) throw new Error('There is no shape');
  return { ...document, diagrams: [{ ...diagram, shapes: [edit(shape), ...shapes] }, ...diagrams] };
};
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function model(text: string) {
  const read = readModel(encode(text));
  if (!read.ok) throw new Error(`${refusalWords(read.error)} at ${JSON.stringify(read.error.place)}`);
  return read.value;
}

describe('a line end behind the last tag', () => {
  it.each(['\n', '\r\n'])("%j is carried, and the file is the tool's", (end) => {
    const text = modelFile('G7', { end });
    const read = model(text);
    expect(fidelityOf(read)).toBe('exact');
    expect(read.warnings).toEqual([]);
    const [first, ...rest] = read.model.diagrams;
    if (first === undefined) throw new Error('no diagram');
    const edited = { ...read.model, diagrams: [{ ...first, zoom: 0.5 }, ...rest] };
    expect(decode(writeModel(edited))).toBe(modelFile('G7', { zoom: '0.5', end }));
  });

  it.each(['\n\n', '\n ', ' ', '\r'])("%j is another writer's, and left out", (end) => {
    const read = model(modelFile('G7', { end }));
    expect(fidelityOf(read)).toBe('normalised');
    expect(decode(writeModel(read.model))).toBe(modelFile('G7'));
  });

  it.each(['\n', '\r\n'])('%j is carried in a template', (end) => {
    const read = readTemplate(encode(templateFile() + end));
    expect(read.ok && fidelityOf(read.value)).toBe('exact');
    expect(read.ok && decode(writeTemplate(read.value.template))).toBe(templateFile() + end);
  });

  it('does not go from a model into its template', () => {
    const { template } = model(modelFile('G7', { end: '\n' })).model;
    expect(decode(writeTemplate(template)).endsWith('</KnowledgeBase>')).toBe(true);
  });
});

test("a zoom with 17 digits is the tool's, and keeps them over an edit", () => {
  const text = modelFile('G7', { zoom: '0.79999999999999982' });
  const read = model(text);
  expect(fidelityOf(read)).toBe('exact');
  expect(decode(writeModel({ ...read.model, notes: [...read.model.notes] }))).toBe(text);
});

describe('the ids of threats', () => {
  const ids = (text: string) => model(text).model.threats.map(({ id }) => id);
  const text = modelFile('G7');

  it('that occur twice: the first keeps its own, the others get the next free ones', () => {
    expect(ids(text)).toEqual([0, 90, 89]);
    expect(ids(text.replace(/<b:Id>\d+/g, '<b:Id>7'))).toEqual([7, 8, 9]);
    expect(ids(text.replace('<b:Id>89<', '<b:Id>90<'))).toEqual([0, 90, 91]);
    expect(ids(text.replace('<b:Id>90<', '<b:Id>0<'))).toEqual([0, 90, 89]);
  });

  it('tells each repair, with the place of the first', () => {
    const [warning, ...others] = model(text.replace(/<b:Id>\d+/g, '<b:Id>7')).warnings;
    expect(warning?.code).toBe('repeated-threat-id');
    expect(warning?.count).toBe(2);
    expect(warning && repairWords(warning)).toMatch(/^The id of a threat occurs twice.*2 places/);
    expect(warning?.place?.path).toContain('ThreatInstances');
    expect(others).toEqual([]);
  });
});

describe('decimal commas', () => {
  const withLeft = (left: string) => model(modelFile('G7').replace('>40</Left>', `>${left}</Left>`));
  const leftOf = (left: string) => withLeft(left).model.diagrams[0]?.shapes[1]?.left;

  it.each([
    ['490,5', 491],
    ['490,4', 490],
    ['490.5', 491],
    ['-3,7', -4],
    ['40,0', 40],
  ])('%s is %d', (written, left) => {
    expect(leftOf(written)).toBe(left);
    expect(withLeft(written).warnings.length).toBeGreaterThan(0);
  });

  it.each(['1,234,567', '1,234.5', ',5', '5,', '1.2,3', 'a,b'])('%s is no number', (written) => {
    const [warning] = withLeft(written).warnings;
    expect(warning?.code).toBe('no-number');
    expect(warning?.place?.path).toContain('Left');
  });

  it('in a double', () =>
    expect(model(modelFile('G7', { zoom: '0,75' })).model.diagrams[0]?.zoom).toBe(0.75));
});

describe('refusals speak of what was expected', () => {
  const PAGE = '<!DOCTYPE html><html><head><title>x/template.tb7 at main</title></head></html>';
  const REPORT =
    '\uFEFF\n\t <!DOCTYPE html>\n<html><head><title>Threat Modeling Report</title></head></html>';
  const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10);
  test.each<[string, Uint8Array, RegExp]>([
    ['a.tb7', encode(PAGE), /web page \(HTML\), not a template: .*raw file/],
    ['a.tm7', encode(PAGE), /web page \(HTML\), not a threat model: .*raw file/],
    ['a.htm', encode(PAGE), /not a threat model or a template/],
    ['a.tm7', encode(REPORT), /report \(HTML\), not a threat model\. .*open its model/],
    ['a.tb7', Uint8Array.of(0x50, 0x4b, 3, 4), /zip archive.*not a template\. Unpack/],
    ['a.tm7', Uint8Array.of(0x1f, 0x8b, 8), /gzip archive, not a threat model/],
    ['a.tb7', png, /picture \(PNG\), not a template/],
    ['a.tm7', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), /picture \(JPEG\), not a threat model/],
    ['a.tm7', encode('%PDF-1.7'), /PDF, not a threat model\. .*open its model/],
    ['a.tb7', encode('<svg xmlns="x"/>'), /its root is <svg>/],
    ['a.tm7', encode('  {"summary": {}}'), /JSON, not a threat model/],
    ['a.tb7', encode('{\\rtf1 x}'), /formatted text \(RTF\), not a template/],
    ['a.tm7', encode('version https://git-lfs.github.com/spec/v1\noid x'), /Git LFS/],
    ['a.tb7', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), /Office or Visio.*not a template/],
    ['a.tm7', encode('hello'), /not an XML file, not a threat model: it does not begin with "<"$/],
    ['a.tm7', encode('<html><title>GitHub &amp; us - Threat Modeling Report</title>'), /report \(HTML\)/],
    ['a.tb7', encode(PAGE.replace('x/', 'Yearly report/')), /web page.*raw file/],
    ['a.tm7', encode('<html><head><title>report.tm7 · GitLab</title>'), /web page.*raw file/],
    ['a.tb7', encode('<!-- a --><!-- b -->\n<head><meta charset="utf-8">'), /web page.*not a template/],
    ['a.tm7', encode('<title>Sign in to your account</title>'), /asks to sign in .*not a threat model/],
    ['a.tb7', encode('From: <Saved by Blink>\r\nMIME-Version: 1.0'), /web page/],
    ['a.tb7', latin1('<!DOCTYPE html><title>Modèle</title>'), /web page.*not a template/],
    ['a.tm7', encode('404: Not Found'), /no such file, not a threat model/],
    ['a.tm7', encode('<<<<<<< HEAD\n<ThreatModel/>'), /conflict/],
    ['a.tm7', latin1('7z\u00BC\u00AF'), /7z archive, not a threat model/],
    ['a.tm7', encode(' \n'), /white space/],
    ['a.tm7', new Uint8Array(), /empty/],
  ])('%s', (name, bytes, message) => {
    const read = readFile(bytes, name);
    expect(!read.ok && refusalWords(read.error)).toMatch(message);
  });

  it('a model under the name of a template opens as what it is', () => {
    const read = readFile(encode(modelFile('G7')), 'x.tb7');
    expect(read.ok && read.value.format).toBe('tm7');
  });
});

describe('what is written can be read again', () => {
  const FUTURE =
    '<Future xmlns:q="urn:q"><Item i:type="gone:Kind" q:a="1">x</Item><Item i:type="Bare" xmlns=""/></Future>';
  const withFuture = modelFile('G7').replace('<Version>', `${FUTURE}<Version>`);

  it('a type whose prefix was never declared is kept as it stood', () => {
    const written = decode(writeModel(model(withFuture).model));
    expect(unreadable(encode(written), model(withFuture).model)).toBeNull();
    expect(written).toContain('i:type="gone:Kind"');
    expect(written).toContain('i:type="Bare"');
    expect(written).not.toMatch(/xmlns:\w+=""/);
    expect(decode(writeModel(model(written).model))).toBe(written);
  });

  it.each(['\uFDD0\u000B', '\uFDE1\uE000\u0001\uFFFE', 'a&#xB;\u000B'])(
    '%j, control characters beside what the reader marks them by',
    (owner) => {
      const { model: document } = model(modelFile('G7'));
      const odd = { ...document, information: { ...document.information, owner } };
      expect(model(decode(writeModel(odd))).model).toEqual(odd);
    },
  );

  it('known properties without their declarations are read as ever', () => {
    const cleaned = modelFile('G7').replaceAll(' xmlns:c="http://www.w3.org/2001/XMLSchema"', '');
    expect(decode(writeModel(model(cleaned).model))).toBe(modelFile('G7'));
  });

  it('says what could not be read', () => {
    const { model: document } = model(modelFile('G6'));
    const fault = (text: string) => {
      const said = unreadable(encode(text), document);
      return said === null ? undefined : refusalWords(said);
    };
    expect(fault('<ThreatModel xmlns:a=""/>')).toMatch(/damaged/);
    expect(fault('<Other/>')).toContain('Other');
    expect(fault(templateFile())).toContain('KnowledgeBase');
    expect(fault('')).toMatch(/empty/);
    expect(fault(modelFile('G6'))).toBeUndefined();
  });

  it.each<[string, (document: Model) => Model, string]>([
    ['a text', (m) => ({ ...m, information: { ...m.information, owner: 'Ada' } }), 'information/owner'],
    ['a note', (m) => ({ ...m, notes: m.notes.slice(1) }), 'notes'],
    [
      'a place',
      (m) => withShape(m, (shape) => ({ ...shape, left: shape.left + 1 })),
      'diagrams/0/shapes/0/left',
    ],
  ])('says where it would say something else: %s', (_, edit, path) => {
    const { model: document } = model(modelFile('G7'));
    expect(unreadable(writeModel(document), edit(document))).toEqual({
      cause: 'differs',
      params: { path: expect.stringContaining(path) },
    });
    expect(unreadable(writeModel(edit(document)), edit(document))).toBeNull();
  });

  it.each<[string, (document: Model) => Model]>([
    ['a fraction', (m) => withShape(m, (shape) => ({ ...shape, left: 40.5 }))],
    ['half a surrogate pair', (m) => ({ ...m, information: { ...m.information, owner: 'a\uD83D' } })],
    ['blanks and line ends', (m) => ({ ...m, version: ' 4.3\r\n' })],
    [
      'numbers that stand twice',
      (m) => ({ ...m, threats: m.threats.map((threat) => ({ ...threat, id: 1 })) }),
    ],
  ])('%s is no reason to refuse', (_, edit) => {
    const document = edit(model(modelFile('G7')).model);
    expect(unreadable(writeModel(document), document)).toBeNull();
  });

  it('nor what a template cannot say about itself outside a model', () => {
    const { template } = model(modelFile('G7')).model;
    expect(unreadable(writeTemplate(template), template)).toBeNull();
  });

  it('whatever attributes, declarations and members are taken away or doubled', () => {
    const whole = withFuture;
    const tags = [...whole.matchAll(/ [\w:]+="[^"]*"|<(\w[\w:]*)[^<>]*>[^<>]*<\/\1>/g)].map(
      ({ 0: text, index }) => ({
        text,
        index,
      }),
    );
    const change = fc.record({ at: fc.nat(tags.length - 1), how: fc.constantFrom('drop', 'double') });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        let text = whole;
        for (const { at, how } of changes.toSorted((a, b) => b.at - a.at)) {
          const tag = tags[at];
          if (tag === undefined) continue;
          const { text: part, index } = tag;
          const by = how === 'drop' ? '' : part + part;
          if (text.slice(index, index + part.length) === part) {
            text = text.slice(0, index) + by + text.slice(index + part.length);
          }
        }
        const read = readModel(encode(text));
        if (!read.ok) return;
        const once = writeModel(read.value.model);
        expect(unreadable(once, read.value.model)).toBeNull();
        const again = readModel(once);
        expect(again.ok).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('what is carried stays with its record when the record gets another name', () => {
  const file = modelFile('G7');
  const kept = '<Kept xmlns="urn:k"/>';
  const ids = (text: string) =>
    [...text.matchAll(/<a:KeyValueOfguidanyType><a:Key>([^<]*)/g)].map(([, id = '']) => id);
  const [first = '', second = ''] = ids(file);

  it.each([
    ['an element whose guid occurs twice', file.replaceAll(second, first), '<a:KeyValueOfguidanyType>'],
    [
      'a threat whose key occurs twice',
      file.replace(/(<a:KeyValueOfstringThreatpc_P0_PhOB><a:Key>)[^<]*/g, '$1same'),
      '<a:KeyValueOfstringThreatpc_P0_PhOB>',
    ],
  ])('%s', (_, odd, entry) => {
    const at = odd.indexOf(entry, odd.indexOf(entry) + 1) + entry.length;
    const read = model(`${odd.slice(0, at)}${kept}${odd.slice(at)}`);
    const written = decode(writeModel(read.model));
    expect(written).toContain('<Kept');
    expect(model(written).model).toEqual(read.model);
  });
});

it('of a member that stands twice the first counts, at every reading', () => {
  const file = modelFile('G7').replace('<Owner>', '<ThreatModelName>Twin</ThreatModelName><Owner>');
  const named = file.replace(
    '<MetaInformation>',
    '<MetaInformation><ThreatModelName>First</ThreatModelName>',
  );
  const once = model(named).model;
  const again = model(decode(writeModel(once))).model;
  expect(once.information.name).toBe('First');
  expect(again).toEqual(once);
});
