import { err, ok, type Result } from '../base/index.ts';
import type { FilterError } from './expression.ts';

export type TokenKind = 'word' | 'text' | 'display' | 'open' | 'close' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** A word as written, the inside of `'…'` or `[…]`, otherwise the sign itself. */
  readonly text: string;
  readonly start: number;
  readonly length: number;
}

/** Characters of the longest filter that is read: a hundred times the longest one seen. */
export const MAX_FILTER_LENGTH = 262_144;

const BLANK = /\s+/y;
// A keyword, or a subject with a property behind a dot; a dot may end it before `[Display Name]`.
const WORD = /[A-Za-z0-9_.-]+/y;

/** Splits a filter into tokens; the last one is `end`. */
export function tokenize(source: string): Result<readonly Token[], FilterError> {
  if (source.length > MAX_FILTER_LENGTH) {
    return err({
      code: 'too-long',
      params: { limit: MAX_FILTER_LENGTH },
      position: 0,
      length: 0,
    });
  }
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0];
  };
  while (at < source.length) {
    const blank = match(BLANK);
    if (blank !== undefined) {
      at += blank.length;
      continue;
    }
    const sign = source.charAt(at);
    const word = match(WORD);
    if (word !== undefined) {
      tokens.push({ kind: 'word', text: word, start: at, length: word.length });
      at += word.length;
    } else if (sign === '(' || sign === ')') {
      tokens.push({ kind: sign === '(' ? 'open' : 'close', text: sign, start: at, length: 1 });
      at += 1;
    } else if (sign === "'" || sign === '[') {
      const close = source.indexOf(sign === "'" ? "'" : ']', at + 1);
      if (close < 0) {
        const code = sign === "'" ? 'open-quote' : 'open-name';
        return err({ code, position: at, length: source.length - at });
      }
      const kind = sign === "'" ? 'text' : 'display';
      tokens.push({ kind, text: source.slice(at + 1, close), start: at, length: close + 1 - at });
      at = close + 1;
    } else {
      const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
      return err({
        code: 'unexpected-character',
        params: { character },
        position: at,
        length: character.length,
      });
    }
  }
  tokens.push({ kind: 'end', text: '', start: source.length, length: 0 });
  return ok(tokens);
}
