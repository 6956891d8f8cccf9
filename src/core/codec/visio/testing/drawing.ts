import { strToU8, zipSync } from 'fflate';
import { refusalWords } from '../../../words/later.ts';
import { readAnything, readForeign } from '../../index.ts';

/* Drawings as Visio packs them, made for tests. */

export const XMLNS = 'xmlns="http://schemas.microsoft.com/office/visio/2012/main"';
const RELATIONS = 'http://schemas.microsoft.com/visio/2010/relationships';
export const rels = (...all: readonly (readonly [id: string, kind: string, target: string])[]): string =>
  `<Relationships>${all
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

export const cells = (values: Readonly<Record<string, number | string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `<Cell N="${name}" V="${value}"/>`)
    .join('');
const text = (label: string | undefined): string =>
  label === undefined ? '' : `<Text><cp IX="0"/>${label}</Text>`;

export interface Made {
  readonly master?: number;
  readonly nameU?: string;
  readonly label?: string;
  readonly at?: readonly [x: number, y: number, w?: number, h?: number];
  readonly cells?: Readonly<Record<string, number | string>>;
  readonly inside?: string;
  readonly type?: string;
  readonly attributes?: string;
}
/** A shape with its middle at a place, in inches from the lower left corner of the page. */
export function shape(
  id: number,
  { master, nameU, label, at, cells: more = {}, inside = '', type, attributes = '' }: Made,
) {
  const [x, y, w, h] = at ?? [];
  const place = {
    ...(x !== undefined && y !== undefined && { PinX: x, PinY: y }),
    ...(w !== undefined && h !== undefined && { Width: w, Height: h, LocPinX: w / 2, LocPinY: h / 2 }),
  };
  const name = nameU === undefined ? '' : ` NameU="${nameU}"`;
  const made = master === undefined ? '' : ` Master="${master}"`;
  const kind = type ?? (inside.includes('<Shapes>') ? 'Group' : 'Shape');
  return `<Shape ID="${id}" Type="${kind}"${name}${made} ${attributes}>${cells({ ...place, ...more })}${text(label)}${inside}</Shape>`;
}
export const line = (id: number, [x1, y1, x2, y2]: readonly number[], made: Made = {}) =>
  shape(id, {
    ...made,
    cells: { BeginX: x1 ?? 0, BeginY: y1 ?? 0, EndX: x2 ?? 0, EndY: y2 ?? 0, ...made.cells },
  });
export const group = (...shapes: readonly string[]): string => `<Shapes>${shapes.join('')}</Shapes>`;
export const glue = (
  ...all: readonly (readonly [line: number, end: 'BeginX' | 'EndX', to: number])[]
): string =>
  `<Connects>${all.map(([from, end, to]) => `<Connect FromSheet="${from}" FromCell="${end}" ToSheet="${to}" ToCell="PinX"/>`).join('')}</Connects>`;

const MASTERS = [
  'Process',
  'External interactor.22',
  'Data store',
  'Trust Boundary',
  'Dynamic connector',
  'Rectangle',
  'Title block small',
];
export const [PROCESS, EXTERNAL, STORE, BOUNDARY, CONNECTOR, RECTANGLE, TITLE] = [0, 1, 2, 3, 4, 5, 6];

export interface Package {
  readonly page?: string;
  readonly connects?: string;
  readonly sheet?: string;
  readonly pages?: string;
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}
/** A drawing of one page, with a part for each master. */
export function drawing({
  page = '',
  connects = '',
  sheet = '',
  pages = '',
  parts = {},
}: Package): Uint8Array {
  const masters = MASTERS.map(
    (name, id) => `<Master ID="${id}" NameU="${name}" Name="${name}"><Rel r:id="m${id}"/></Master>`,
  );
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': rels(['r1', 'document', 'visio/document.xml']),
    'visio/document.xml': `<VisioDocument ${XMLNS}><StyleSheets><StyleSheet ID="1" NameU="Text Only"/></StyleSheets></VisioDocument>`,
    'visio/_rels/document.xml.rels': rels(
      ['a', 'pages', 'pages/pages.xml'],
      ['b', 'masters', '/visio/masters/list.xml'],
    ),
    'visio/pages/pages.xml': `<Pages ${XMLNS} xmlns:r="r"><Page ID="0" Name="Shop"><PageSheet>${cells({ PageHeight: 10 })}${sheet}</PageSheet><Rel r:id="p0"/></Page>${pages}</Pages>`,
    'visio/pages/_rels/pages.xml.rels': rels(['p0', 'page', '../drawn/One.xml']),
    'visio/drawn/one.XML': `<PageContents ${XMLNS}><Shapes>${page}</Shapes>${connects}</PageContents>`,
    'visio/masters/list.xml': `<Masters ${XMLNS} xmlns:r="r">${masters.join('')}</Masters>`,
    'visio/masters/_rels/list.xml.rels': rels(
      ...MASTERS.map((_, id) => [`m${id}`, 'master', `m${id}.xml`] as const),
    ),
  };
  for (const [id, name] of MASTERS.entries()) {
    const isLine = name === 'Trust Boundary' || name === 'Dynamic connector';
    const more = isLine
      ? {
          BeginX: 0,
          BeginY: 0,
          EndX: 1,
          EndY: 0,
          EndArrow: name === 'Trust Boundary' ? 0 : 5,
          LinePattern: 1,
        }
      : { LinePattern: 1, FillPattern: 1 };
    all[`visio/masters/m${id}.xml`] =
      `<MasterContents ${XMLNS}><Shapes>${shape(5, { at: [1, 1, 1, 0.5], cells: more, inside: '' })}</Shapes></MasterContents>`;
  }
  const files = Object.entries({ ...all, ...parts }).map(
    ([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  return zipSync(Object.fromEntries(files));
}

export const read = (bytes: Uint8Array) => {
  const result = readForeign(bytes, 'a.vsdx');
  if (!result.ok) throw new Error(`${refusalWords(result.error)} ${result.error.place.path}`);
  return result.value.draft;
};
export const pageOf = (made: Package) => {
  const [diagram] = read(drawing(made)).diagrams;
  if (diagram === undefined) throw new Error('There is no page');
  return diagram;
};
export const rolesOf = (made: Package) =>
  Object.fromEntries(pageOf(made).nodes.map(({ id, role }) => [id, role]));
export const refused = (bytes: Uint8Array): string => {
  const result = readAnything(bytes, 'a.vsdx');
  return result.ok ? '' : `${refusalWords(result.error)} | ${result.error.place.path}`;
};

export const shop = [
  shape(1, { master: EXTERNAL, at: [1, 8], label: 'Customer' }),
  shape(2, { master: PROCESS, at: [4, 8], label: 'Web &amp;\nshop' }),
  shape(3, { master: STORE, at: [7, 8], label: 'Orders' }),
].join('');
