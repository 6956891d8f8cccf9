import { type LinkRun, linkRuns } from './links.ts';
import type { Count, Report } from './model.ts';
import { oneLine } from './report.ts';
import { richRuns } from './rich-text.ts';

/** The report as Markdown, without pictures. Texts of the file are escaped: none becomes HTML, and addresses become links. */
export function renderMarkdown(report: Report): string {
  const out: string[] = ['# Threat Modeling Report', '', `Created on ${inline(report.createdOn)}`, ''];
  for (const { label, value } of report.information) out.push(`- **${label}:** ${inline(value)}`);
  if (report.notes.length > 0) {
    out.push('', '## Notes', '', '| Id | Note | Date | Added By |', '|---|---|---|---|');
    for (const note of report.notes) {
      out.push(`| ${note.id} | ${inline(note.message)} | ${inline(note.date)} | ${inline(note.addedBy)} |`);
    }
  }
  if (report.messages.length > 0) {
    out.push('', '## Messages', '');
    for (const message of report.messages) out.push(`- ${inline(message.severity)}: ${inline(message.text)}`);
  }
  out.push('', '## Threat Model Summary', '', ...summary(report.summary));
  for (const diagram of report.diagrams) {
    out.push('', `## Diagram: ${heading(diagram.header)}`, '', ...summary(diagram.summary));
    for (const interaction of diagram.interactions) {
      out.push('', `### Interaction: ${heading(interaction.name)}`);
      if (interaction.flow !== undefined)
        out.push('', `${first(interaction.source)} → ${heading(interaction.target)}`);
      for (const threat of interaction.threats) {
        const stale = threat.stale
          ? ` · Interaction: ${inline(threat.interaction)} (no longer generated)`
          : '';
        out.push('', `#### ${threat.number}. ${heading(threat.title)}`);
        out.push('', `State: ${inline(threat.state)} · Priority: ${inline(threat.priority)}${stale}`, '');
        for (const row of threat.rows) {
          out.push(`- **${inline(row.label)}:** ${(row.rich ? rich : inline)(row.value)}`);
        }
      }
    }
  }
  return `${out.join('\n')}\n`;
}

function summary(counts: readonly Count[]): readonly string[] {
  return ['| State | Threats |', '|---|---|', ...counts.map(({ label, count }) => `| ${label} | ${count} |`)];
}

/** Signs that mean something to Markdown wherever they stand. Underscores inside words and hyphens mean nothing. */
const SIGNS =
  /[\\`*[\]<|~]|&(?=[#\p{L}])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|@(?=[\p{L}\p{N}])|#(?=\d)|(?<![\p{L}\p{N}])www(?=\.)/giu;

/** Ends what a Markdown reader would take for one word, and shows nothing. */
const NOTHING = '<!-- -->';

function escapedSign(sign: string): string {
  if (sign === '<') return '&lt;';
  if (sign === '&') return '&amp;';
  // No mention, no reference to an issue, no address: nobody wrote a link here.
  if (sign === '@' || sign === '#' || sign.length === 3) return `${sign}${NOTHING}`;
  return `\\${sign}`;
}

/** Number signs at the end would close a heading. */
function escaped(value: string): string {
  const body = value.trimEnd();
  let end = body.length;
  while (body[end - 1] === '#') end -= 1;
  return value.slice(0, end).replace(SIGNS, escapedSign) + value.slice(end).replaceAll('#', '\\#');
}

/** An address between angle brackets: what would end it, or a cell of a table, is written as its code. */
const address = (href: string): string =>
  href
    .replace(/[<>\\`|*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('&', '&amp;');

/** An address that Markdown reads as it is between angle brackets. */
const AUTOLINK = /^https?:\/\/[^\s<>&\\`|*~]+$/i;

const link = (words: string, href: string): string =>
  words === href && AUTOLINK.test(href) ? `<${href}>` : `[${escaped(words)}](<${address(href)}>)`;

/** Pieces on one line: a line break would end a list item or a table's cell. */
const pieces = (runs: readonly LinkRun[], breaks: string): string =>
  runs
    .map(({ text, href }) => {
      const lines = text.split(/[\r\n]+/).map((line, index, all) => {
        const from = index > 0 ? line.trimStart() : line;
        return index < all.length - 1 ? from.trimEnd() : from;
      });
      return href === undefined ? lines.map(escaped).join(breaks) : link(lines.join(' '), href);
    })
    .join('');

const inline = (value: string): string => pieces(linkRuns(value.trim()), '<br>');

const rich = (value: string): string => pieces(richRuns(value), '<br>');

/** A heading: on one line, without breaks. */
const heading = (value: string): string => pieces(linkRuns(oneLine(value)), ' ');

/** Text at the beginning of a line, where it could begin a heading, a list or a quotation. */
const first = (value: string): string =>
  heading(value)
    .replace(/^[#+\-=>]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
