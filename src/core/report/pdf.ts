import { stateLabel } from '../document/index.ts';
import { DiagramPictures, diagramCrop, priorityColour, stateColour } from '../drawing/index.ts';
import { type LinkRun, linkRuns, withAddresses } from './links.ts';
import { breakable, headline, type Node, Room } from './pdf-texts.ts';
import {
  type Count,
  contentsNames,
  oneLine,
  type Report,
  type ReportDiagram,
  type ReportInteraction,
  type ReportThreat,
  reportTitle,
} from './report.ts';
import { richRuns } from './rich-text.ts';

/** Points. The page is A4; margins leave room for the lines at its head and foot. */
const MARGINS = [48, 56, 48, 56] as const;
const PAGE = { short: 595.28, long: 841.89 } as const;
const INNER = { portrait: PAGE.short - 96, landscape: PAGE.long - 96 } as const;
/** Height left for a diagram under its heading. */
const DIAGRAM_HEIGHT = { portrait: 600, landscape: 370 } as const;
const INTERACTION_HEIGHT = 190;
/** Diagrams wider than this share of their height lie on a landscape page. */
const WIDE = 1.15;
/** Points for a model unit at most: small diagrams are not blown up. */
const LARGEST_SCALE = 0.9;

const QUIET = '#4c5661';
const LINE = '#dde1e5';
const LINKED = '#0b57a4';
/** Letters of the title that every page repeats: two lines at most. */
const LONGEST_RUNNING_TITLE = 180;

/**
 * The fonts by their own (PostScript) names. Under another name the library would read the whole font anew for every
 * text of a picture.
 */
const FONTS = {
  normal: 'Roboto-Regular',
  bold: 'Roboto-Medium',
  italics: 'Roboto-Italic',
  bolditalics: 'Roboto-MediumItalic',
} as const;

/**
 * The report as a PDF file: searchable text, vector diagrams, bookmarks and a table of contents. The library and
 * its fonts (Latin, Greek, Cyrillic) are loaded when the first PDF is made; characters of other scripts show
 * as boxes. `progress` hears how far the writing of the pages is, from 0 to 1; it begins when all are laid out.
 */
export async function renderPdf(
  report: Report,
  progress: (share: number) => void = () => undefined,
): Promise<Uint8Array> {
  const [{ default: pdfMake }, { default: fonts }] = await Promise.all([
    import('pdfmake/build/pdfmake.js'),
    import('pdfmake/build/vfs_fonts.js'),
  ]);
  const files = Object.values(FONTS).map((name) => [name, fonts[`${name}.ttf`] ?? ''] as const);
  pdfMake.addVirtualFileSystem(Object.fromEntries(files));
  pdfMake.setFonts({ Roboto: FONTS });
  pdfMake.setProgressCallback(progress);
  return pdfMake.createPdf(definition(report)).getBuffer();
}

/** The report as pdfmake's document. */
export function definition(report: Report): {
  readonly content: readonly Node[];
  readonly [key: string]: unknown;
} {
  const title = reportTitle(report);
  const running = breakable(headline(title, LONGEST_RUNNING_TITLE));
  const room = new Room();
  return {
    pageSize: 'A4',
    pageMargins: MARGINS,
    info: { title, subject: 'Threat model', creator: 'Trustline' },
    defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.2, color: '#1b1f24' },
    styles: {
      title: { fontSize: 22, bold: true },
      h2: { fontSize: 15, bold: true, margin: [0, 0, 0, 8] },
      h3: { fontSize: 12, bold: true, margin: [0, 14, 0, 4] },
      threat: { fontSize: 10.5, bold: true },
      label: { color: QUIET },
    },
    header: (page: number) =>
      page === 1 ? '' : { text: running, style: 'label', fontSize: 8, margin: [48, 28, 48, 0] },
    footer: (page: number, pages: number) => ({
      columns: [
        { text: `Created on ${report.createdOn}`, fontSize: 8, style: 'label' },
        { text: `${page} / ${pages}`, alignment: 'right', fontSize: 8, style: 'label' },
      ],
      margin: [48, 22, 48, 0],
    }),
    content: breakable([
      ...cover(report, room),
      ...report.diagrams.flatMap((diagram, index) => diagramPart(report, diagram, index, room)),
    ]),
  };
}

