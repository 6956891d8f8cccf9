import { type Model, rowDatums } from '../document/index.ts';
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

/**
 * One row for each threat, in the order of the report; a column for each row of its table. The key is what a threat is
 * known by when the list is read back.
 */
export function renderCsv(report: Report): string {
  const labels = rowLabels(report.model);
  const header = [
    'Id',
    'Diagram',
    'Interaction',
    'Source',
    'Target',
    'Title',
    'State',
    'Priority',
    ...labels,
    'Changed By',
    'Last Modified',
    'Key',
  ];
  const rows = report.diagrams.flatMap((diagram) =>
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
  return toCsv([header, ...rows]);
}

/** All threats of a model have the same rows: three fixed ones and those of the template's metadata. */
const rowLabels = ({ template }: Model): readonly string[] => [
  'Category',
  'Description',
  'Justification',
  ...rowDatums(template).map((datum) => datum.label),
];

const texts = (threat: ReportThreat): readonly string[] =>
  threat.rows.map((row) => (row.rich ? plainText(row.value) : row.value));
