import type { Count, Report } from './report.ts';
import { plainText } from './rich-text.ts';

/** The report as Markdown, without pictures. Texts of the file are escaped: none becomes a link or HTML. */
export function renderMarkdown(report: Report): string {
  const out: string[] = ['# Threat Modeling Report', '', `Created on ${text(report.createdOn)}`, ''];
  for (const { label, value } of report.information) out.push(`- **${label}:** ${inline(value)}`);
  if (report.notes.length > 0) {
    out.push('', '## Notes', '', '| Id | Note | Date | Added By |', '|---|---|---|---|');
    for (const note of report.notes) {
      out.push(`| ${note.id} | ${inline(note.message)} | ${text(note.date)} | ${inline(note.addedBy)} |`);
    }
  }
  if (report.messages.length > 0) {
    out.push('', '## Messages', '');
    for (const message of report.messages) out.push(`- ${text(message.severity)}: ${inline(message.text)}`);
  }
  out.push('', '## Threat Model Summary', '', ...summary(report.summary));
  for (const diagram of report.diagrams) {
    out.push('', `## Diagram: ${inline(diagram.header)}`, '', ...summary(diagram.summary));
    for (const interaction of diagram.interactions) {
      out.push('', `### Interaction: ${inline(interaction.name)}`);
      if (interaction.flow !== undefined)
        out.push('', `${inline(interaction.source)} → ${inline(interaction.target)}`);
      for (const threat of interaction.threats) {
        const stale = threat.stale
          ? ` · Interaction: ${inline(threat.interaction)} (no longer generated)`
          : '';
        out.push('', `#### ${threat.number}. ${inline(threat.title)}`);
        out.push('', `State: ${text(threat.state)} · Priority: ${inline(threat.priority)}${stale}`, '');
        for (const row of threat.rows) {
          out.push(`- **${inline(row.label)}:** ${inline(row.rich ? plainText(row.value) : row.value)}`);
        }
      }
    }
  }
  return `${out.join('\n')}\n`;
}

function summary(counts: readonly Count[]): readonly string[] {
  return ['| State | Threats |', '|---|---|', ...counts.map(({ label, count }) => `| ${label} | ${count} |`)];
}

const text = (value: string): string =>
  value.replace(/[\\`*_{}[\]<>()#+\-!|~&]/g, (sign) =>
    sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`,
  );

/** Text on one line: a line break would end a list item or a table's cell. */
const inline = (value: string): string => text(value.trim()).replace(/\s*[\r\n]+\s*/g, '<br>');
