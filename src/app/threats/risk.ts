import { RISK_LEVELS } from '../../core/document/index.ts';

/** The address that a text is, where a browser may open it; undefined for anything else. Files are hostile. */
export function openable(text: string): string | undefined {
  const plain = text.trim();
  if (!/^https?:\/\/[^\s]+$/i.test(plain) || !URL.canParse(plain)) return undefined;
  const { href, protocol, username, password } = new URL(plain);
  // A name in front of the host makes another host look like the one that is named.
  const plainHost = username === '' && password === '';
  return plainHost && (protocol === 'https:' || protocol === 'http:') ? href : undefined;
}

/** Whether a text is a day as ISO 8601 writes it. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && dayOf(Date.parse(text)) === text;

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Likelihood times impact, 1 to 9, and its word; null until both are said. */
export function riskLevel(
  likelihood: string,
  impact: string,
): { readonly product: number; readonly word: 'low' | 'medium' | 'high' } | null {
  const [first, second] = [RISK_LEVELS.indexOf(likelihood) + 1, RISK_LEVELS.indexOf(impact) + 1];
  const product = first * second;
  if (product === 0) return null;
  return { product, word: product >= 6 ? 'high' : product >= 3 ? 'medium' : 'low' };
}
