import type { Diagram, Line } from './model.ts';
import { DATAFLOW_ORDER, displayName, findProperty, propertyText } from './queries.ts';

/** A flow in the order in which people tell a diagram. */
export interface NumberedFlow {
  readonly flow: Line;
  /** As a person wrote it (`1.2`, `3a`), else the next one that is free. */
  readonly number: string;
}

/** A number that a person wrote: `1.2a` has the parts 1 and 2 and the letter. */
interface Written {
  readonly text: string;
  readonly parts: readonly number[];
  readonly letter: string;
}

const NUMBER = String.raw`(\d{1,4}(?:\.\d{1,4}){0,2})([a-z]?)`;

/** The whole value of `Dataflow Order`. */
const VALUE = new RegExp(`^\\s*${NUMBER}\\s*$`, 'i');
/** The rest of a range: `5 - 10 MB`. */
const RANGE = String.raw`\s*[-–—]\s*\d`;
/** A name whose number is set off: `1. Login`, `2) …`, `(3) …`, `5 - …`; no time, address or range. */
const SET_OFF = new RegExp(String.raw`^\s*[([]?${NUMBER}(?:\s*[.)\]](?!\d)|(?!${RANGE})\s*[-–—]\s)`, 'i');
/** Or that has dots inside: `1.1 Login`. */
const DOTTED = new RegExp(String.raw`^\s*(\d{1,4}(?:\.\d{1,4}){1,2})([a-z]?)(?=\s|$)(?!${RANGE})`, 'i');
/** `1 Login` and `4: …` may as well be `443 HTTPS` and a port: they count where most flows begin with a number. */
const BARE = new RegExp(String.raw`^\s*${NUMBER}(?:\s*:(?!\d)|(?=\s|$)(?!${RANGE}))`, 'i');

function written(text: string, ...forms: readonly RegExp[]): Written | undefined {
  for (const form of forms) {
    const [found, digits = '', letter = ''] = form.exec(text) ?? [];
    if (found !== undefined)
      return { text: digits + letter, parts: digits.split('.').map(Number), letter: letter.toLowerCase() };
  }
  return undefined;
}

/** `Dataflow Order` is 0 where nobody has set it (format 1.5). */
function setOrder(flow: Line): Written | undefined {
  const property = findProperty(flow, DATAFLOW_ORDER);
  const value = written((property && propertyText(property)) ?? '', VALUE);
  return value?.parts.every((part) => part === 0) === true ? undefined : value;
}

/** 1 before 1.1 before 2, and 2 before 2a before 10. */
function compare(a: Written, b: Written): number {
  for (let at = 0; at < Math.max(a.parts.length, b.parts.length); at++) {
    const by = (a.parts[at] ?? -1) - (b.parts[at] ?? -1);
    if (by !== 0) return by;
  }
  return a.letter < b.letter ? -1 : a.letter > b.letter ? 1 : 0;
}

const known = new WeakMap<readonly Line[], readonly NumberedFlow[]>();

/**
 * The flows of a diagram in the order of the numbers that people gave them: by `Dataflow Order`, else by what the name
 * begins with. The others come behind, as they are stored, with the numbers after the highest. Flows of one number stay
 * as they are stored. The same object for the same lines.
 */
export function numberedFlows({ lines }: Pick<Diagram, 'lines'>): readonly NumberedFlow[] {
  let numbered = known.get(lines);
  if (numbered === undefined) {
    numbered = inOrder(lines.filter(({ kind }) => kind === 'flow'));
    known.set(lines, numbered);
  }
  return numbered;
}

function inOrder(flows: readonly Line[]): readonly NumberedFlow[] {
  const setOff = flows.map((flow) => setOrder(flow) ?? written(displayName(flow), SET_OFF, DOTTED));
  const begun = flows.map((flow, index) => setOff[index] ?? written(displayName(flow), BARE));
  const most = begun.filter((own) => own !== undefined).length * 2 > flows.length;
  const told: { readonly flow: Line; readonly own: Written }[] = [];
  const others: Line[] = [];
  flows.forEach((flow, index) => {
    const own = (most ? begun : setOff)[index];
    if (own === undefined) others.push(flow);
    else told.push({ flow, own });
  });
  told.sort((a, b) => compare(a.own, b.own));
  const highest = told.at(-1)?.own.parts[0] ?? 0;
  return [
    ...told.map(({ flow, own }) => ({ flow, number: own.text })),
    ...others.map((flow, index) => ({ flow, number: String(highest + 1 + index) })),
  ];
}
