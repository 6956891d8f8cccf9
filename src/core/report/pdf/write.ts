import { joinedBytes } from '../../base/index.ts';
import { elementName } from '../../document/index.ts';
import type { Report } from '../model.ts';
import { reportTitle } from '../report.ts';
import { headline, Room } from '../room.ts';
import { placedLine } from './blocks.ts';
import { putCover } from './cover.ts';
import { putDiagram } from './diagrams.ts';
import { Flow, innerWidth, MARGIN, type Orientation, pageSize } from './flow.ts';
import { fontsFor } from './fonts.ts';
import { shownOnPage } from './lines.ts';
import { putRegister } from './overview.ts';
import { Paper } from './paper.ts';
import type { Setting } from './setting.ts';
import { STYLES } from './styles.ts';

/** Letters of the title that every page repeats: two lines at most. */
const LONGEST_RUNNING_TITLE = 180;
const HEAD_TOP = 28;
/** Share of the head that a classification has. */
const MARK = 0.35;
const LONGEST_MARK = 60;
const FOOT_BELOW = 22;
/** Share of the work that is done when it is known where everything stands. */
const LAID_OUT = 0.25;

/**
 * The report as a PDF file in parts: searchable text, vector diagrams, bookmarks, a table of contents, and its structure
 * told. Everything is laid out twice, as the contents and each page's foot tell numbers that only the end knows; nothing
 * but these is kept. Once more where the first time met characters for which other fonts had to be fetched.
 */
export async function* pdfParts(
  report: Report,
  progress: (share: number) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  const title = reportTitle(report);
  const paper = new Paper({ title, created: new Date(Date.parse(report.now) || 0) });
  // Rows of the register and of elements are steps, too.
  const all = Math.max(1, stepsOf(report));
  const pages = new Map<string, number>();
  const found = (place: string, page: number): void => {
    pages.set(place, page);
  };
  let told = report;
  const settingOf = (flow: Flow): Setting => ({
    report: told,
    faces: paper.faces,
    flow,
    room: new Room(),
    pages,
    found,
  });
  let step = 0;
  const measure = (): Flow => {
    const flow = new Flow(undefined, () => undefined);
    step = 0;
    for (const _ of put(settingOf(flow))) progress((LAID_OUT * Math.min(++step, all)) / all);
    return flow;
  };
  let measured = measure();
  const lacking = lackingIn(paper, title, report);
  if (lacking.length > 0) {
    paper.addFonts(await fontsFor(lacking));
    for (const character of lacking) paper.faces.normal.words(character);
    told = withLacks(report, paper.lacks());
    measured = measure();
  }
  const classification = headline(report.choices.cover.classification, LONGEST_MARK);
  const longest = LONGEST_RUNNING_TITLE * (classification === '' ? 1 : 1 - MARK);
  const running = headline(title, Math.floor(longest));
  const flow = new Flow(paper, (sheet, page, orientation) =>
    dress(sheet, orientation, {
      head: page === 1 ? '' : running,
      mark: page === 1 ? '' : classification,
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

/** The characters that the fonts do not have, also of what is written only on paper: titles and diagrams. */
function lackingIn(paper: Paper, title: string, { diagrams }: Report): readonly string[] {
  const elements = diagrams.flatMap(({ diagram }) => [...(diagram?.shapes ?? []), ...(diagram?.lines ?? [])]);
  for (const text of [title, ...elements.map(elementName)]) paper.faces.normal.words(shownOnPage(text));
  return [...new Set(paper.lacks())];
}

/** As many characters are named. */
const MOST_NAMED = 40;

/** Says in the report what of it cannot be read. */
function withLacks(report: Report, lacks: readonly string[]): Report {
  if (lacks.length === 0) return report;
  const named = lacks.slice(0, MOST_NAMED).map((one) => `U+${hexOf(one)}`);
  const more = lacks.length > named.length ? ` and ${lacks.length - named.length} more` : '';
  const text = `No font of this program has these characters, which show as boxes here and are in the other formats: ${named.join(', ')}${more}`;
  return { ...report, messages: [...report.messages, { severity: 'warning', code: 'no-glyph', text }] };
}

const hexOf = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** The same as one file. */
export async function renderPdf(report: Report, progress?: (share: number) => void): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of pdfParts(report, progress)) parts.push(part);
  return joinedBytes(parts);
}

const stepsOf = ({ diagrams, overview, choices }: Report): number =>
  diagrams.reduce((sum, { elements, interactions }) => {
    const threats = interactions.reduce((count, each) => count + each.threats.length, 0);
    const rows = (elements?.elements.length ?? 0) + (elements?.boundaries.length ?? 0);
    const listed = overview === null ? 0 : threats;
    return sum + listed + (choices.layout === 'summary' ? 0 : threats + rows);
  }, 1);

function* put(setting: Setting): Iterable<void> {
  putCover(setting);
  yield;
  yield* putRegister(setting);
  if (setting.report.choices.layout === 'summary') return;
  for (const [index, diagram] of setting.report.diagrams.entries())
    yield* putDiagram(diagram, index, setting);
}

/** The lines at the head and the foot of a page. */
function dress(
  paper: Paper,
  orientation: Orientation,
  said: { readonly head: string; readonly mark: string; readonly left: string; readonly right: string },
): void {
  const at = { left: MARGIN.left, width: innerWidth(orientation) };
  const foot = pageSize(orientation).height - MARGIN.bottom + FOOT_BELOW;
  const half = said.mark === '' ? at : { ...at, width: at.width * (1 - MARK) };
  if (said.head !== '') placedLine(paper, said.head, STYLES.small, { ...half, top: HEAD_TOP });
  if (said.mark !== '') {
    const right = { left: at.left + at.width * (1 - MARK), width: at.width * MARK, right: true };
    placedLine(paper, said.mark, STYLES.small, { ...right, top: HEAD_TOP });
  }
  placedLine(paper, said.left, STYLES.small, { ...at, top: foot });
  placedLine(paper, said.right, STYLES.small, { ...at, top: foot, right: true });
}