function cover(report: Report, room: Room): Node[] {
  const { information, notes, messages } = report;
  const rows = information.map(({ label, value }) => [
    { text: `${label}:`, style: 'label' },
    { text: linked(room.for(linkRuns(value))) },
  ]);
  const content: Node[] = [
    { text: 'Threat Modeling Report', style: 'title' },
    { text: `Created on ${report.createdOn}`, style: 'label', margin: [0, 2, 0, 16] },
    { table: { widths: [130, '*'], body: rows }, layout: 'noBorders' },
  ];
  if (notes.length > 0) {
    const head = ['Id', 'Note', 'Date', 'Added By'].map((text) => ({ text, style: 'label' }));
    const body = notes.map(({ id, message, date, addedBy }) => [
      String(id),
      { text: linked(room.for(linkRuns(message))), longest: NOTE_LENGTH },
      unit(headline(date)),
      unit(headline(addedBy)),
    ]);
    content.push({ text: 'Notes:', style: 'h3' });
    content.push({
      table: { headerRows: 1, widths: [20, '*', 'auto', 'auto'], body: [head, ...body] },
      layout: ruled,
    });
  }
  if (messages.length > 0) {
    content.push(
      { text: 'Messages:', style: 'h3' },
      { ul: messages.map(({ text }) => ({ text: headline(text) })), color: QUIET },
    );
  }
  content.push({ text: 'Threat Model Summary:', style: 'h3' }, summary(report.summary));
  if (report.diagrams.length > 0) content.push({ text: 'Contents', style: 'h3' }, contents(report));
  return content;
}

/**
 * A date or an author's name on one line, so that the column takes its width: pdfmake breaks behind hyphens. What
 * would leave the note no room is broken anywhere.
 */
const broken = (text: string): string =>
  (text.match(new RegExp(`.{1,${AUTHOR_LENGTH}}`, 'gsu')) ?? []).join('\n');
const unit = (text: string): Node =>
  text.length <= AUTHOR_LENGTH ? { text, noWrap: true } : { text: broken(text) };

/** The fonts have no arrow. */
const BETWEEN = 'to';

const diagramId = (diagram: number): string => `d${diagram}`;
const interactionId = (diagram: number, interaction: number): string => `d${diagram}i${interaction}`;

/** Our own list: pdfmake's repeats the headings, and interactions may have the same name. */
function contents(report: Report): Node {
  const line = (text: string, id: string, indent: number): Node[] => [
    { text, linkToDestination: id, margin: [indent, 0, 0, 0] },
    { pageReference: id, linkToDestination: id, alignment: 'right', color: QUIET },
  ];
  const body = report.diagrams.flatMap(({ header, interactions }, d) => [
    line(`Diagram: ${headline(header)}`, diagramId(d), 0),
    ...contentsNames(interactions, BETWEEN).map((name, i) =>
      line(`Interaction: ${headline(name)}`, interactionId(d, i), 12),
    ),
  ]);
  const names = report.diagrams.flatMap(({ header, interactions }) => [
    headline(header),
    ...interactions.map(({ name }) => headline(name)),
  ]);
  return {
    table: { widths: ['*', 'auto'], dontBreakRows: names.every(fitsOnPage), body },
    layout: 'noBorders',
  };
}

/** Thin lines between rows and none around. */
const ruled = {
  hLineWidth: (line: number, node: { table: { body: readonly unknown[] } }) =>
    line === 0 || line === node.table.body.length ? 0 : 0.5,
  vLineWidth: () => 0,
  hLineColor: () => LINE,
  paddingLeft: () => 0,
};

/** Goes on where another table ended. */
const continued = {
  ...ruled,
  hLineWidth: (line: number, node: { table: { body: readonly unknown[] } }) =>
    line === node.table.body.length ? 0 : 0.5,
};

function summary(counts: readonly Count[]): Node {
  const body = counts.map(({ label, count }) => [label, { text: String(count), alignment: 'right' }]);
  return { table: { widths: [160, 40], body }, layout: ruled };
}

function diagramPart(report: Report, part: ReportDiagram, index: number, room: Room): Node[] {
  const { diagram } = part;
  const header = headline(part.header);
  const id = diagramId(index);
  const heading = {
    text: `Diagram: ${header}`,
    style: 'h2',
    id,
    outline: true,
    outlineText: header,
  };
  const counts: Node[] = [{ text: `${header} Diagram Summary:`, style: 'h3' }, summary(part.summary)];
  const names = contentsNames(part.interactions, BETWEEN);
  // Pictures of the template stand in the diagram's own picture: repeated with each interaction they would only weigh.
  const pictures =
    diagram && new DiagramPictures(report.model, diagram, { background: 'none', withImages: false });
  const interactions = part.interactions.flatMap((interaction, i) =>
    interactionPart(interaction, pictures, {
      id: interactionId(index, i),
      parent: id,
      outline: headline(names[i] ?? ''),
      room,
    }),
  );
  if (diagram === undefined) return [{ ...heading, pageBreak: 'before' }, ...counts, ...interactions];
  const crop = diagramCrop(diagram);
  const orientation = crop.width > crop.height * WIDE ? 'landscape' : 'portrait';
  const picture = fitted(
    new DiagramPictures(report.model, diagram, { background: 'none' }).whole(),
    crop,
    INNER[orientation],
    DIAGRAM_HEIGHT[orientation],
  );
  return [
    { ...heading, pageOrientation: orientation, pageBreak: 'before' },
    picture,
    { ...onNewPage(counts[0]), pageOrientation: 'portrait', pageBreak: 'before' },
    ...counts.slice(1),
    ...interactions,
  ];
}

const onNewPage = (node: Node | undefined): { readonly [key: string]: unknown } =>
  typeof node === 'object' ? node : { text: node ?? '' };

