import { type Difference, differenceSign } from '../compare/index.ts';
import { headingMarkdown, inlineMarkdown } from '../report/index.ts';
import type { ChangeReport, ReportedGroup } from './change-report.ts';

export interface ChangeMarkdownOptions {
  /** At most so many differences of a group, with how many more there are; all when left out. */
  readonly most?: number;
  /** Letters of a value; all when left out. */
  readonly letters?: number;
  /** Addresses of pictures, in the order of the diagrams that differ. */
  readonly pictures?: readonly { readonly header: string; readonly address: string }[];
}

/** What a comment of a change request holds: GitHub takes 65,536 characters, other hosts more. */
const COMMENT = { most: 12, letters: 120 } as const;
const MOST_OF_A_COMMENT = 60_000;

/** The report as Markdown. Texts of the documents are escaped: they are shown as they are and mention nobody. */
export function changeMarkdown(report: ChangeReport, options: ChangeMarkdownOptions = {}): string {
  const { names, title, sum, groups } = report;
  const pictures = (options.pictures ?? []).map(
    ({ header, address }) => `![${headingMarkdown(header)}, before and after](<${address}>)`,
  );
  const parts = [
    `## ${headingMarkdown(title)}`,
    `${inlineMarkdown(names.before)} → ${inlineMarkdown(names.after)}. ${sum}`,
    ...statesTable(report),
    ...pictures,
    ...groups.map((group) => groupText(group, options)),
  ];
  return `${parts.join('\n\n')}\n`;
}

/**
 * The report as a comment of a change request: what is open, and the first differences of each group. A report that
 * still is too long for one keeps the heads of its groups.
 */
export function changeComment(report: ChangeReport): string {
  for (const most of [COMMENT.most, 4, 1]) {
    const text = changeMarkdown(report, { most, letters: COMMENT.letters });
    if (text.length <= MOST_OF_A_COMMENT) return text;
  }
  return changeMarkdown(report, { most: 0 });
}

function statesTable({ states, open }: ChangeReport): readonly string[] {
  const shown = states.filter(({ before, after }) => before + after > 0);
  if (shown.length === 0 || open === null) return [];
  const rows = shown.map(
    ({ label, before, after }) =>
      `| ${inlineMarkdown(label)} | ${before} | ${after}${moreOrLess(before, after)} |`,
  );
  return [
    `**${open.after} ${open.after === 1 ? 'threat is' : 'threats are'} open**${moreOrLess(open.before, open.after)}.`,
    ['| Threats | Before | After |', '|---|---:|---:|', ...rows].join('\n'),
  ];
}

const moreOrLess = (before: number, after: number): string =>
  before === after ? '' : ` (${after > before ? '+' : '−'}${Math.abs(after - before)})`;

function groupText({ title, differences }: ReportedGroup, options: ChangeMarkdownOptions): string {
  const { most = differences.length } = options;
  const lines = differences.slice(0, most).map((one) => `- ${itemText(one, options.letters)}`);
  const more = differences.length - lines.length;
  if (more > 0) lines.push(`- … and ${more} more`);
  return [`### ${title} (${differences.length})`, lines.join('\n')].join('\n\n');
}

function itemText(difference: Difference, letters?: number): string {
  const { subject, where, aspect, before, after, type } = difference;
  const cut = (text: string): string =>
    inlineMarkdown(letters !== undefined && text.length > letters ? `${text.slice(0, letters)}…` : text);
  const name = subject.name.trim() === '' ? '' : ` **${cut(subject.name)}**`;
  const around = where === '' ? '' : ` (${cut(where)})`;
  const head = `\`${differenceSign(type)}\` ${subject.kind}${name}${around}`;
  const value = (text: string | null): string =>
    text === null ? '*nothing*' : text.trim() === '' ? '*empty*' : `“${cut(text)}”`;
  if (before === null && after === null) return aspect === '' ? head : `${head}: ${cut(aspect)}`;
  const said = aspect === '' ? '' : `${cut(aspect)}: `;
  if (type === 'added') return `${head}: ${said}${value(after)}`;
  if (type === 'removed') return `${head}: ${said}${value(before)}`;
  return `${head}: ${said}${value(before)} → ${value(after)}`;
}
