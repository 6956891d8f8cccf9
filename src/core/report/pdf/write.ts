import type { Report } from '../model.ts';
import { reportTitle } from '../report.ts';
import { placedLine } from './blocks.ts';
import { putCover, type Setting } from './cover.ts';
import { putDiagram } from './diagrams.ts';
import { Flow, innerWidth, MARGIN, type Orientation, pageSize } from './flow.ts';
import { joined, Paper } from './paper.ts';
import { STYLES } from './styles.ts';
import { headline, Room } from './texts.ts';

/** Letters of the title that every page repeats: two lines at most. */
const LONGEST_RUNNING_TITLE = 180;
const HEAD_TOP = 28;
const FOOT_BELOW = 22;
/** Share of the work that is done when it is known where everything stands. */
const LAID_OUT = 0.25;

/**
 * The report as a PDF file in parts: searchable text, vector diagrams, bookmarks, a table of contents, and its structure
 * told. The fonts have Latin, Greek and Cyrillic; characters of other scripts show as boxes. Everything is laid out
 * twice, as the contents and each page's foot tell numbers that only the end knows; nothing but these is kept.
 */
export async function* pdfParts(
  report: Report,
  progress: (share: number) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  const title = reportTitle(report);
  const paper = new Paper({ title, created: new Date(Date.parse(report.now) || 0) });
  const all = Math.max(1, report.model.threats.length);
  const pages = new Map<string, number>();
  const found = (place: string, page: number): void => {
    pages.set(place, page);
  };
  const settingOf = (flow: Flow): Setting => ({
    report,
    faces: paper.faces,
    flow,
    room: new Room(),
    pages,
    found,
  });
  const measured = new Flow(undefined, () => undefined);
  let step = 0;
  for (const _ of put(settingOf(measured))) progress((LAID_OUT * Math.min(++step, all)) / all);
  const running = headline(title, LONGEST_RUNNING_TITLE);
  const flow = new Flow(paper, (sheet, page, orientation) =>
    dress(sheet, orientation, {
      head: page === 1 ? '' : running,
      left: `Created on ${report.createdOn}`,
      right: `${page} / ${measured.pages}`,
    }),
  );
  step = 0;
  for (const _ of put(settingOf(flow))) {
    step += 1;
    progress(LAID_OUT + ((1 - LAID_OUT) * Math.min(step, all)) / all);
    const written = paper.take();
    if (written !== null) yield written;
  }
  yield await paper.end();
}

/** The same as one file. */
export async function renderPdf(report: Report, progress?: (share: number) => void): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of pdfParts(report, progress)) parts.push(part);
  return joined(parts);
}

function* put(setting: Setting): Iterable<void> {
  putCover(setting);
  yield;
  for (const [index, diagram] of setting.report.diagrams.entries())
    yield* putDiagram(diagram, index, setting);
}

/** The lines at the head and the foot of a page. */
function dress(
  paper: Paper,
  orientation: Orientation,
  said: { readonly head: string; readonly left: string; readonly right: string },
): void {
  const at = { left: MARGIN.left, width: innerWidth(orientation) };
  const foot = pageSize(orientation).height - MARGIN.bottom + FOOT_BELOW;
  if (said.head !== '') placedLine(paper, said.head, STYLES.small, { ...at, top: HEAD_TOP });
  placedLine(paper, said.left, STYLES.small, { ...at, top: foot });
  placedLine(paper, said.right, STYLES.small, { ...at, top: foot, right: true });
}
