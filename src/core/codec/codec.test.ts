import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ElementId, elementId, type Model, THREAT_TEXT } from '../document/index.ts';
import { deleteElements, moveElements, setName, setThreatProperty, setThreatState } from '../edit/index.ts';
import { refusalWords, repairWords } from '../words/later.ts';
import { fidelityOf, LIMITS, readFile, readModel, readTemplate, writeModel, writeTemplate } from './index.ts';
import { author, decode, edited, encode, model, own, SAMPLE, same } from './testing/files.ts';
import { formatDouble } from './xml/numbers.ts';

describe('our own files', () => {
  it.each(['docker-sample.tm7', 'web-application.tm7'])('%s reads exactly and without warnings', (name) => {
    const opened = model(own(name));
    const { model: read, warnings } = opened;
    expect(warnings).toEqual([]);
    expect(fidelityOf(opened)).toBe('exact');
    expect(same(writeModel(read), own(name))).toBe(true);
  });

  it.each(['containers.tb7', 'stride-core.tb7'])('%s reads exactly and without warnings', (name) => {
    const read = readTemplate(own(name));
    expect(read.ok && read.value.warnings).toEqual([]);
    expect(read.ok && same(writeTemplate(read.value.template), own(name))).toBe(true);
  });
});

describe('what is refused, with place and cause', () => {
  const cases: readonly (readonly [string, Uint8Array, string, RegExp])[] = [
    ['an empty file', new Uint8Array(), 'empty', /empty/],
    ['white space', encode('  \n '), 'empty', /white space/],
    ['a zip', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'zip', /zip archive/],
    ['a web page', encode('<!DOCTYPE html><html></html>'), 'html', /web page/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xff, 0xfe, 0), 'binary', /picture/],
    ['plain text', encode('hello'), 'not-xml', /not an XML file/],
    ['bad UTF-8', Uint8Array.of(0x3c, 0x61, 0x3e, 0xc3, 0x28), 'encoding', /byte C3 at offset 3/],
    ['a cut file', encode(SAMPLE.slice(0, 4000)), 'truncated', /ends too early/],
    ['text behind the end', encode(`${SAMPLE}xx`), 'malformed', /outside of root/],
    ['damaged XML', encode('<ThreatModel><a></b></ThreatModel>'), 'malformed', /damaged/],
    ['another root', encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'wrong-root', /<svg>/],
    ['an empty model', encode('<ThreatModel/>'), 'wrong-root', /neither diagrams nor a template/],
    [
      'entities, which could expand without end',
      encode('<!DOCTYPE a [<!ENTITY x "y">]><ThreatModel>&x;</ThreatModel>'),
      'doctype',
      /DOCTYPE/,
    ],
    [
      'elements too deep',
      encode(
        `<ThreatModel>${'<a>'.repeat(LIMITS.depth + 1)}${'</a>'.repeat(LIMITS.depth + 1)}</ThreatModel>`,
      ),
      'too-deep',
      /levels/,
    ],
  ];
  it.each(cases)('%s', (_, bytes, cause, message) => {
    const read = readFile(bytes);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.error.cause).toBe(cause);
    expect(refusalWords(read.error)).toMatch(message);
    expect(read.error.place.line).toBeGreaterThan(0);
    expect(read.error.place.column).toBeGreaterThan(0);
  });

  it('says the line and the column of the fault', () => {
    const read = readFile(encode('<ThreatModel>\n  <a>\n  </b>\n</ThreatModel>'));
    expect(!read.ok && read.error.place.line).toBe(3);
  });

  it('a template as a model, and the other way round', () => {
    expect(readModel(own('containers.tb7')).ok).toBe(false);
    expect(readTemplate(own('docker-sample.tm7')).ok).toBe(false);
  });
});

describe('a file made to be odd', () => {
  it('has no more warnings than a person could read, and each is short', () => {
    const odd = Array.from({ length: 400 }, (_, n) => `<Odd${n}${'x'.repeat(400)}/>`).join('');
    const { warnings, model: read } = model(edited('<Notes/>', `<Notes/>${odd}`));
    expect(warnings.length).toBe(101);
    expect(warnings.at(-1)).toEqual({ code: 'more', params: { places: 300 }, count: 1 });
    for (const warning of warnings) expect(repairWords(warning).length).toBeLessThanOrEqual(241);
    expect(decode(writeModel(read))).toContain(odd);
  });
});

