import { load, YAMLException } from 'js-yaml';
import { checkSize, parseJson } from './json.ts';
import { type Limits, Refusal } from './places.ts';
import { decodeText } from './text.ts';
import { tooLarge } from './too-large.ts';

/** A YAML file larger than this is refused, in bytes (16 MiB): reading one takes far longer than JSON. */
const MOST_BYTES = 16 * 1024 * 1024;
/** References (`*name`) in one file: more are made to be unfolded. */
const MOST_ALIASES = 1000;

/** The value of a file that is JSON where it begins so, else YAML, which may begin so, too (`{otmVersion: 0.2.0}`). */
export function parseJsonOrYaml(bytes: Uint8Array, limits: Limits): unknown {
  const { text } = decodeText(bytes);
  if (!/^\uFEFF?\s*[{[]/.test(text)) return parseYaml(text, bytes.length, limits);
  try {
    return parseJson(bytes, limits);
  } catch (refusal) {
    // A record of YAML has a name without quotes somewhere.
    if (!/[{,]\s{0,99}[A-Za-z_][\w-]{0,99}\s{0,99}:/.test(text)) throw refusal;
    try {
      return parseYaml(text, bytes.length, limits);
    } catch {
      throw refusal;
    }
  }
}

/**
 * The value of a YAML text: plain data of YAML's core schema, without types of its own, of which the last of two members
 * of one name counts.
 * @throws Refusal with the place when it is none, or is deeper, larger or has more values than the limits
 */
function parseYaml(text: string, size: number, limits: Limits): unknown {
  if (size > MOST_BYTES) throw new Refusal(tooLarge(MOST_BYTES));
  const value = loaded(text.replace(/^\uFEFF/, ''), limits);
  checkSize(value, limits);
  return value;
}

/** Lines that are indented too little and are repaired: each costs a reading of the whole text. */
const MOST_REPAIRS = 20;

function loaded(text: string, limits: Limits, repairs = 0): unknown {
  try {
    return load(text, { json: true, maxDepth: limits.depth, maxAliases: MOST_ALIASES });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { line = 0, column = 0 } = error.mark ?? {};
    // Older parsers take a quoted text whose lines are indented less than its member, and the standard's own example has one.
    if (error.reason === 'deficient indentation' && repairs < MOST_REPAIRS)
      return loaded(withIndentation(text, line), limits, repairs + 1);
    const place = { line: line + 1, column: column + 1, path: '' };
    throw new Refusal({ cause: 'bad-yaml', params: { said: error.reason }, place });
  }
}

/** The text with a line as far right as the one before it: inside of quotes that is all the same. */
function withIndentation(text: string, line: number): string {
  const lines = text.split('\n');
  const before = /^\s*/.exec(lines[line - 1] ?? '')?.[0] ?? '';
  lines[line] = `${before} ${(lines[line] ?? '').trimStart()}`;
  return lines.join('\n');
}
