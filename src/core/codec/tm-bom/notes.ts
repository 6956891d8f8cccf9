import { type Json, recordIn, recordsIn, textIn } from '../json.ts';
import { inWords } from '../names.ts';
import { plainText } from '../plain-text.ts';

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
