import type { Cell, CellStyle, CellValue, DataValidation, WriteSheet } from 'hucre/xlsx';
import {
  type Model,
  priorityChoices,
  REPORTED_STATES,
  stateLabel,
  THREAT_STATES,
  type Threat,
} from '../document/index.ts';
import { type ThreatColumn, threatColumns, threatRows } from './csv.ts';
import { elementsTable } from './csv-presets.ts';
import type { Report, ReportDiagram } from './model.ts';
import { reportTitle } from './report.ts';
import { heightsOf, withHeights } from './workbook-rows.ts';

/** As many UTF-16 units fit into a cell (the limits of Excel). */
const MOST_LETTERS = 32_767;
const CUT = '\n… (cut: a cell holds no more)';

/**
 * A text as a cell of a workbook holds it: one kind of line break, and cut, with a word about it, where it is longer than
 * a cell can be. Who reads the cell back compares it with this and finds nothing changed.
 */
export function cellText(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n');
  return plain.length <= MOST_LETTERS ? plain : `${plain.slice(0, MOST_LETTERS - CUT.length)}${CUT}`;
}

/** What stands for a letter in the form's own escapes has to be escaped itself; what XML cannot hold is marked. */
const stored = (text: string): string =>
  cellText(text)
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      '\uFFFD',
    );

// As text, a cell that begins with "=" stays a text when somebody edits it.
const TEXT: CellStyle = { numFmt: '@', alignment: { vertical: 'top', wrapText: true } };
// Filled cells end at their border, where a long key would run over what is beside it.
const CODE: CellStyle = { numFmt: '@', alignment: { vertical: 'top', horizontal: 'fill' } };
const NUMBER: CellStyle = { alignment: { vertical: 'top', horizontal: 'left' } };
const FONT = { name: 'Calibri', size: 11 };
const HEADER: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E3EFEB' } },
  border: { bottom: { style: 'thin' } },
  alignment: { vertical: 'top', wrapText: true },
};

/** Printed as wide as a page is. */
const WIDE: NonNullable<WriteSheet['pageSetup']> = {
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
};

/** Widths in letters; of the template's own texts `OTHER`. */
const WIDTHS: Readonly<Record<string, number>> = {
  Id: 7,
  Title: 40,
  State: 22,
  Priority: 11,
  Description: 60,
  Justification: 48,
  'Last Modified': 18,
  Key: 14,
};
const OTHER = 22;
const PROSE = 34;

/**
 * The list of threats as an Excel workbook: the threats with the columns of our CSV list, the elements, a summary, and
 * the words that states, priorities and lists of the template offer. What comes from the model is text and never a
 * formula. The library is loaded when the first one is made.
 */
export async function renderWorkbook(report: Report): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const choices = choicesOf(report.model);
  const at = new Date(report.now);
  const sheets = [
    threatSheet(report, choices),
    elementSheet(report),
    summarySheet(report),
    table('Lists', [choices.map(({ label }) => label), ...columnsAsRows(choices)], []),
  ];
  const written = await writeXlsx({
    sheets,
    defaultFont: FONT,
    properties: {
      title: stored(reportTitle(report)),
      creator: 'Trustline',
      ...(Number.isNaN(at.getTime()) ? {} : { created: at, modified: at }),
    },
  });
  return withHeights(written, sheets.map(heightsOf));
}

/** The name of a column by its place, from 0: `A`, `Z`, `AA`. */
const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));

/** A sheet that stays under its header, can be filtered, and wraps its texts. */
function table(
  name: string,
  rows: readonly (readonly CellValue[])[],
  widths: readonly number[],
  styles: readonly CellStyle[] = [],
): WriteSheet {
  const [header = []] = rows;
  const last = columnName(Math.max(header.length - 1, 0));
  return {
    name,
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? stored(cell) : cell))),
    columns: header.map((_, index) => ({ width: widths[index] ?? OTHER, style: styles[index] ?? TEXT })),
    cells: styledRow(0, header.length),
    freezePane: { rows: 1 },
    pageSetup: WIDE,
    ...(rows.length > 1 ? { autoFilter: { range: `A1:${last}${rows.length}` } } : {}),
  };
}

const styledRow = (row: number, length: number): Map<string, Partial<Cell>> =>
  new Map(Array.from({ length }, (_, column) => [`${row},${column}`, { style: HEADER }]));

function threatSheet(report: Report, choices: readonly Choices[]): WriteSheet {
  const columns = threatColumns(report.model);
  const id = columns.findIndex(({ label }) => label === 'Id');
  const rows = threatRows(report).map((row) =>
    row.map((cell, index) => (index === id ? Number(cell) : cell)),
  );
  const sheet = table(
    'Threats',
    [columns.map(({ label }) => label), ...rows],
    columns.map(({ label, datum }) => (datum === undefined ? (WIDTHS[label] ?? OTHER) : PROSE)),
    columns.map(({ label }) => (label === 'Id' ? NUMBER : label === 'Key' ? CODE : TEXT)),
  );
  return {
    ...sheet,
    freezePane: { rows: 1, columns: 1 },
    dataValidations: rows.length === 0 ? [] : validations(columns, choices, rows.length),
  };
}

