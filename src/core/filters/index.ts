export {
  type Atom,
  type Expression,
  type FilterError,
  isAtom,
  type Span,
  type Subject,
  walk,
} from './expression.ts';
export { MAX_FILTER_LENGTH, type Token, type TokenKind, tokenize } from './lexer.ts';
export { parseFilter } from './parser.ts';
export { printFilter } from './print.ts';
export { type AtomChange, rewritten } from './rewrite.ts';
