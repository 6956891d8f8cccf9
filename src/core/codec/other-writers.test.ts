import { describe, expect, it } from 'vitest';
import type { Element, Line, Model, Template } from '../document/index.ts';
import { regenerate } from '../engine/index.ts';
import { refusalWords, repairWords } from '../words/later.ts';
import { fidelityOf, readTemplate, writeModel, writeTemplate } from './index.ts';
import { decode, edited, encode, model, own, SAMPLE, same } from './testing/files.ts';

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
    expect(fidelityOf(read)).toBe('normalised');
    expect(read.model).toEqual(model(encode(SAMPLE)).model);
    expect(same(writeModel(read.model), encode(SAMPLE))).toBe(true);
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
