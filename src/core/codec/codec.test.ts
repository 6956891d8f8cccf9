import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Element,
  type ElementId,
  elementId,
  type Line,
  type Model,
  type Template,
  THREAT_TEXT,
} from '../document/index.ts';
import { deleteElements, moveElements, setName, setThreatProperty, setThreatState } from '../edit/index.ts';
import { regenerate } from '../engine/index.ts';
import { refusalWords, repairWords } from '../words/index.ts';
import {
  LIMITS,
  readFile,
  readModel,
  readTemplate,
  saveBytes,
  unreadable,
  writeModel,
  writeTemplate,
} from './index.ts';
import { formatDouble } from './xml/numbers.ts';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(file));
const own = (name: string): Uint8Array => bytesOf(path.join(ROOT, 'templates', name));
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

function model(bytes: Uint8Array) {
  const read = readModel(bytes);
  if (!read.ok) throw new Error(`${refusalWords(read.error)} at ${JSON.stringify(read.error.place)}`);
  return read.value;
}

/** Our sample as text, to make odd files of. */
const SAMPLE = decode(own('docker-sample.tm7'));
const edited = (from: string | RegExp, to: string): Uint8Array => {
  const text = SAMPLE.replace(from, to);
  if (text === SAMPLE) throw new Error(`The sample has no ${from}`);
  return encode(text);
};

const author = { name: 'Ada', now: '2026-01-02T03:04:05+00:00' };