describe('what we do not know is carried in place', () => {
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['a member of the model', edited('<Notes/>', '<Notes/><Future xmlns="urn:x"><a b="c">d</a></Future>')],
    ['a member of a diagram', edited('<Zoom>1</Zoom>', '<Zoom>1</Zoom><Layer>2</Layer>')],
    ['an attribute', edited('<Notes/>', '<Notes kept="yes"/>')],
    [
      'an element of a kind to come',
      edited(
        '<a:KeyValueOfguidanyType>',
        '<a:KeyValueOfguidanyType><a:Key>x</a:Key><a:Value i:type="Cloud"><Puff>1</Puff></a:Value></a:KeyValueOfguidanyType><a:KeyValueOfguidanyType>',
      ),
    ],
    [
      'an attribute of the value of a property',
      edited('<b:Value i:type="c:', '<b:Value kept="yes" i:type="c:'),
    ],
    ['a part of the key of an entry', edited('</a:Key>', '<Part>2</Part></a:Key>')],
    ['a state to come', edited('>AutoGenerated<', '>Deferred<')],
    ['a text where nil is due', edited('<b:Title i:nil="true"/>', '<b:Title>old</b:Title>')],
    ['nil where a text is due', edited('<Owner/>', '<Owner i:nil="true"/>')],
  ];
  it.each(cases)('%s', (_, bytes) => {
    const opened = model(bytes);
    const { model: read } = opened;
    expect(decode(writeModel(read))).toBe(decode(bytes));
    expect(fidelityOf(opened)).toBe('exact');
  });
});

describe('after an edit only what the edit reaches differs', () => {
  const original = model(own('docker-sample.tm7')).model;
  const user = original.diagrams[0]?.shapes.find((shape) => shape.kind === 'rectangle');

  /** The longest common start and end leave the part that changed. */
  function difference(a: string, b: string): readonly [string, string] {
    let start = 0;
    while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
    let end = 0;
    while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
    return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  }
  const changed = (change: (model: Model) => Model) =>
    difference(SAMPLE, decode(writeModel(change(original))));

  it('a name', () => {
    if (user === undefined) throw new Error('The sample has no user');
    expect(changed((m) => setName(m, user.id, 'Visitor'))).toEqual(['Use', 'Visito']);
  });

  it('a place: the element and the flows that hang on it', () => {
    if (user === undefined) throw new Error('The sample has no user');
    const [was, is] = changed((m) => moveElements(m, [user.id], 10, 0));
    expect(is).toContain(`${user.left + 10}</Left>`);
    // Nothing of the template, and no threat, stands in between.
    expect(was).not.toContain('KnowledgeBase xmlns');
    expect(was).not.toContain('ThreatInstances');
  });

  it('a state', () => {
    const key = original.threats[3]?.key;
    if (key === undefined) throw new Error('The sample has no threats');
    const [was, is] = changed((m) => setThreatState(m, [key], 'Mitigated', author));
    expect(is).toContain('Ada');
    expect(is).toContain('<b:State>Mitig');
    // One threat, and nothing beside it.
    expect(was).not.toContain('KeyValueOfstringThreat');
  });
});

