import { sha256 } from '@noble/hashes/sha2.js';

/**
 * The search of an exported HTML report: the one script that its policy lets run, known by its hash. It makes its own
 * field, so that where scripts do not run there is none, and it only hides and shows what is there.
 */
export const SEARCH_SCRIPT = `(() => {
const nav = document.querySelector('nav');
if (nav === null) return;
const field = document.createElement('input');
field.type = 'search';
field.className = 'find';
field.placeholder = 'Find in the threats';
field.setAttribute('aria-label', 'Find in the threats');
const said = document.createElement('p');
said.className = 'found';
said.setAttribute('role', 'status');
nav.prepend(field, said);
const textOf = (part) => ((part.closest('.interaction')?.querySelector('h3').textContent ?? '') + ' ' + part.textContent).toLowerCase();
let texts;
field.addEventListener('input', () => {
  texts ??= [...document.querySelectorAll('.threat, .register tbody tr')].map((part) => [part, textOf(part)]);
  const wanted = field.value.toLowerCase().split(/\\s+/).filter((word) => word !== '');
  let found = 0;
  for (const [part, text] of texts) {
    const fits = wanted.every((word) => text.includes(word));
    part.hidden = !fits;
    if (fits && part.tagName === 'ARTICLE') found += 1;
  }
  for (const group of document.querySelectorAll('.interaction'))
    group.hidden = wanted.length > 0 && group.querySelector('.threat:not([hidden])') === null;
  said.textContent = wanted.length === 0 ? '' : found + (found === 1 ? ' threat' : ' threats');
});
})();`;

/** Of what runs the program, in a browser as elsewhere. */
declare function btoa(bytes: string): string;

/** The source of scripts that a policy names to let exactly this one run. */
export const searchSource = (): string => {
  const bytes = Uint8Array.from(SEARCH_SCRIPT, (sign) => sign.charCodeAt(0));
  return `'sha256-${btoa(String.fromCharCode(...sha256(bytes)))}'`;
};
