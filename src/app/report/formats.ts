export interface ReportFormat {
  readonly id: 'html' | 'pdf' | 'csv' | 'md' | 'json';
  readonly label: string;
  /** One line on what it is for. */
  readonly hint: string;
  readonly extension: string;
  readonly type: string;
}

/** The exports of the report, in the order of the menu. */
export const REPORT_FORMATS: readonly ReportFormat[] = [
  {
    id: 'html',
    label: 'HTML',
    hint: 'One file with the diagrams in it, opens in any browser',
    extension: 'html',
    type: 'text/html',
  },
  {
    id: 'pdf',
    label: 'PDF',
    hint: 'Pages with searchable text and vector diagrams',
    extension: 'pdf',
    type: 'application/pdf',
  },
  {
    id: 'csv',
    label: 'CSV',
    hint: 'One row per threat, for a spreadsheet',
    extension: 'csv',
    type: 'text/csv',
  },
  {
    id: 'md',
    label: 'Markdown',
    hint: 'Text for a wiki or a repository',
    extension: 'md',
    type: 'text/markdown',
  },
  {
    id: 'json',
    label: 'JSON',
    hint: 'The statements of the report as data',
    extension: 'json',
    type: 'application/json',
  },
];
