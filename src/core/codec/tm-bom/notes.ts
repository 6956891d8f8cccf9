import type { ModelInformation } from '../../document/index.ts';
import { type Json, recordIn, recordsIn, textIn } from '../json.ts';
import { inWords } from '../names.ts';
import { plainText } from '../plain-text.ts';
import { ATTACKER, assumptionsOf, EXTENSION, VERSION } from './facts.ts';
import { LIKELIHOOD } from './risks.ts';
import { isScopeNote, restOfScope, scopeNoteOf } from './scope.ts';

/** Members that have a place elsewhere, or that only name a thing. */
const SAID = new Set(['symbolic_name', 'title', 'description', 'threats', '$schema', 'source']);

/** What a file says that no element, flow or threat holds: a note for each thing, behind those of our own export. */
export function allNotesOf(file: Json): readonly string[] {
  const { notes } = recordIn(recordIn(file['extensions'])[EXTENSION]);
  const ours = Array.isArray(notes) ? notes.map(textIn) : null;
  const scope = scopeNoteOf(recordIn(file['scope']), ours);
  return [
    ...(ours ?? []).filter((note) => scope === '' || !isScopeNote(note)),
    ...(scope === '' ? [] : [scope]),
    ...notesOf(ours === null ? file : withoutOurs(file)),
  ];
}

function notesOf(file: Json): readonly string[] {
  const { title: _, ...scope } = restOfScope(file['scope']);
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
function withoutOurs({ version, threat_personas, risks, ...file }: Json): Json {
  const isSame = (a: unknown, b: unknown): boolean => plainText(a) === plainText(b);
  const { named } = recordIn(recordIn(file['extensions'])[EXTENSION]);
  const known = new Set(
    Object.values(recordIn(named)).flatMap((own) => textIn(recordIn(recordIn(own)['risk'])['name']) || []),
  );
  return {
    ...file,
    ...(isSame(version, VERSION) ? {} : { version }),
    risks: recordsIn(risks).filter(
      ({ symbolic_name, likelihood }) => !known.has(textIn(symbolic_name)) || likelihood !== LIKELIHOOD.word,
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
