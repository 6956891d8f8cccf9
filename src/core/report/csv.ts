import { type Model, rowDatums, type ThreatDatum } from '../document/index.ts';
import type { Report, ReportThreat } from './model.ts';
import { plainText } from './rich-text.ts';

const BOM = '\uFEFF';

/**
 * Rows as CSV by RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8. A cell that a
 * spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection).
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return BOM + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string): string {
  // Blanks and what does not show do not stop a spreadsheet, nor does a wide sign; plain negative numbers are harmless.
  const dangerous =
    /^[\s\p{Cc}\p{Cf}]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u.test(value) &&
    !/^\s*[+-]?\d+([.,]\d+)?\s*$/.test(value);
  const safe = dangerous ? `'${value}` : value;
  // Where lists are separated otherwise, what follows the separator would be a cell of its own.
  return /[",;\t|\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A column of our list of threats: its heading, and the text of the template that it holds. */
export interface ThreatColumn {
  readonly label: string;
  readonly datum?: ThreatDatum;
}

/** The columns of our list of threats: what every threat has, and between them what the template adds. */
export const threatColumns = ({ template }: Model): readonly ThreatColumn[] => [
  ...named('Id', 'Diagram', 'Interaction', 'Source', 'Target', 'Title', 'State', 'Priority'),
  // All threats of a model have the same rows: three fixed ones and those of the template's metadata.
  ...named('Category', 'Description', 'Justification'),
  ...rowDatums(template).map((datum) => ({ label: datum.label, datum })),
  ...named('Changed By', 'Last Modified', 'Key'),
];

const named = (...labels: readonly string[]): readonly ThreatColumn[] => labels.map((label) => ({ label }));

/**
 * One row for each threat, in the order of the report, with a cell for each of `threatColumns`. The key is what a threat
 * is known by when the list is read back.
 */
export const threatRows = (report: Report): readonly (readonly string[])[] =>
  report.diagrams.flatMap((diagram) =>
    diagram.interactions.flatMap((interaction) =>
      interaction.threats.map((threat) => [
        String(threat.threat.id),
        diagram.header,
        threat.stale ? threat.interaction : interaction.name,
        interaction.source,
        interaction.target,
        threat.title,
        threat.state,
        threat.priority,
        ...texts(threat),
        threat.threat.changedBy ?? '',
        threat.threat.changedBy === null ? '' : threat.threat.modifiedAt,
        threat.threat.key,
      ]),
    ),
  );

/** Our list of threats as CSV. */
export const renderCsv = (report: Report): string =>
  toCsv([threatColumns(report.model).map(({ label }) => label), ...threatRows(report)]);

const texts = (threat: ReportThreat): readonly string[] =>
  threat.rows.map((row) => (row.rich ? plainText(row.value) : row.value));
