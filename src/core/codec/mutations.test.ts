import { describe, expect, it } from 'vitest';
import { inputOf, ownBases, textOf } from './testing/fuzz/inputs.ts';
import { judgedFile } from './testing/fuzz/laws.ts';
import { marksIn } from './testing/fuzz/mutations.ts';
import { smallest } from './testing/fuzz/smallest.ts';

/** A short run of `npm run fuzz`, of our own files alone: the same inputs on every machine. */
const RUNS = 25;

const [first, ...others] = ownBases();
if (first === undefined) throw new Error('There is no file to start from');

describe('files that were changed anyhow', () => {
  it.each([first, ...others].map((base) => ({ ...base, base })))(
    '$name is read or refused, written and read as the same',
    ({ base }) => {
      expect(base.judged(base.text)).toEqual({ read: true, fault: undefined });
      let read = 0;
      for (let seed = 0; seed < RUNS; seed++) {
        const input = inputOf(seed, [base]);
        const verdict = base.judged(textOf(input));
        if (verdict.fault !== undefined) {
          throw new Error(
            `seed ${seed}: ${JSON.stringify({ ...verdict.fault, input: smallest(input, verdict.fault) })}`,
          );
        }
        if (verdict.read) read++;
      }
      // Changes that leave nothing to read would prove nothing.
      expect(read).toBeGreaterThan(RUNS / 10);
    },
  );

  it('are the same for the same number', () => {
    const texts = (seed: number): string => textOf(inputOf(seed, [first, ...others]));
    for (let seed = 0; seed < 20; seed++) expect(texts(seed)).toBe(texts(seed));
    expect(new Set(Array.from({ length: 50 }, (_, seed) => texts(seed))).size).toBeGreaterThan(45);
  });
});

describe('the laws', () => {
  const named = (name: string) => [first, ...others].find((base) => base.name === name)?.text ?? '';

  it('see what is foreign', () => {
    const mark = 'mark-0123456789abcdef';
    const element = `<q:F xmlns:q="urn:fuzz">${mark}</q:F>`;
    expect(marksIn(element)).toEqual([mark]);
    expect(marksIn(`<!--${element}--><x xmlns:q="urn:fuzz" q:m="${mark}"/>`)).toEqual([mark]);
    expect(marksIn(`<![CDATA[${element}]]>`)).toEqual([]);
    const file = named('every construct, G7').replace('<Version>', `${element}<Version>`);
    expect(marksIn(file)).toEqual([mark]);
    expect(judgedFile(file)).toEqual({ read: true, fault: undefined });
  });

  it('find the smallest input of a fault', () => {
    const broken = {
      ...first,
      judged: (text: string) =>
        text.includes('<Owner')
          ? { read: true, fault: { law: 'nothing is thrown' as const, detail: '' } }
          : { read: true, fault: undefined },
    };
    const input = inputOf(3, [broken]);
    const small = smallest(input, { law: 'nothing is thrown', detail: '' });
    expect(small).toContain('<Owner');
    expect(small.length).toBeLessThan(first.text.length / 20);
  });
});

/** What long runs found, as small as it became. */
describe('past failures', () => {
  const K = 'xmlns:b="http://schemas.datacontract.org/2004/07/ThreatModeling.KnowledgeBase"';
  const ARRAYS = 'xmlns:a="http://schemas.microsoft.com/2003/10/Serialization/Arrays"';
  const I = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance"';
  const ABSTRACTS = 'xmlns="http://schemas.datacontract.org/2004/07/ThreatModeling.Model.Abstracts"';
  const surface = (inner: string): string =>
    `<ThreatModel ${I}><DrawingSurfaceList><DrawingSurfaceModel>${inner}</DrawingSurfaceModel></DrawingSurfaceList></ThreatModel>`;
  const line = (inner: string): string =>
    surface(
      `<Lines ${ARRAYS}><a:KeyValueOfguidanyType><a:Value>${inner}</a:Value></a:KeyValueOfguidanyType></Lines>`,
    );

  it.each([
    ['a section behind a text that is carried', line('<PortSource>East<![CDATA[x]]></PortSource>')],
    ['a comment in a text that is carried', line('<PortSource>Ea<!-- -->stern</PortSource>')],
    [
      'a diagram that is nil',
      `<ThreatModel ${I}><DrawingSurfaceList><DrawingSurfaceModel i:nil="true"/><DrawingSurfaceModel i:nil="true"/></DrawingSurfaceList></ThreatModel>`,
    ],
    [
      'an element in the name of a property of no known sort',
      surface(
        `<Properties ${ARRAYS}><a:anyType ${K}><b:DisplayName><Value/></b:DisplayName></a:anyType></Properties>`,
      ),
    ],
    ...[':a:ArrayOfstring', 'a:', ':', 'a:b:ArrayOfstring'].map((type): [string, string] => [
      `the type ${type}, which is no name, of a value that is carried`,
      surface(
        `<Borders ${ARRAYS}><a:KeyValueOfguidanyType><a:Value><Properties ${ABSTRACTS}><a:anyType ${K}><b:Value i:type="${type}"></b:Value></a:anyType></Properties></a:Value></a:KeyValueOfguidanyType></Borders>`,
      ),
    ]),
    [
      'a declaration before the type of what is carried',
      line(
        `<Properties><a:anyType xmlns:a="urn:a" i:type="b:HeaderDisplayAttribute" ${K}></a:anyType></Properties>`,
      ),
    ],
    [
      'a type in the default namespace of what is carried',
      `<ThreatModel xmlns="http://schemas.datacontract.org/2004/07/ThreatModeling.Model" ${I}><q:Future xmlns:q="urn:q" i:type="Thing"/><KnowledgeBase></KnowledgeBase></ThreatModel>`,
    ],
    [
      'a prefix that nobody declared and that the writer gives away',
      surface(
        `<q:W xmlns:q="urn:q"><Properties ${ARRAYS}><a:anyType ${K}><b:Value i:type="c:string"/></a:anyType></Properties></q:W>`,
      ),
    ],
    [
      'a carriage return before an id of a template',
      '<KnowledgeBase><ThreatCategories><ThreatCategory><Id>&#xD;T</Id></ThreatCategory></ThreatCategories></KnowledgeBase>',
    ],
    [
      'a carriage return behind the parent of a type',
      '<KnowledgeBase><StandardElements><ElementType><ParentElement>GE.P&#xD;</ParentElement></ElementType></StandardElements></KnowledgeBase>',
    ],
    [
      'a carriage return in a template',
      '<KnowledgeBase><ThreatMetaData><PropertiesMetaData><ThreatMetaDatum><Label>Title&#xD;</Label></ThreatMetaDatum></PropertiesMetaData></ThreatMetaData></KnowledgeBase>',
    ],
  ])('%s', (_, file) => expect(judgedFile(file)).toEqual({ read: true, fault: undefined }));
});