describe('what is carried stays with what it belongs to when others come and go', () => {
  const entriesOf = (text: string) =>
    text.match(/<a:KeyValueOfguidanyType.*?<\/a:KeyValueOfguidanyType>/gs) ?? [];
  const entry = (n: number): readonly [string, ElementId] => {
    const found = entriesOf(SAMPLE)[n] ?? '';
    return [found, elementId(/<a:Key>([^<]*)/.exec(found)?.[1] ?? '')];
  };
  const [first, firstId] = entry(0);
  const [second, secondId] = entry(1);

  it.each([
    ['a part of an entry', second.replace(/<\/a:KeyValueOfguidanyType>$/, '<a:Foo>kept</a:Foo>$&')],
    [
      'an attribute of an entry',
      second.replace('<a:KeyValueOfguidanyType>', '<a:KeyValueOfguidanyType kept="1">'),
    ],
    ['an attribute of a key', second.replace('<a:Key>', '<a:Key kept="1">')],
  ])('%s', (_, odd) => {
    const read = model(encode(SAMPLE.replace(second, odd)));
    expect(decode(writeModel(read.model))).toBe(SAMPLE.replace(second, odd));
    const after = decode(writeModel(deleteElements(read.model, [firstId]).value));
    const kept = entriesOf(after).filter((text) => text.includes('kept'));
    expect(kept).toHaveLength(1);
    expect(kept[0]).toContain(`>${secondId}</a:Key>`);
  });

  it('an entry of a kind to come: behind the one that it stood behind, at the end when that is gone', () => {
    const odd =
      '<a:KeyValueOfguidanyType><a:Key>x</a:Key><a:Value i:type="Cloud"/></a:KeyValueOfguidanyType>';
    const read = model(encode(SAMPLE.replace(second, second + odd))).model;
    const without = (id: ElementId) => decode(writeModel(deleteElements(read, [id]).value));
    expect(without(firstId)).toContain(`</a:KeyValueOfguidanyType>${odd}<a:KeyValueOfguidanyType>`);
    expect(without(secondId)).toContain(`${odd}</Borders>`);
    expect(without(secondId)).toContain(first.slice(0, 100));
  });

  it('the form of a text of a threat', () => {
    const [key] = model(encode(SAMPLE)).model.threats.map((threat) => threat.key);
    const [, value] =
      /<b:Properties.*?InteractionString<\/a:Key>(<a:Value>[^<]*<\/a:Value>)/s.exec(SAMPLE) ?? [];
    const text = SAMPLE.replace(
      /(<b:Properties.*?InteractionString<\/a:Key>)<a:Value>[^<]*<\/a:Value>/s,
      '$1<a:Value/>',
    ).replace(
      /(<b:Properties.*?<a:Key>Priority<\/a:Key>)<a:Value>[^<]*<\/a:Value>/s,
      '$1<a:Value i:nil="true"/>',
    );
    expect(value).toBeDefined();
    const read = model(encode(text)).model;
    expect(decode(writeModel(read))).toBe(text);
    const edit = setThreatProperty(
      read,
      key === undefined ? [] : [key],
      THREAT_TEXT.justification,
      'Because',
      author,
    );
    const after = decode(writeModel(edit));
    expect(after).toContain('InteractionString</a:Key><a:Value/>');
    expect(after).toContain('<a:Key>Priority</a:Key><a:Value i:nil="true"/>');
  });

  it('entries of a dictionary under another name are read', () => {
    const read = model(
      encode(SAMPLE.replaceAll('KeyValueOfstringThreatpc_P0_PhOB', 'KeyValueOfstringThreatabc')),
    );
    expect(read.model).toEqual(model(encode(SAMPLE)).model);
    expect(read.warnings).toHaveLength(1);
  });
});

describe('numbers as .NET spells them', () => {
  it.each([
    [1, '1'],
    [0.75, '0.75'],
    [-1.5, '-1.5'],
    [0, '0'],
    [-0, '-0'],
    [0.0001, '0.0001'],
    [0.00001, '1E-05'],
    [1e15, '1E+15'],
    [123456789012345, '123456789012345'],
    [1234567890123456, '1234567890123456'],
    // What needs more than 15 digits to read back gets 17, as .NET's R format does.
    [0.7999999999999998, '0.79999999999999982'],
    [0.1 + 0.2, '0.30000000000000004'],
    [1 / 3, '0.33333333333333331'],
    [0.1, '0.1'],
    [5e-324, '4.94065645841247E-324'],
    [Number.POSITIVE_INFINITY, 'INF'],
    [Number.NaN, 'NaN'],
    [1.7976931348623157e308, '1.7976931348623157E+308'],
  ])('%d', (value, text) => {
    expect(formatDouble(value)).toBe(text);
  });

  it('every double reads back as itself', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Object.is(Number(formatDouble(value)), value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
