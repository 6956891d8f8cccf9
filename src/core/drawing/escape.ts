import { isPlainText, withFewMarks } from '../base/index.ts';

/** Characters that XML does not allow: control characters, halves of pairs, and the two that are none. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for element content and quoted attributes of HTML and SVG alike; browsers do not get over endless marks. */
export function escapeMarkup(text: string): string {
  const allowed = isPlainText(text) ? text : withFewMarks(text.replace(FORBIDDEN, ''));
  return allowed.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
