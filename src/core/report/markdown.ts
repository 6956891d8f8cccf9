import {
  elementLines,
  markdownPictures,
  overviewLines,
  recordLines,
  registerLines,
} from './markdown-overview.ts';
import { first, heading, inline, rich } from './markdown-texts.ts';
import type { Count, Report, ReportInteraction } from './model.ts';

export interface MarkdownOptions {
  /** Where the pictures lie as seen from the report, where they are files. */
  readonly folder?: string;
}

/** Of what runs the program, in a browser as elsewhere. */
declare function btoa(bytes: string): string;
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

function base64Of(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

/** The report as Markdown. Texts of the file are escaped: none becomes HTML, and addresses become links. */
export function renderMarkdown(report: Report, { folder = 'pictures' }: MarkdownOptions = {}): string {
  const { classification } = report.choices.cover;
  const out: string[] = classification.trim() === '' ? [] : [`**${inline(classification)}**`, ''];
  out.push('# Threat Modeling Report', '', `Created on ${inline(report.createdOn)}`);
  out.push(...overviewLines(report), '');
  if (report.overview !== null) out.push('## The model', '');
  for (const { label, value } of report.information) out.push(`- **${label}:** ${inline(value)}`);
  out.push(...recordLines(report));
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
  out.push(...registerLines(report));
  if (report.choices.layout === 'summary') return `${out.join('\n')}\n`;
  out.push('', '## Threat Model Summary', '', ...summary(report.summary));
  const pictures = markdownPictures(report);
  for (const [index, diagram] of report.diagrams.entries()) {
    out.push('', `## Diagram: ${heading(diagram.header)}`);
    const picture = pictures.get(index);
    if (picture !== undefined) {
      const files = report.choices.markdownPictures === 'files';
      const inText = `data:image/svg+xml;base64,${files ? '' : base64Of(picture.svg)}`;
      out.push('', `![Diagram](<${files ? `${folder}/${picture.name}` : inText}>)`);
    }
    out.push('', ...summary(diagram.summary));
    if (diagram.elements !== null) out.push(...elementLines(diagram.elements));
    for (const interaction of diagram.interactions) out.push(...interactionLines(interaction, report));
  }
  return `${out.join('\n')}\n`;
}

function interactionLines(interaction: ReportInteraction, { overview }: Report): readonly string[] {
  const out = ['', `### ${interaction.label}: ${heading(interaction.name)}`];
  if (interaction.flow !== undefined)
    out.push('', `${first(interaction.source)} → ${heading(interaction.target)}`);
  for (const threat of interaction.threats) {
    const stale = threat.stale ? ` · Interaction: ${inline(threat.interaction)} (no longer generated)` : '';
    const own = overview === null ? '' : ` · Id: \\#${threat.threat.id}`;
    const changed = threat.changed === '' ? '' : ` · ${inline(threat.changed)}`;
    if (overview !== null) out.push('', `<a id="${threat.anchor}"></a>`);
    out.push('', `#### ${threat.number}. ${heading(threat.title)}`);
    out.push(
      '',
      `State: ${inline(threat.state)} · Priority: ${inline(threat.priority)}${stale}${own}${changed}`,
      '',
    );
    for (const row of threat.rows)
      out.push(`- **${inline(row.label)}:** ${(row.rich ? rich : inline)(row.value)}`);
  }
  return out;
}

function summary(counts: readonly Count[]): readonly string[] {
  return [
    '| State | Threats |',
    '|---|---|',
    ...counts.map(({ label, count }) => `| ${heading(label)} | ${count} |`),
  ];
}