/** A picture scaled to fit, never larger than `LARGEST_SCALE`. */
function fitted(svg: string, size: { width: number; height: number }, width: number, height: number): Node {
  const scale = Math.min(LARGEST_SCALE, width / size.width, height / size.height);
  return { svg, width: size.width * scale, height: size.height * scale, margin: [0, 0, 0, 8] };
}

function interactionPart(
  interaction: ReportInteraction,
  pictures: DiagramPictures | undefined,
  asked: { readonly id: string; readonly parent: string; readonly outline: string; readonly room: Room },
): Node[] {
  const { id, parent, outline, room } = asked;
  const { flow } = interaction;
  const name = headline(interaction.name);
  const source = headline(interaction.source);
  const target = headline(interaction.target);
  const heading: Node[] = [
    {
      text: `Interaction: ${oneLine(name)}`,
      style: 'h3',
      id,
      outline: true,
      outlineText: outline,
      outlineParentId: parent,
    },
    {
      text: flow === undefined ? 'The data flow was deleted.' : `${source} to ${target}`,
      style: 'label',
      margin: [0, 0, 0, 4],
    },
  ];
  if (flow !== undefined && pictures !== undefined) {
    const svg = pictures.interaction(flow);
    const [, width = '1', height = '1'] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    heading.push(
      fitted(svg, { width: Number(width), height: Number(height) }, INNER.portrait, INTERACTION_HEIGHT),
    );
  }
  // The heading and its picture stay with the first threat.
  return interaction.threats.flatMap((threat, index) => {
    const title = headline(threat.title);
    const { head, rows } = threatPart(threat, title, room);
    const above = index === 0 ? heading : [];
    const names = index === 0 ? [title, name, source, target] : [title];
    return [{ stack: [...above, ...head], unbreakable: fitsOnPage(names.join('\n')) }, ...rows];
  });
}

/** Lines that are sure to fit on a page with a heading and a picture. What must not be broken and is longer is lost. */
const MOST_LINES = 24;
/** A line of a row holds at least as many characters, were they the widest. */
const LINE_LENGTH = 48;
const linesOf = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE_LENGTH)), 0);

/** The same for notes, their authors and the labels of rows. */
const NOTE_LENGTH = 32;
const AUTHOR_LENGTH = 24;
const LABEL_LENGTH = 18;

/** Pieces of a text for pdfmake; the address of a link stands behind words that do not say it. */
const linked = (runs: readonly LinkRun[]): readonly Node[] =>
  runs.map((run) =>
    run.href === undefined ? run.text : { text: withAddresses([run]), link: run.href, color: LINKED },
  );

const fitsOnPage = (text: string): boolean => linesOf(text) <= MOST_LINES;

interface ThreatPart {
  /** The heading with the rows that stay with it. */
  readonly head: readonly Node[];
  readonly rows: readonly Node[];
}

/** A heading alone at the foot of a page says nothing: its first two rows stay with it, if they are short. */
function threatPart(threat: ReportThreat, title: string, room: Room): ThreatPart {
  const { text: color, ground: background } = stateColour('light', threat.threat.state);
  const heading = {
    text: [
      { text: `${threat.number}. ${title}  ` },
      {
        text: ` [State: ${stateLabel(threat.threat.state)}] `,
        bold: false,
        fontSize: 8.5,
        color,
        background,
      },
      {
        text: `  [Priority: ${threat.priority}]`,
        bold: false,
        fontSize: 8.5,
        color: priorityColour('light', threat.priority) ?? QUIET,
      },
      ...(threat.stale
        ? [
            {
              text: `  [Interaction: ${headline(threat.interaction)}] no longer generated`,
              bold: false,
              fontSize: 8.5,
              color: QUIET,
            },
          ]
        : []),
    ],
    style: 'threat',
    margin: [0, 10, 0, 3],
  };
  const pieces = threat.rows.map(({ label, value, rich }) => ({
    label,
    runs: room.for(rich ? richRuns(value) : linkRuns(value)),
  }));
  const texts = pieces.map(({ label, runs }) => ({ label, runs, text: withAddresses(runs) }));
  const lines = texts.slice(0, 2).map(({ text }) => linesOf(text));
  const titleLines = linesOf(title);
  const kept = lines.filter(
    (_, index) => lines.slice(0, index + 1).reduce((a, b) => a + b, titleLines) <= MOST_LINES,
  ).length;
  const table = (rows: typeof texts, layout: object): readonly Node[] => {
    const body = rows.map(({ label, runs }) => [
      { text: `${label}:`, style: 'label', longest: LABEL_LENGTH },
      { text: linked(runs) },
    ]);
    const dontBreakRows = rows.every(({ text }) => fitsOnPage(text));
    return body.length === 0 ? [] : [{ table: { widths: [95, '*'], body, dontBreakRows }, layout }];
  };
  return {
    head: [heading, ...table(texts.slice(0, kept), ruled)],
    rows: table(texts.slice(kept), kept === 0 ? ruled : continued),
  };
}
