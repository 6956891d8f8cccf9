import { words } from '../words/index.ts';

export type ReportFormatId =
  | 'html'
  | 'pdf'
  | 'docx'
  | 'csv'
  | 'xlsx'
  | 'csv-windows'
  | 'csv-defectdojo'
  | 'csv-elements'
  | 'md'
  | 'json'
  | 'sarif';

export interface ReportFormat {
  readonly id: ReportFormatId;
  readonly label: string;
  /** One line on what it is for. */
  readonly hint: string;
  /** Endings of file names, without the dot; the first is the one that is written. */
  readonly extensions: readonly [string, ...string[]];
  /** A list for another program, no report for people. */
  readonly list?: true;
}

/** The formats of the report, for menus and the command line alike, in the order of the menu. */
export const REPORT_FORMATS: readonly ReportFormat[] = [
  {
    id: 'html',
    ...words.reports.html,
    extensions: ['html', 'htm'],
  },
  {
    id: 'pdf',
    ...words.reports.pdf,
    extensions: ['pdf'],
  },
  {
    id: 'docx',
    ...words.reports.docx,
    extensions: ['docx'],
  },
  {
    id: 'csv',
    ...words.reports.csv,
    extensions: ['csv'],
  },
  {
    id: 'md',
    ...words.reports.md,
    extensions: ['md', 'markdown'],
  },
  {
    id: 'json',
    ...words.reports.json,
    extensions: ['json'],
  },
  {
    id: 'xlsx',
    ...words.reports.xlsx,
    extensions: ['xlsx'],
    list: true,
  },
  {
    id: 'sarif',
    ...words.reports.sarif,
    extensions: ['sarif', 'sarif.json'],
    list: true,
  },
  ...(['csv-windows', 'csv-defectdojo', 'csv-elements'] as const).map(
    (id): ReportFormat => ({ id, ...words.reports[id], extensions: ['csv'], list: true }),
  ),
];

/** The format of a file by its name; the longest ending that fits, for `report.sarif.json` is no plain JSON. */
export function reportFormatOfFile(file: string): ReportFormat | undefined {
  const name = file.toLowerCase();
  const fits = ({ extensions }: ReportFormat): number =>
    Math.max(0, ...extensions.filter((ending) => name.endsWith(`.${ending}`)).map(({ length }) => length));
  return REPORT_FORMATS.reduce<ReportFormat | undefined>(
    (best, format) => (fits(format) > (best === undefined ? 0 : fits(best)) ? format : best),
    undefined,
  );
}

/** The format that a name (`html`) or an ending (`markdown`) means, in any case of letters. */
export function reportFormat(name: string): ReportFormat | undefined {
  const wanted = name.toLowerCase();
  return REPORT_FORMATS.find(({ id, extensions }) => id === wanted || extensions.includes(wanted));
}
