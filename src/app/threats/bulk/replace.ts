import { THREAT_TEXT, type Threat, type ThreatKey, threatProperty } from '../../../core/document/index.ts';

/** What is looked for, as plain text, and what comes in its place. */
export interface Replacement {
  readonly find: string;
  readonly replacement: string;
  readonly matchCase: boolean;
}

/** A justification with what is found in it. */
export interface Found {
  readonly threat: Threat;
  readonly before: string;
  readonly after: string;
  /** Places where it is found. */
  readonly places: number;
}

const SPECIAL = /[\\^$.*+?()[\]{}|]/g;

/** Matches the text wherever it stands; letters in any case unless the case counts. In linear time. */
const patternOf = ({ find, matchCase }: Replacement): RegExp =>
  new RegExp(find.replace(SPECIAL, '\\$&'), matchCase ? 'gu' : 'giu');

/** The justifications in which a text is found, in the order of the threats. Nothing is found of an empty text. */
export function foundIn(
  threats: readonly Threat[],
  keys: ReadonlySet<ThreatKey>,
  wanted: Replacement,
): readonly Found[] {
  if (wanted.find === '') return [];
  const pattern = patternOf(wanted);
  return threats.flatMap((threat) => {
    if (!keys.has(threat.key)) return [];
    const before = threatProperty(threat, THREAT_TEXT.justification) ?? '';
    let places = 0;
    const after = before.replace(pattern, () => {
      places += 1;
      return wanted.replacement;
    });
    return places === 0 ? [] : [{ threat, before, after, places }];
  });
}

/** A piece of a justification: one that stays, or one that goes for another. */
export type Piece = { readonly kept: string } | { readonly gone: string; readonly come: string };

/** Letters that are shown around what is found. */
const AROUND = 32;

/** A justification as it is shown beforehand: what goes and comes, with some of the text around it. */
export function piecesOf(text: string, wanted: Replacement): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(patternOf(wanted))) {
    const kept = shortened(text.slice(at, match.index), pieces.length === 0 ? 'start' : 'middle');
    pieces.push({ kept }, { gone: match[0], come: wanted.replacement });
    at = match.index + match[0].length;
  }
  pieces.push({ kept: shortened(text.slice(at), 'end') });
  return pieces.filter((piece) => !('kept' in piece) || piece.kept !== '');
}

function shortened(text: string, place: 'start' | 'middle' | 'end'): string {
  const letters = [...text];
  if (letters.length <= AROUND * 2) return text;
  const first = place === 'start' ? '' : letters.slice(0, AROUND).join('');
  const last = place === 'end' ? '' : letters.slice(-AROUND).join('');
  return `${first}…${last}`;
}
