import { REPORTED_STATES, stateLabel } from '../../document/index.ts';
import { COLOURED_PRIORITIES, PRIORITY_COLOURS, stateColour } from '../../drawing/index.ts';

const ink = '1B1F24';
const quiet = '4C5661';
const rule = 'C9CFD5';

/** Ids of the character styles for states and priorities, so that a company can give them its own colours. */
export const stateStyle = (state: string): string =>
  `State${REPORTED_STATES.find((known) => known === state) ?? REPORTED_STATES[0]}`;
export function priorityStyle(priority: string): string | undefined {
  const known = COLOURED_PRIORITIES.find((each) => each === priority.toLowerCase());
  return known === undefined ? undefined : `Priority${capital(known)}`;
}

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

interface Look {
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  /** Half points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly fill?: string;
  readonly underline?: boolean;
  /** Twentieths of a point above and below. */
  readonly space?: readonly [number, number];
  readonly indent?: number;
  readonly keepNext?: boolean;
  /** Of headings, from 0. */
  readonly outline?: number;
  readonly pageBefore?: boolean;
  /** Listed among the styles that Word offers first. */
  readonly quick?: boolean;
}

function characters({ size, bold, colour, fill, underline }: Look): string {
  const parts = [
    bold === true ? '<w:b/><w:bCs/>' : '',
    colour === undefined ? '' : `<w:color w:val="${colour}"/>`,
    size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
    underline === true ? '<w:u w:val="single"/>' : '',
    fill === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`,
  ].join('');
  return parts === '' ? '' : `<w:rPr>${parts}</w:rPr>`;
}

function paragraphs({ keepNext, pageBefore, space, indent, outline }: Look): string {
  const parts = [
    keepNext === true ? '<w:keepNext/><w:keepLines/>' : '',
    pageBefore === true ? '<w:pageBreakBefore/>' : '',
    space === undefined ? '' : `<w:spacing w:before="${space[0]}" w:after="${space[1]}"/>`,
    indent === undefined ? '' : `<w:ind w:left="${indent}"/>`,
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
  ].join('');
  return parts === '' ? '' : `<w:pPr>${parts}</w:pPr>`;
}

const head = ({ name, basedOn, next, quick }: Look): string =>
  `<w:name w:val="${name}"/>${basedOn === undefined ? '' : `<w:basedOn w:val="${basedOn}"/>`}${
    next === undefined ? '' : `<w:next w:val="${next}"/>`
  }${quick === true ? '<w:qFormat/>' : ''}`;

/** Styles that Word knows by their names. */
const BUILT_IN =
  /^(BodyText|Title|Subtitle|Heading\d|ContentsHeading|TOC\d|Header|Footer|ListBullet|Hyperlink)$/;
const own = (id: string): string => (BUILT_IN.test(id) ? '' : ' w:customStyle="1"');

const paragraphStyle = (id: string, look: Look): string =>
  `<w:style w:type="paragraph"${own(id)} w:styleId="${id}">${head({ basedOn: 'Normal', ...look })}${paragraphs(look)}${characters(look)}</w:style>`;
const characterStyle = (id: string, look: Look): string =>
  `<w:style w:type="character"${own(id)} w:styleId="${id}">${head({ basedOn: 'DefaultParagraphFont', quick: true, ...look })}${characters(look)}</w:style>`;

const PARAGRAPHS: Readonly<Record<string, Look>> = {
  BodyText: { name: 'Body Text', space: [0, 80], quick: true },
  Title: { name: 'Title', next: 'BodyText', size: 48, bold: true, space: [120, 60], quick: true },
  Subtitle: { name: 'Subtitle', next: 'BodyText', size: 28, colour: quiet, space: [0, 60], quick: true },
  Heading1: {
    name: 'heading 1',
    next: 'BodyText',
    size: 32,
    bold: true,
    space: [360, 120],
    keepNext: true,
    outline: 0,
    quick: true,
  },
  Heading2: {
    name: 'heading 2',
    next: 'BodyText',
    size: 25,
    bold: true,
    space: [280, 80],
    keepNext: true,
    outline: 1,
    quick: true,
  },
  Heading3: {
    name: 'heading 3',
    next: 'BodyText',
    size: 21,
    bold: true,
    space: [220, 40],
    keepNext: true,
    outline: 2,
    quick: true,
  },
  ContentsHeading: {
    name: 'TOC Heading',
    next: 'BodyText',
    size: 25,
    bold: true,
    space: [280, 80],
    keepNext: true,
  },
  TOC1: { name: 'toc 1', space: [60, 20] },
  TOC2: { name: 'toc 2', space: [0, 0], indent: 240 },
  Header: { name: 'header', size: 16, colour: quiet },
  Footer: { name: 'footer', size: 16, colour: quiet },
  ListBullet: { name: 'List Bullet', space: [0, 40] },
  Classification: { name: 'Classification', bold: true, colour: quiet, space: [0, 120], quick: true },
  Quiet: { name: 'Quiet Text', size: 18, colour: quiet, space: [40, 80], quick: true },
  Ends: { name: 'Interaction Ends', size: 18, colour: quiet, space: [0, 60], keepNext: true, quick: true },
  ThreatFacts: { name: 'Threat Facts', size: 18, colour: quiet, space: [0, 60], keepNext: true, quick: true },
  Figure: { name: 'Figure', space: [60, 120], quick: true },
  TableText: { name: 'Table Text', size: 18, space: [20, 20], quick: true },
  TableHeading: {
    name: 'Table Heading',
    basedOn: 'TableText',
    size: 18,
    bold: true,
    keepNext: true,
    quick: true,
  },
  TableLabel: { name: 'Table Label', basedOn: 'TableText', size: 18, colour: quiet, quick: true },
  StatusBar: { name: 'Status Bar', size: 12 },
};

const line = (side: string, colour: string): string =>
  `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${colour}"/>`;
const CELLS = '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>';

const tableStyle = (id: string, name: string, properties: string, first = ''): string =>
  `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>${properties}</w:tblPr>${first}</w:style>`;

const TABLES = [
  tableStyle(
    'TrustlineTable',
    'Trustline Table',
    `<w:tblBorders>${line('top', rule)}${line('bottom', rule)}${line('insideH', rule)}</w:tblBorders>${CELLS}`,
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="ECEEF0"/></w:tcPr></w:tblStylePr>',
  ),
  tableStyle(
    'TrustlineFields',
    'Trustline Fields',
    `<w:tblBorders>${line('insideH', rule)}</w:tblBorders>${CELLS}`,
  ),
  tableStyle('TrustlineBar', 'Trustline Bar', ''),
];

const FONT = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>';

/** All styles of a document, by names that Word's gallery shows: who gives them another look changes every report. */
export function stylesXml(): string {
  const states = REPORTED_STATES.map((state) => {
    const { text, ground } = stateColour('light', state);
    return characterStyle(stateStyle(state), {
      name: `State ${stateLabel(state)}`,
      colour: text.slice(1),
      fill: ground.slice(1),
    });
  });
  const priorities = COLOURED_PRIORITIES.map((priority) =>
    characterStyle(`Priority${capital(priority)}`, {
      name: `Priority ${capital(priority)}`,
      colour: PRIORITY_COLOURS.light[priority].slice(1),
    }),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    `<w:docDefaults><w:rPrDefault><w:rPr>${FONT}<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:rPr><w:color w:val="${ink}"/></w:rPr></w:style>`,
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>',
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>',
    ...Object.entries(PARAGRAPHS).map(([id, look]) => paragraphStyle(id, look)),
    characterStyle('Hyperlink', { name: 'Hyperlink', colour: '0B57A4', underline: true }),
    ...states,
    ...priorities,
    ...TABLES,
    '</w:styles>',
  ].join('');
}