/** What one may choose in a column: its name in the sheet of threats, and the values. */
interface Choices {
  readonly label: string;
  readonly values: readonly string[];
  readonly fits: (column: ThreatColumn) => boolean;
}

function choicesOf(model: Model): readonly Choices[] {
  const { template, threats } = model;
  const used = (of: (threat: Threat) => string) => threats.map(of).filter((value) => value.trim() !== '');
  return [
    {
      label: 'State',
      values: THREAT_STATES.map(stateLabel),
      fits: ({ label, datum }) => label === 'State' && datum === undefined,
    },
    {
      label: 'Priority',
      values: [...new Set([...priorityChoices(template), ...used(({ priority }) => priority)])],
      fits: ({ label, datum }) => label === 'Priority' && datum === undefined,
    },
    ...threatColumns(model).flatMap(({ label, datum: listed }) => {
      const values = (listed?.values ?? []).flatMap((value) =>
        value === null || value.trim() === '' ? [] : [value],
      );
      if (listed?.attributeType !== 1 || values.length === 0) return [];
      return [{ label, values, fits: ({ datum }: ThreatColumn) => datum?.name === listed.name }];
    }),
  ];
}

function columnsAsRows(choices: readonly Choices[]): readonly (readonly string[])[] {
  const most = Math.max(...choices.map(({ values }) => values.length));
  return Array.from({ length: most }, (_, row) => choices.map(({ values }) => values[row] ?? ''));
}

/** The lists that cells of the sheet of threats offer; they stand in a sheet, where a value may have any letter. */
const validations = (
  columns: readonly ThreatColumn[],
  choices: readonly Choices[],
  rows: number,
): DataValidation[] =>
  columns.flatMap((column, index) => {
    const place = choices.findIndex(({ fits }) => fits(column));
    const values = choices[place]?.values.length ?? 0;
    if (values === 0) return [];
    const [cells, list] = [columnName(index), `$${columnName(place)}`];
    return [
      {
        type: 'list',
        range: `${cells}2:${cells}${rows + 1}`,
        formula1: `Lists!${list}$2:${list}$${values + 1}`,
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: stored(column.label),
        errorMessage: 'Choose one of the list: another word is not taken when the list is read back.',
      },
    ];
  });

const ELEMENT_WIDTHS: readonly number[] = [20, 28, 15, 26, 22, 22, 24, 24, 10, 30];

function elementSheet(report: Report): WriteSheet {
  const rows = elementsTable(report);
  return table(
    'Elements',
    rows,
    (rows[0] ?? []).map((_, index) => ELEMENT_WIDTHS[index] ?? OTHER),
  );
}

const threatsOf = ({ interactions }: ReportDiagram): readonly Threat[] =>
  interactions.flatMap(({ threats }) => threats.map(({ threat }) => threat));

/** How many threats there are by state and priority, and by diagram. */
function summarySheet({ model, createdOn, diagrams }: Report): WriteSheet {
  const { manifest } = model.template;
  const all = diagrams.flatMap(threatsOf);
  const states: readonly string[] = [...new Set([...REPORTED_STATES, ...all.map(({ state }) => state)])];
  const priorities = [
    ...new Set([...priorityChoices(model.template), ...all.map(({ priority }) => priority)]),
  ];
  const counts = (threats: readonly Threat[], of: readonly string[], by: (threat: Threat) => string) => [
    ...of.map((value) => threats.filter((threat) => by(threat) === value).length),
    threats.length,
  ];
  const byState = (state: string) => all.filter((threat) => threat.state === state);
  const priorityOf = ({ priority }: Threat) => priority;
  const facts = [
    ['Threat Model Name', model.information.name],
    ['Owner', model.information.owner],
    ['Created', createdOn],
    ['Template', `${manifest.name} ${manifest.version}`.trim()],
  ];
  const matrix = [
    ['State', ...priorities, 'Total'],
    ...states.map((state) => [stateLabel(state), ...counts(byState(state), priorities, priorityOf)]),
    ['Total', ...counts(all, priorities, priorityOf)],
  ];
  const perDiagram = [
    ['Diagram', ...states.map(stateLabel), 'Total'],
    ...diagrams.map((diagram) => [
      diagram.header,
      ...counts(threatsOf(diagram), states, ({ state }) => state),
    ]),
  ];
  const rows = [...facts, [], ...matrix, [], ...perDiagram];
  const [first, second] = [facts.length + 1, facts.length + matrix.length + 2];
  return {
    name: 'Summary',
    pageSetup: WIDE,
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? stored(cell) : cell))),
    columns: Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, index) => ({
      width: 24,
      style: index === 0 ? TEXT : NUMBER,
    })),
    cells: new Map([
      ...styledRow(first, priorities.length + 2),
      ...styledRow(second, states.length + 2),
      ...facts.flatMap((_, row) => [[`${row},1`, { style: TEXT }] as const]),
    ]),
  };
}
