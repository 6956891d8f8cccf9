/** A work of others that the app contains. */
export interface Work {
  /** With its version. */
  readonly name: string;
  /** As its author names it, such as `MIT`; empty where only the text says it. */
  readonly licence: string;
  readonly text: string;
}

const RULE = /\n+-{80}\n+/;

/** The works in the file that the build makes (`scripts/third-party-licenses.ts`): each its name, its licence, its texts. */
export function worksIn(file: string): readonly Work[] {
  const [, ...parts] = file.trim().split(RULE);
  return parts.map((part) => {
    const [name = '', ...lines] = part.split('\n\n');
    const licence = /^License: (.*)$/.exec(lines[0] ?? '')?.[1];
    return {
      name,
      licence: licence ?? '',
      text: (licence === undefined ? lines : lines.slice(1)).join('\n\n'),
    };
  });
}
