import { escapeMarkup } from '../../drawing/index.ts';
import type { Report } from '../model.ts';
import { reportTitle } from '../report.ts';
import { headline } from '../room.ts';
import { putDiagram } from './diagrams.ts';
import { putFront, putRegister } from './front.ts';
import {
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  type Section,
  TextRun,
} from './library.mjs';
import { Making, PAGE, type Pages } from './making.ts';
import { settled } from './settle.ts';
import { stylesXml } from './styles.ts';
import { held, runs } from './texts.ts';

const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/** Share of the work that is done when all is put together; the library says nothing while it writes. */
const PUT = 0.3;
const WRITTEN = 0.85;

/** Letters of the title that every page repeats. */
const LONGEST_RUNNING_TITLE = 180;

/**
 * The report as a Word document: headings, tables and texts in named styles, each diagram as a drawing, bookmarks on
 * diagrams, interactions and threats. The same report makes the same bytes. `progress` hears shares from 0 to 1.
 */
export async function renderDocx(
  report: Report,
  progress: (share: number) => void = () => undefined,
): Promise<Uint8Array> {
  const making = new Making(report);
  const all = Math.max(
    1,
    report.diagrams.reduce((sum, { interactions }) => sum + threatsOf(interactions), 0),
  );
  let threats = 0;
  for (const _ of put(making)) progress((PUT * ++threats) / all);
  const document = new Document({
    sections: making.pages.map((pages, index) => section(pages, index, report)),
  });
  const { Relationships: relationships } = document.Document;
  for (const [address, id] of making.addresses.entries())
    relationships.addRelationship(id, HYPERLINK, address, 'External');
  const written = await Packer.pack(document, 'uint8array', undefined, [
    { path: 'word/styles.xml', data: stylesXml() },
    { path: 'docProps/core.xml', data: properties(report) },
  ]);
  progress(WRITTEN);
  const bytes = settled(written);
  progress(1);
  return bytes;
}

const threatsOf = (interactions: Report['diagrams'][number]['interactions']): number =>
  interactions.reduce((sum, each) => sum + each.threats.length, 0);

function* put(making: Making): Iterable<void> {
  putFront(making);
  putRegister(making);
  if (making.report.choices.layout === 'summary') return;
  for (const [index, diagram] of making.report.diagrams.entries()) yield* putDiagram(diagram, index, making);
}

function section({ orientation, blocks }: Pages, index: number, report: Report): Section {
  const { width, height, margin } = PAGE;
  const page = {
    size: { width, height, orientation },
    margin: { top: margin, right: margin, bottom: margin, left: margin },
  };
  if (index > 0) return { properties: { page }, children: blocks };
  // Later pages have what those before them have; the first one bears the title itself.
  const line = (style: string, text: string): Paragraph => new Paragraph({ style, children: runs(text) });
  const { classification } = report.choices.cover;
  const marks = classification.trim() === '' ? [] : [line('Header', headline(classification))];
  const foot = new Footer({ children: [footLine(report)] });
  return {
    properties: { titlePage: true, page },
    headers: {
      default: new Header({
        children: [...marks, line('Header', headline(reportTitle(report), LONGEST_RUNNING_TITLE))],
      }),
      first: new Header({ children: [line('Header', '')] }),
    },
    footers: { default: foot, first: foot },
    children: blocks,
  };
}

const footLine = ({ createdOn }: Report): Paragraph =>
  new Paragraph({
    style: 'Footer',
    children: [
      ...runs(`Created on ${createdOn}  ·  `),
      new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
    ],
  });

/** What the file says of itself, by the report's date rather than the clock's. */
function properties(report: Report): string {
  const at = new Date(Date.parse(report.now) || 0).toISOString().replace(/\.\d+Z$/, 'Z');
  const text = (value: string): string => escapeMarkup(held(value));
  const time = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${text(headline(reportTitle(report)))}</dc:title><dc:creator>${text(report.tool)}</dc:creator><dc:language>en-US</dc:language>${time('created')}${time('modified')}</cp:coreProperties>`;
}
