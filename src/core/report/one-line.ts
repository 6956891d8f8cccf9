/** A name on one line: headings do not break where the label on the diagram does. */
export const oneLine = (name: string): string => name.replace(/\s+/g, ' ').trim();

/** Letters of a name in a table that has to be taken in at a glance: the whole name stands with the thing itself. */
const BRIEF = 120;

/** A name on one line, cut where it would fill a table; not between the halves of a pair. */
export function brief(name: string): string {
  const line = oneLine(name);
  if (line.length <= BRIEF) return line;
  const end = /[\uD800-\uDBFF]/.test(line.charAt(BRIEF - 1)) ? BRIEF - 1 : BRIEF;
  return `${line.slice(0, end)}…`;
}

/** A flow with its two ends, in brief. */
export const briefFlow = (name: string, source: string, target: string): string =>
  source === '' && target === '' ? brief(name) : `${brief(name)} (${brief(source)} → ${brief(target)})`;
