import { type Difference, differenceSign } from '../compare/index.ts';
import { headingMarkdown, headline, inlineMarkdown } from '../report/index.ts';
import type { ChangeReport, ReportedGroup } from './change-report.ts';

interface ChangeMarkdownOptions {
  /** At most so many differences of a group, with how many more there are; all when left out. */
  readonly most?: number;
  /** Letters of a value or a name; all when left out. */
  readonly letters?: number;
  /** At most so many states of threats; all when left out. */
  readonly states?: number;
  /** Addresses of pictures, in the order of the diagrams that differ. */
  readonly pictures?: readonly { readonly header: string; readonly address: string }[];
}

/** What a comment of a change request holds: GitHub takes 65,536 characters, other hosts more. */
const COMMENT = { letters: 120, states: 12 } as const;
const MOST_OF_A_GROUP = [12, 4, 1, 0];
const MOST_OF_A_COMMENT = 60_000;

/** The report as Markdown. Texts of the documents are escaped: they are shown as they are and mention nobody. */
export function changeMarkdown(report: ChangeReport, options: ChangeMarkdownOptions = {}): string {
  const { names, title, sum, groups } = report;
  const cut = cutTo(options);
  const pictures = (options.pictures ?? []).map(
    ({ header, address }) => `![${headingMarkdown(header)}, before and after](<${address}>)`,
  );
  const parts = [
    `## ${headingMarkdown(cut(title))}`,
    `${inlineMarkdown(cut(names.before))} → ${inlineMarkdown(cut(names.after))}. ${sum}`,
    ...statesTable(report, options),
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
  let text = '';
  for (const most of MOST_OF_A_GROUP) {
    text = changeMarkdown(report, { ...COMMENT, most });
    if (text.length <= MOST_OF_A_COMMENT) break;
  }
  return text;
}

function statesTable({ states, open }: ChangeReport, options: ChangeMarkdownOptions): readonly string[] {
  const shown = states.filter(({ before, after }) => before + after > 0);
  if (shown.length === 0 || open === null) return [];
  const cut = cutTo(options);
  const rows = shown
    .slice(0, options.states)
    .map(
      ({ label, before, after }) =>
        `| ${inlineMarkdown(cut(label))} | ${before} | ${after}${moreOrLess(before, after)} |`,
    );
  const more = shown.length - rows.length;
  if (more > 0) rows.push(`| … and ${more} more states | | |`);
  return [
    `**${open.after} ${open.after === 1 ? 'threat is' : 'threats are'} open**${moreOrLess(open.before, open.after)}.`,
    ['| Threats | Before | After |', '|---|---:|---:|', ...rows].join('\n'),
  ];
}

const moreOrLess = (before: number, after: number): string =>
  before === after ? '' : ` (${after > before ? '+' : '−'}${Math.abs(after - before)})`;

function groupText({ title, differences }: ReportedGroup, options: ChangeMarkdownOptions): string {
  const { most = differences.length } = options;
  const lines = differences.slice(0, most).map((one) => `- ${itemText(one, options)}`);
  const more = differences.length - lines.length;
  if (more > 0) lines.push(`- … and ${more} more`);
  return [`### ${title} (${differences.length})`, lines.join('\n')].join('\n\n');
}

const cutTo =
  ({ letters }: ChangeMarkdownOptions) =>
  (text: string): string =>
    letters === undefined ? text : headline(text, letters);

function itemText(difference: Difference, options: ChangeMarkdownOptions): string {
  const { subject, where, aspect, before, after, type } = difference;
  const short = cutTo(options);
  const cut = (text: string): string => inlineMarkdown(short(text));
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
