/** A name on one line: headings do not break where the label on the diagram does. */
export const oneLine = (name: string): string => name.replace(/\s+/g, ' ').trim();
