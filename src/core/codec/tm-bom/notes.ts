import type { ModelInformation } from '../../document/index.ts';
import { type Json, recordIn, recordsIn, textIn } from '../json.ts';
import { inWords } from '../names.ts';
import { plainText } from '../plain-text.ts';
import { ATTACKER, assumptionsOf, SCOPE, VERSION } from './facts.ts';

/** Members that have a place elsewhere, or that only name a thing. */
const SAID = new Set(['symbolic_name', 'title', 'description', 'threats', '$schema', 'source']);

/** What a file says that no element, flow or threat holds: a note for each thing. */
export function notesOf(file: Json): readonly string[] {
  const { title: _, ...scope } = recordIn(file['scope']);
  const about = Object.entries(file).filter(([, value]) => typeof value !== 'object');
  return [
    lines('About', Object.fromEntries([...about, ...Object.entries(scope)])),
    ...recordsIn(file['trust_boundaries']).flatMap(({ trust_zone_a, trust_zone_b, ...more }) =>
      Object.keys(more).length === 0
        ? []
        : [lines(`Trust boundary: ${textIn(trust_zone_a)} to ${textIn(trust_zone_b)}`, more)],
    ),
    ...recordsIn(file['data_sets']).map((one) => told('Data set', one)),
    ...recordsIn(file['threat_personas']).map((one) => told('Threat persona', one)),
    ...recordsIn(file['risks']).map((one) => told('Risk', one)),
  ].filter((text) => text.includes('\n'));
}

const told = (sort: string, json: Json): string =>
  [lines(`${sort}: ${textIn(json['title'])}`, json), plainText(json['description'])]
    .filter((text) => text !== '')
    .join('\n');

function lines(head: string, json: Json): string {
  const said = Object.entries(json).flatMap(([name, value]) => {
    const text = SAID.has(name) ? '' : plainText(value);
    return text === '' ? [] : [`${inWords(name)}: ${text}`];
  });
  return [head, ...said].join('\n');
}

/** A file of our own export without what we write into each: what is left was added or changed in another program. */
export function withoutOurs({ version, scope, threat_personas, ...file }: Json): Json {
  const isSame = (a: unknown, b: unknown): boolean => plainText(a) === plainText(b);
  const ours: Json = SCOPE;
  return {
    ...file,
    ...(isSame(version, VERSION) ? {} : { version }),
    scope: Object.fromEntries(
      Object.entries(recordIn(scope)).filter(([name, value]) => !isSame(value, ours[name])),
    ),
    threat_personas: recordsIn(threat_personas).filter((one) => {
      const wanted: Json = ATTACKER;
      const names = new Set([...Object.keys(one), ...Object.keys(wanted)]);
      return ![...names].every((name) => isSame(one[name], wanted[name]));
    }),
  };
}

/** The texts of a model; those of our own export that no member of the format holds, or that nobody changed, are its. */
export function informationIn(file: Json, own: Json): Partial<Omit<ModelInformation, 'carried'>> {
  const { title, description } = recordIn(file['scope']);
  const texts = ['owner', 'reviewer', 'contributors', 'externalDependencies'].flatMap((name) =>
    textIn(own[name]) === '' ? [] : [[name, textIn(own[name])]],
  );
  const assumptions = recordsIn(file['assumptions']).map(({ description: text, validity }) => {
    const word = plainText(validity);
    return word === '' || word === 'unconfirmed' ? plainText(text) : `${plainText(text)} (${word})`;
  });
  const before = textIn(own['assumptions']);
  const isAsWritten = assumptionsOf(before).join('\n') === assumptions.join('\n');
  return {
    ...Object.fromEntries(texts),
    name: textIn(title),
    description: [textIn(description), plainText(file['description'])]
      .filter((text) => text !== '')
      .join('\n'),
    assumptions: isAsWritten ? before : assumptions.join('\n'),
  };
}