describe('our own files', () => {
  it.each(['docker-sample.tm7', 'web-application.tm7'])('%s reads exactly and without warnings', (name) => {
    const { model: read, warnings, fidelity } = model(own(name));
    expect(warnings).toEqual([]);
    expect(fidelity).toBe('exact');
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

describe('other writers', () => {
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['a declaration', encode(`<?xml version="1.0" encoding="utf-8"?>\n${SAMPLE}`)],
    ['a byte order mark', encode(`\uFEFF${SAMPLE}`)],
    ['an empty line behind the root', encode(`${SAMPLE}\n\n`)],
    ['a comment', encode(`<!-- by hand -->${SAMPLE}`)],
    ['ids that are missing', encode(SAMPLE.replace(/ z:Id="i\d+"/g, ''))],
    ['the long form of empty elements', edited('<Notes/>', '<Notes></Notes>')],
    [
      'another prefix',
      encode(
        SAMPLE.replaceAll('xmlns:i=', 'xmlns:xsi=')
          .replaceAll(' i:type=', ' xsi:type=')
          .replaceAll(' i:nil=', ' xsi:nil='),
      ),
    ],
    ['UTF-16', Buffer.concat([Uint8Array.of(0xff, 0xfe), Buffer.from(SAMPLE, 'utf16le')])],
  ];
  it.each(cases)('%s: the document is the same, the bytes are kept until an edit', (_, bytes) => {
    const read = model(bytes);
    expect(read.fidelity).toBe('normalised');
    expect(read.model).toEqual(model(encode(SAMPLE)).model);
    expect(saveBytes(read, read.model)).toBe(read.bytes);
    expect(same(saveBytes(read, { ...read.model }), encode(SAMPLE))).toBe(true);
  });

  it.each([
    [
      'a missing member',
      /<ThreatGenerationEnabled>true<\/ThreatGenerationEnabled>/,
      '',
      /ThreatGenerationEnabled/,
    ],
    ['white space in a guid', /<FlowGuid>|(<b:FlowGuid>)/, '$1 ', /White space/],
    ['a fraction', />100<\/Width>/, '>100.0</Width>', /fraction/],
    ['no number', />100<\/Width>/, '>wide</Width>', /holds no number/],
    [
      'another spelling of yes',
      />true<\/ThreatGenerationEnabled>/,
      '>TRUE</ThreatGenerationEnabled>',
      /spelling/,
    ],
  ])('%s is repaired with one warning and its place', (_, from, to, message) => {
    const { warnings } = model(edited(from, to));
    expect(warnings).toHaveLength(1);
    expect(warnings.map(repairWords).join()).toMatch(message);
    expect(warnings[0]?.place?.path).toMatch(/^ThreatModel/);
  });
});

describe('what a file has lost is made again', () => {
  const sample = model(encode(SAMPLE)).model;
  const [diagram] = sample.diagrams;
  const [shape, other] = diagram?.shapes ?? [];
  const [line] = diagram?.lines ?? [];
  if (shape === undefined || other === undefined || line === undefined)
    throw new Error('The sample is empty');

  it.each([
    ['missing', ''],
    ['nil', '<$1$2$3 i:nil="true"/>'],
    ['empty', '<$1$2$3/>'],
    ['no number', '<$1$2$3>NaN</$1$2>'],
  ])('coordinates of a line that are %s: its ends lie at their ports, its handle half way', (_, form) => {
    const lost = SAMPLE.replace(/<(Handle|Source|Target)([XY])( [^>]*)?>-?\d+<\/\1\2>/g, form);
    const read = model(encode(lost));
    const repaired = read.model.diagrams[0]?.lines[0];
    expect(repaired?.source).toEqual(line.source);
    expect(repaired?.target).toEqual(line.target);
    expect(repaired?.handle).toEqual({
      x: Math.round((line.source.x + line.target.x) / 2),
      y: Math.round((line.source.y + line.target.y) / 2),
    });
    expect(read.warnings.map(repairWords).join()).toMatch(/<HandleX> .*the middle of the line is used/);
  });

  it('a coordinate that is there stays', () => {
    const read = model(edited(/<HandleX [^>]*>-?\d+<\/HandleX>/, ''));
    const repaired = read.model.diagrams[0]?.lines.find(({ id }) => id === line.id);
    expect(repaired?.handle.y).toBe(line.handle.y);
    expect(repaired?.source).toEqual(line.source);
    expect(read.model.diagrams[0]?.lines.slice(1)).toEqual(diagram?.lines.slice(1));
  });

  it('a guid that occurs twice: the later element gets another one, the same at every reading', () => {
    const doubled = encode(SAMPLE.replaceAll(other.id, shape.id));
    const read = model(doubled);
    const ids = read.model.diagrams.flatMap((one) => [...one.shapes, ...one.lines].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toBe(shape.id);
    expect(ids[1]).not.toBe(shape.id);
    expect(read.warnings.map(repairWords).join()).toMatch(/A guid occurs twice/);
    expect(model(doubled).model).toEqual(read.model);
  });

  const [surface] = /<DrawingSurfaceModel .*<\/DrawingSurfaceModel>/s.exec(SAMPLE) ?? [''];
  const attached = ({ diagrams: [one, two] }: Model) =>
    [one, two].map((each) => {
      const ids = new Set(each?.shapes.map(({ id }) => id));
      const joins = ({ source, target }: Line) =>
        [source, target].every((end) => end.element !== null && ids.has(end.element));
      return each?.lines.filter(joins).length;
    });
  const flows = attached(sample)[0];

  it('ids of a diagram that was copied whole: its flows join its own elements', () => {
    const read = model(encode(SAMPLE.replace(surface, `${surface}${surface}`))).model;
    expect(attached(read)).toEqual([flows, flows]);
    expect(read.diagrams[0]).toEqual(diagram);
    expect(read.threats).toEqual(sample.threats);
    expect(regenerate(read).threats).toHaveLength(2 * sample.threats.length);
  });

  it('ids of a copied diagram with a guid of its own: its threats stay with it', () => {
    const other = 'aaaaaaaa-0000-4000-8000-000000000001';
    const [entry = ''] =
      /<a:KeyValueOfstringThreatpc_P0_PhOB>.*?<\/a:KeyValueOfstringThreatpc_P0_PhOB>/s.exec(SAMPLE) ?? [];
    const copied = (text: string) => text.replaceAll(diagram?.id ?? '', other);
    const text = SAMPLE.replace(surface, surface + copied(surface)).replace(entry, entry + copied(entry));
    const { diagrams, threats } = model(encode(text)).model;
    expect(attached(model(encode(text)).model)).toEqual([flows, flows]);
    const [first, second] = threats;
    expect(second?.diagramId).toBe(other);
    expect(diagrams[1]?.lines.map(({ id }) => id)).toContain(second?.flowId);
    expect(diagrams[1]?.shapes.map(({ id }) => id)).toContain(second?.sourceId);
    expect(second?.interactionKey).toBe(`${second?.sourceId}:${second?.flowId}:${second?.targetId}`);
    expect(second?.key).toBe(`${second?.typeId}${second?.sourceId}${second?.flowId}${second?.targetId}`);
    expect(second?.key).not.toBe(first?.key);
    expect(threats.slice(2)).toEqual(sample.threats.slice(1));
  });

  const end = diagram?.shapes.find(({ id }) => id === line.source.element) ?? shape;
  const innerGuid = (id: string, text: string) =>
    SAMPLE.replace(new RegExp(`(<Guid xmlns="[^"]*">)${id}<`), `$1${text}<`);

  it.each<readonly [string, string, Element]>([
    ['of another element', other.id, shape],
    ['that nothing refers to', 'aaaaaaaa-0000-4000-8000-000000000001', end],
    ['that nothing refers to, of a flow', 'aaaaaaaa-0000-4000-8000-000000000001', line],
  ])('the guid of an element %s: the key counts where everything refers to it', (_, guid, { id }) => {
    const read = model(encode(innerGuid(id, guid)));
    expect(read.model).toEqual(sample);
    expect(read.warnings.map(repairWords).join()).toMatch(/the key counts/);
  });

  it('the key of an element that nothing refers to: the guid counts', () => {
    const read = model(encode(SAMPLE.replace(`<a:Key>${shape.id}</a:Key>`, '<a:Key>x</a:Key>')));
    expect(read.model).toEqual(sample);
    expect(read.warnings.map(repairWords).join()).toMatch(/the guid counts/);
  });

  it('an element that goes by its guid here and by its key there: both lead to it', () => {
    const guid = 'aaaaaaaa-0000-4000-8000-000000000001';
    const text = innerGuid(end.id, guid).replace(
      new RegExp(`(${line.id}</Guid>.*?<SourceGuid[^>]*>)${end.id}<`, 's'),
      `$1${guid}<`,
    );
    expect(attached(model(encode(text)).model)[0]).toBe(flows);
  });

  it('a guid that is missing: the key of the entry, else a fresh one', () => {
    const guid = new RegExp(`<Guid xmlns="[^"]*">${shape.id}</Guid>`);
    const byKey = model(edited(guid, ''));
    expect(byKey.model.diagrams[0]?.shapes[0]?.id).toBe(shape.id);
    const text = SAMPLE.replace(guid, '').replace(`<a:Key>${shape.id}</a:Key>`, '<a:Key/>');
    const fresh = model(encode(text)).model.diagrams[0]?.shapes[0]?.id ?? '';
    expect(fresh).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(SAMPLE).not.toContain(fresh);
  });

  it('the keys of a threat, built from its type and its interaction', () => {
    const [threat] = sample.threats;
    if (threat === undefined) throw new Error('The sample has no threats');
    const text = SAMPLE.replace(`<a:Key>${threat.key}</a:Key>`, '<a:Key/>').replace(
      `<b:InteractionKey>${threat.interactionKey}</b:InteractionKey>`,
      '',
    );
    expect(text.length).toBeLessThan(SAMPLE.length - threat.key.length - threat.interactionKey.length);
    const [repaired] = model(encode(text)).model.threats;
    expect(repaired?.interactionKey).toBe(threat.interactionKey);
    expect(repaired?.key).toBe(`${threat.typeId}${threat.sourceId}${threat.flowId}${threat.targetId}`);
  });

  it.each([
    ['nil', '<a:Key i:nil="true"/>'],
    ['missing', ''],
    ['in capitals', '<a:Key>$1</a:Key>'],
  ])('keys of elements that are %s, with a warning', (_, form) => {
    const text = SAMPLE.replace(/<a:Key>([0-9a-f-]{36})<\/a:Key>/g, (_whole, id: string) =>
      form.replace('$1', id.toUpperCase()),
    );
    const read = model(encode(text));
    expect(read.model).toEqual(sample);
    expect(read.warnings).toHaveLength(1);
  });

  it('the ids of threats, above those that are there', () => {
    const text = SAMPLE.replace(/<b:Id>\d+<\/b:Id>/, '').replace(/<b:Id>\d+<\/b:Id>/, '<b:Id>x</b:Id>');
    const ids = model(encode(text)).model.threats.map(({ id }) => id);
    const highest = Math.max(...sample.threats.map(({ id }) => id));
    expect(ids.slice(0, 2)).toEqual([highest + 1, highest + 2]);
    expect(ids.slice(2)).toEqual(sample.threats.slice(2).map(({ id }) => id));
  });

  it('the key of a threat that occurs twice: both threats stay, and are found by what they say', () => {
    const [entry = ''] =
      /<a:KeyValueOfstringThreatpc_P0_PhOB>.*?<\/a:KeyValueOfstringThreatpc_P0_PhOB>/s.exec(SAMPLE) ?? [];
    const read = model(encode(SAMPLE.replace(entry, entry + entry)));
    const keys = read.model.threats.map(({ key }) => key);
    expect(new Set(keys).size).toBe(sample.threats.length + 1);
    expect(read.warnings.map(repairWords)).toEqual([
      'The key of a threat occurs twice: the later threat gets another one',
      'The id of a threat occurs twice: the later threat gets the next free one',
    ]);
    expect(regenerate(read.model)).toBe(read.model);
  });

  it('identifiers where only a part of the file was laid out', () => {
    const text = SAMPLE.replace(/<KnowledgeBase .*<\/KnowledgeBase>/s, (base) =>
      base.replaceAll('><', '>\n<').replace(/<a:(Id|ParentId)>([^<]*)</g, '<a:$1>\n  $2\n<'),
    );
    const read = model(encode(text)).model;
    expect(read.template.standardElements).toEqual(sample.template.standardElements);
  });

  it('the type of a value', () => {
    const read = model(edited(/(<b:Value) i:type="c:string" xmlns:c="[^"]*"/, '$1'));
    expect(read.model).toEqual(sample);
    expect(read.warnings.map(repairWords)).toEqual([
      'A value without a type (i:type), which the Windows tool refuses, gets one',
    ]);
  });
});

describe('an element that says it is nil and is not', () => {
  it.each([
    ['a text', '<Owner/>', '<Owner i:nil="true">Ada</Owner>', '<Owner>Ada</Owner>'],
    ['a class', '<MetaInformation>', '<MetaInformation i:nil="true">', '<MetaInformation>'],
    [
      'a dead text',
      '<b:Title i:nil="true"/>',
      '<b:Title i:nil="1">x</b:Title>',
      '<b:Title i:nil="1">x</b:Title>',
    ],
  ])('%s is read', (_, plain, odd, written) => {
    const read = model(edited(plain, odd));
    expect(decode(writeModel(read.model))).toBe(SAMPLE.replace(plain, written));
    expect(read.warnings.length).toBe(1);
  });
});

describe('the type of a value in another namespace', () => {
  it.each([
    ['that of the lists', 'i:type="a:string"'],
    ['none', 'i:type="string"'],
    ['one that nobody declared', 'i:type="q:string"'],
  ])('%s: the property is what it says', (_, type) => {
    const read = model(encode(SAMPLE.replace(/i:type="c:string" xmlns:c="[^"]*"/g, type)));
    expect(read.model).toEqual(model(encode(SAMPLE)).model);
    expect(read.warnings).toHaveLength(1);
  });

  it('a list where a text is due is kept as it is', () => {
    const odd = SAMPLE.replace(/i:type="c:string" xmlns:c="[^"]*"/, 'i:type="a:ArrayOfstring"');
    const read = model(encode(odd)).model;
    expect(JSON.stringify(read)).toContain('"unknown"');
    expect(decode(writeModel(read))).toContain('i:type="a:ArrayOfstring"');
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
    const { model: read, fidelity } = model(bytes);
    expect(decode(writeModel(read))).toBe(decode(bytes));
    expect(fidelity).toBe('exact');
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

describe('templates that were edited by hand', () => {
  const plain = decode(own('containers.tb7'));
  const template = (text: string) => {
    const read = readTemplate(encode(text));
    if (!read.ok) throw new Error(refusalWords(read.error));
    return read.value;
  };

  it('identifiers on lines of their own lose the line breaks, texts keep theirs', () => {
    const broken = plain.replace(
      /<(ID|Id|ParentElement|Category|Name)>([^<]+)</g,
      '<$1>\r\n        $2\r\n      <',
    );
    const read = template(broken);
    const ids = (t: Template) => [
      ...t.standardElements.map(({ id, parentId, attributes }) => [
        id,
        parentId,
        ...attributes.map(({ name }) => name),
      ]),
      ...t.threatTypes.map(({ id, categoryId }) => [id, categoryId]),
    ];
    expect(ids(read.template)).toEqual(ids(template(plain).template));
    expect(read.template.standardElements[0]?.name).toMatch(/^\n {8}\S.*\n {6}$/);
    expect(read.warnings).toHaveLength(1);
    expect(read.warnings.map(repairWords).join()).toMatch(/White space around identifiers/);
  });

  it('white space that lays out an element inside a text is no text', () => {
    const odd = plain.replace('<Exclude />', '<Exclude><More>1</More></Exclude>');
    expect(odd).not.toBe(plain);
    const { template: read } = template(odd);
    expect(template(decode(writeTemplate(read))).template).toEqual(read);
  });

  it('what a manifest holds beyond its four attributes is kept', () => {
    const odd = plain.replace(
      /<Manifest ([^>]*) \/>/,
      '<Manifest $1 extra="1" xmlns:p1="urn:x" p1:other="2">\r\n    <Icon size="1">x</Icon>\r\n  </Manifest>',
    );
    expect(odd).not.toBe(plain);
    const read = template(odd);
    expect(decode(writeTemplate(read.template))).toBe(odd);
    expect(read.warnings.map(repairWords)).toEqual([
      'Unknown attribute "extra" is kept as it is',
      'Unknown attribute "other" is kept as it is',
      'Unknown element <Icon> is kept as it is',
    ]);
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

describe('fuzzing', () => {
  it('random texts in the documents come back as they were', () => {
    const original = model(encode(SAMPLE.replace(/(<a:ImageSource>)[^<]*/g, '$1'))).model;
    const text = fc
      .string({ unit: 'binary', maxLength: 60 })
      .filter((value) => !/[\uD800-\uDFFF\uFDD0-\uFDEF]/.test(value));
    fc.assert(
      fc.property(text, text, fc.integer({ min: -2147483648, max: 2147483647 }), (owner, note, id) => {
        const odd: Model = {
          ...original,
          information: { ...original.information, owner },
          notes: [{ id, message: note, date: '2026-01-02T03:04:05', addedBy: owner }],
        };
        const read = model(writeModel(odd));
        expect(read.model.information.owner).toBe(owner);
        expect(read.model.notes).toEqual(odd.notes);
        expect(read.fidelity).toBe('exact');
      }),
      { numRuns: 25 },
    );
  });

  it('mutated files end in a document or in an error with a place', () => {
    const bytes = encode(SAMPLE.replace(/<a:ImageSource>[^<]*/g, '<a:ImageSource>'));
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat(bytes.length - 1), byte: fc.nat(255) }), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.option(fc.nat(bytes.length)),
        (changes, cut) => {
          const mutated = bytes.slice(0, cut ?? bytes.length);
          for (const { at, byte } of changes) if (at < mutated.length) mutated[at] = byte;
          const read = readFile(mutated);
          if (read.ok) expect(saveBytes(read.value)).toBe(mutated);
          else expect(read.error.place.line).toBeGreaterThan(0);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('random bytes are refused with a place', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const read = readFile(bytes);
        expect(!read.ok && read.error.place.line).toBeGreaterThan(0);
      }),
    );
  });
});

const SHARED = path.join(ROOT, '..', 'shared');
const files = (folder: string): string[] =>
  existsSync(path.join(SHARED, folder))
    ? readdirSync(path.join(SHARED, folder))
        .filter((name) => /\.t[mb]7$/.test(name))
        .map((name) => path.join(SHARED, folder, name))
    : [];
const hasCorpus = existsSync(path.join(SHARED, 'corpus'));
if (!hasCorpus) console.warn(`SKIPPED: byte identity on real files, because ${SHARED}/corpus is not there`);

describe.runIf(hasCorpus)('real files', () => {
  const tools = [...files('corpus/models'), ...files('seed')];
  it.each(tools.filter((file) => file.endsWith('.tm7')))('%s is written byte for byte', (file) => {
    const read = model(bytesOf(file));
    expect(read.fidelity).toBe('exact');
    expect(read.warnings).toEqual([]);
  });

  it.each([...tools, ...files('corpus/templates'), ...files('corpus/other-writers')])(
    '%s keeps its bytes',
    (file) => {
      const read = readFile(bytesOf(file));
      expect(read.ok && same(saveBytes(read.value), bytesOf(file))).toBe(true);
    },
  );

  it.each([
    ...tools,
    ...['templates', 'other-writers', 'cases', 'broken'].flatMap((folder) => files(`corpus/${folder}`)),
  ])('%s, written by the rules, reads back as the same document', (file) => {
    const read = readFile(bytesOf(file));
    if (!read.ok) return;
    const opened = read.value;
    if (opened.format === 'tb7') {
      expect(unreadable(writeTemplate(opened.template), opened.template)).toBeNull();
      return;
    }
    const { model: document } = opened;
    expect(unreadable(writeModel(document), document)).toBeNull();
    expect(unreadable(writeTemplate(document.template), document.template)).toBeNull();
    const edit = regenerate(document);
    expect(unreadable(writeModel(edit), edit)).toBeNull();
  });

  it.each(files('corpus/other-writers'))('%s opens with warnings that say a place', (file) => {
    const { warnings } = model(bytesOf(file));
    expect(warnings.length).toBeGreaterThan(0);
    for (const warning of warnings) expect(warning.place?.line).toBeGreaterThan(0);
  });

  it.each(files('corpus/broken'))('%s is refused or opened with warnings', (file) => {
    const read = readFile(bytesOf(file));
    expect(read.ok ? read.value.warnings.length : refusalWords(read.error).length).toBeGreaterThan(0);
  });
});
