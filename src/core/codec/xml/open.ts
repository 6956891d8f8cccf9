import { Refusal } from '../places.ts';
import type { Asked, Sureness } from '../port.ts';
import { type Decoded, decodeText, roughText } from '../text.ts';
import { parseXml, type XmlFile } from './tree.ts';

/** The roots of the documents that are read as XML, and what they are. */
const ROOTS = { ThreatModel: 'threat model', KnowledgeBase: 'template' } as const;

export type RootName = keyof typeof ROOTS;

/** An XML file of the wanted root, and the outer form that it had. */
export interface OpenedXml {
  readonly file: XmlFile;
  readonly form: Decoded;
}

/** About how much of the time of a reading the parser takes; the tables have the rest. */
const PARSING = 0.75;

/**
 * Decodes and parses a file that has to have this root.
 * @throws Refusal with place and cause, when the text, the XML or the root is wrong
 */
export function openXml(bytes: Uint8Array, wanted: RootName, { limits, progress }: Asked): OpenedXml {
  const form = decodeText(bytes);
  const file = parseXml(form.text, limits, (share) => progress(PARSING * share));
  const { root, placeOf } = file;
  if (root.name === wanted) return { file, form };
  const isKnown = Object.hasOwn(ROOTS, root.name);
  throw new Refusal({
    cause: 'wrong-root',
    place: placeOf(root),
    params: isKnown ? { what: 'unwanted', root: root.name, wanted } : { what: 'other', root: root.name },
  });
}

/** How sure a file is XML of this root. What begins with a tag may be: reading it tells. */
export function sniffXml(head: Uint8Array, wanted: RootName): Sureness {
  const text = roughText(head);
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++;
    if (at >= text.length) return at === 0 ? 'no' : 'possible';
    if (text[at] !== '<') return 'no';
    const end = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : null;
    if (end === null) break;
    const found = text.indexOf(end, at);
    // The root stands behind what is in sight.
    if (found < 0) return 'possible';
    at = found + end.length;
  }
  const root = /^<(?:[^\s<>/:]+:)?([^\s<>/:]+)[\s/>]/.exec(text.slice(at, at + 200))?.[1];
  return root === wanted ? 'certain' : 'possible';
}

/**
 * The line end behind the last tag, which web editors and git leave there; it is carried. Undefined when nothing or
 * anything else stands there.
 */
export function lineEndBehind(text: string): '\n' | '\r\n' | undefined {
  if (text.endsWith('>\n')) return '\n';
  return text.endsWith('>\r\n') ? '\r\n' : undefined;
}
