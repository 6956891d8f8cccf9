import { type Said, say } from '../entry.ts';
import { counted } from './plurals.ts';

/** What a repair puts for a value that is missing. */
const standIns = {
  nothing: 'nothing',
  empty: 'an empty one',
  value: ({ value }: { value: string }) => value,
  'middle-of-line': 'the middle of the line',
  'port-place': 'the place of its port',
  'next-number': 'the next one',
};

interface Used {
  /** The element that should hold the value. */
  readonly name: string;
  readonly used: Said<typeof standIns>;
}

const FOREIGN = 'which the format does not have';

/** What a reader repaired, or could only carry along. Names and values in it come from the file. */
export const repairs = {
  'other-namespace': "Elements in another XML namespace than the format's are read all the same",
  'other-root-namespace':
    "The root element stands in another XML namespace than the format's; it is read all the same",
  'utf-16': `The file is in UTF-16, ${FOREIGN}`,
  'byte-order-mark': `The file begins with a byte order mark, ${FOREIGN}`,
  'xml-declaration': `The file begins with an XML declaration, ${FOREIGN}`,
  formatted: `The file was laid out by a formatter, with white space between its elements, ${FOREIGN}`,
  'unknown-element': ({ name }: { name: string }) => `Unknown element <${name}> is kept as it is`,
  'repeated-element': ({ name }: { name: string }) =>
    `Repeated or foreign element <${name}> is kept as it is`,
  'unknown-entry': ({ name }: { name: string }) => `Unknown entry <${name}> is kept as it is`,
  'unknown-attribute': ({ name }: { name: string }) => `Unknown attribute "${name}" is kept as it is`,
  'unknown-property': ({ type }: { type: string }) =>
    `Properties of the unknown sort "${type}" are kept as they are`,
  'unknown-value': ({ name, value, used }: { name: string; value: string; used: string }) =>
    `"${value}" is no known ${name}: it is kept, and treated as ${used}`,
  'text-between': 'Text between elements is not part of the format and was left out',
  'out-of-order': ({ name }: { name: string }) =>
    `<${name}> is not where the format has it; it is read all the same`,
  'missing-member': ({ name, parent, used }: Used & { parent: string }) =>
    `<${name}> is missing in <${parent}>: ${say(standIns, used)} is used`,
  'missing-attribute': ({ name, parent }: { name: string; parent: string }) =>
    `The attribute "${name}" is missing in <${parent}>`,
  nil: ({ name, used }: Used) => `<${name}> is empty (nil): ${say(standIns, used)} is used`,
  'not-nil': ({ name }: { name: string }) =>
    `<${name}> is marked as empty (nil) but holds something, which is read`,
  'no-number': ({ name, used }: Used) => `<${name}> holds no number: ${say(standIns, used)} is used`,
  'no-truth': ({ name, used }: Used) =>
    `<${name}> holds neither true nor false: ${say(standIns, used)} is used`,
  'no-guid': ({ name }: { name: string }) => `<${name}> holds no guid; it is kept as it is`,
  'decimal-comma': 'Numbers with a decimal comma are read as if it were a point',
  fraction: 'Numbers with a fraction or in another spelling are read as whole numbers',
  'truth-spelling': 'Yes-or-no values in another spelling are written as true and false',
  'guid-spelling': 'Guids in another spelling are written in small letters, without braces',
  'space-around-text': 'White space that a formatter put around texts is left out',
  'space-around-id': 'White space around identifiers and numbers is left out',
  'missing-guid': 'A record without a guid gets a new one',
  'repeated-guid': 'A guid occurs twice: the later record gets a new one',
  'guid-not-key': ({ counts }: { counts: 'key' | 'guid' }) =>
    `An element's guid differs from its key; ${counts === 'key' ? 'the key counts, because others use it' : 'the guid counts'}`,
  'repeated-threat-key': 'The key of a threat occurs twice: the later threat gets another one',
  'repeated-threat-id': 'The id of a threat occurs twice: the later threat gets the next free one',
  'entry-without-key': 'Entries without a key get the one that their content gives',
  'entry-name': ({ name, readAs }: { name: string; readAs: string }) =>
    `Entries named <${name}> are read as <${readAs}>`,
  'value-without-type': 'A value without a type (i:type), which the Windows tool refuses, gets one',
  'value-type-namespace':
    'The types of values stand in no or another XML namespace; they are written as the format has them',
  'value-type': ({ type, writtenAs }: { type: string; writtenAs: string }) =>
    `A value of the type "${type}" is written as ${writtenAs}, as the format has it`,
  more: ({ places }: { places: number }) =>
    `There ${places === 1 ? 'is' : 'are'} ${counted(places, { one: 'more place', other: 'more places' })} that ${places === 1 ? 'was' : 'were'} repaired or carried`,
};

/** A repair that was made in several places, told once. */
export const places = ({ text, count }: { text: string; count: number }): string =>
  count === 1 ? text : `${text} (${count} places, this is the first)`;
