import { laterWords } from '../words/later.ts';
import { SIGN_LOOKS, type Sign } from './signs.ts';

/** A sign as a mark beside a text; its form says what its colour says. */
export function SignMark({ sign }: { readonly sign: Sign }) {
  const { outline, glyph } = SIGN_LOOKS[sign];
  return (
    <svg
      className={`sign-mark sign-${sign}`}
      viewBox="0 0 16 16"
      role="img"
      aria-label={laterWords.compare.signs[sign]}
    >
      <path className="sign-outline" d={outline} />
      <path className="sign-glyph" d={glyph} />
    </svg>
  );
}
