/** A diagram in a text, with what stands about it. */
export interface Block {
  readonly text: string;
  /** The heading that it stands under, in Markdown. */
  readonly heading: string;
  /** The first word of a diagram of another kind; null for a flowchart. */
  readonly other: string | null;
}

/** A flowchart begins so, behind titles, comments and settings. */
const BEGIN =
  /^(?:\s+|%%\{[\s\S]{0,5000}?\}%%|%%[^\n]*(?:\n|$)|---\r?\n[\s\S]{0,5000}?\n---[^\S\n]*(?:\n|$)|acc(?:Title|Descr)\s*:[^\n]*(?:\n|$)|accDescr\s*\{[^}]{0,5000}\})*/;
const FLOWCHART = /^(?:flowchart(?:-elk)?|graph)(?![\w-])/;

/** Whether a text is a flowchart, or Markdown with diagrams of Mermaid in it. */
export function sortOf(text: string): 'flowchart' | 'markdown' | null {
  if (FLOWCHART.test(bodyOf(text))) return 'flowchart';
  return /^[^\S\n]{0,3}(?:`{3,}|~{3,}|:::)[^\S\n]*\{?mermaid\b/m.test(text) ? 'markdown' : null;
}

const bodyOf = (text: string): string => text.slice(BEGIN.exec(text)?.[0].length ?? 0);

const blockOf = (text: string, heading: string): Block => {
  const body = bodyOf(text);
  const other = FLOWCHART.test(body) ? null : (/^\S{1,80}/.exec(body)?.[0] ?? '');
  return { text, heading, other };
};

/** The diagrams of a text, in their order: those in fences of Markdown, else the text itself. */
export function blocksIn(text: string): readonly Block[] {
  if (sortOf(text) !== 'markdown') return [blockOf(text, '')];
  const blocks: Block[] = [];
  let heading = '';
  let fence: { readonly mark: string; readonly isOurs: boolean; readonly lines: string[] } | null = null;
  for (const line of text.split('\n')) {
    const mark = /^\s*(`{3,}|~{3,}|:::)/.exec(line)?.[1];
    if (fence !== null) {
      const isEnd = mark?.startsWith(fence.mark) === true && /^\s*(`+|~+|:+)\s*$/.test(line);
      if (!isEnd) fence.lines.push(line);
      else {
        if (fence.isOurs) blocks.push(blockOf(fence.lines.join('\n'), heading));
        fence = null;
      }
    } else if (mark !== undefined) fence = { mark, isOurs: /^\s*\S+?\s*\{?mermaid\b/.test(line), lines: [] };
    else heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(line.slice(0, 500))?.[1] ?? heading;
  }
  return blocks;
}

/** The first heading of the highest level, as the name of what a text is about. */
export const titleOf = (text: string): string => /^#[^\S\n]+([^\n]{1,300})/m.exec(text)?.[1]?.trim() ?? '';
