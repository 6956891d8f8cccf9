import { linkRuns } from '../links.ts';
import type { Count, Report } from '../model.ts';
import { contentsNames } from '../report.ts';
import { paragraph, row } from './blocks.ts';
import type { Faces } from './faces.ts';
import { type Block, type Flow, innerWidth, MARGIN } from './flow.ts';
import { brokenLines, type Line, type TextStyle } from './lines.ts';
import { linked, STYLES, styled } from './styles.ts';
import { headline, type Room } from './texts.ts';

/** What the parts of a report have in common while they are laid out. */
export interface Setting {
  readonly report: Report;
  readonly faces: Faces;
  readonly flow: Flow;
  readonly room: Room;
  /** The page of each place, as far as they are known. */
  readonly pages: ReadonlyMap<string, number>;
  readonly found: (place: string, page: number) => void;
}

const WIDTH = innerWidth('portrait');
const GAP = 4;
const INFORMATION = 130;
const SUMMARY = { label: 160, count: 40 } as const;
const INDENT = 12;
/** Room for the number of a page in the contents. */
const PAGE_NUMBER = 32;

/** The fonts have no arrow. */
export const BETWEEN = 'to';

export const diagramPlace = (diagram: number): string => `d${diagram}`;
export const interactionPlace = (diagram: number, interaction: number): string =>
  `d${diagram}i${interaction}`;

export const heading = (text: string, tag: string, faces: Faces): Block =>
  paragraph(styled(text, STYLES.heading), faces, { tag, before: 14, after: 4 });

const size = STYLES.body.size;
const lines = (text: string, width: number, faces: Faces, style: TextStyle = STYLES.body): readonly Line[] =>
  brokenLines(styled(text, style), width, faces);

export function putCover(setting: Setting): void {
  const { report, faces, flow, room } = setting;
  flow.newPage('portrait');
  flow.put(paragraph(styled('Threat Modeling Report', STYLES.title), faces, { tag: 'H1' }));
  flow.put(
    paragraph(styled(`Created on ${report.createdOn}`, STYLES.label), faces, {
      tag: 'P',
      before: 2,
      after: 16,
    }),
  );
  const x = MARGIN.left + INFORMATION + GAP;
  for (const { label, value } of report.information) {
    const texts = brokenLines(linked(room.for(linkRuns(value))), WIDTH - INFORMATION - GAP, faces);
    const side = [
      { lines: lines(`${label}:`, INFORMATION, faces, STYLES.label), x: MARGIN.left },
      { lines: texts, x },
    ];
    flow.put(row(side, size, { tag: 'P' }));
  }
  putNotes(setting);
  putMessages(setting);
  putSummary('Threat Model Summary:', 'H2', report.summary, setting);
  if (report.diagrams.length > 0) putContents(setting);
}

const NOTE_NUMBER = 24;
/** A date or an author's name stands on one line as long as it leaves the note its room. */
const LONGEST_UNIT = 120;

function putNotes({ report, faces, flow, room }: Setting): void {
  const { notes } = report;
  if (notes.length === 0) return;
  const widest = (texts: Iterable<string>): number => {
    let width = 0;
    for (const text of texts) width = Math.max(width, (faces.normal.width(headline(text)) * size) / 1000);
    return Math.min(width + 1, LONGEST_UNIT);
  };
  const date = widest(['Date', ...new Set(notes.map((note) => note.date))]);
  const author = widest(['Added By', ...new Set(notes.map((note) => note.addedBy))]);
  const number = Math.max(NOTE_NUMBER, widest([...notes.map(({ id }) => String(id)).slice(-1)]) + GAP);
  const message = WIDTH - number - date - author - 4 * GAP;
  const places = [0, number, number + message + 2 * GAP, number + message + date + 4 * GAP];
  const side = (texts: readonly (readonly Line[])[]) =>
    texts.map((each, index) => ({ lines: each, x: MARGIN.left + (places[index] ?? 0) }));
  const widths = [number - GAP, message, date, author];
  const head = ['Id', 'Note', 'Date', 'Added By'].map((text, index) =>
    lines(text, widths[index] ?? 0, faces, STYLES.label),
  );
  flow.put(heading('Notes:', 'H2', faces));
  flow.under(row(side(head), size, { tag: 'P' }), () => {
    for (const note of notes) {
      const texts = [
        lines(String(note.id), number - GAP, faces),
        brokenLines(linked(room.for(linkRuns(note.message))), message, faces),
        lines(headline(note.date), date, faces),
        lines(headline(note.addedBy), author, faces),
      ];
      flow.put(row(side(texts), size, { tag: 'P', rule: { width: WIDTH } }));
    }
  });
}

const BULLET = 9;

function putMessages({ report, faces, flow }: Setting): void {
  if (report.messages.length === 0) return;
  flow.put(heading('Messages:', 'H2', faces));
  flow.group('L', () => {
    for (const { text } of report.messages) {
      const side = [
        { lines: lines('•', BULLET, faces, STYLES.label), x: MARGIN.left },
        {
          lines: lines(headline(text), WIDTH - BULLET, faces, STYLES.label),
          x: MARGIN.left + BULLET,
        },
      ];
      flow.put({ ...row(side, size, { tag: 'LI' }), before: 0 });
    }
  });
}

export function putSummary(
  title: string,
  tag: string,
  counts: readonly Count[],
  { faces, flow }: Pick<Setting, 'faces' | 'flow'>,
): void {
  const rows = counts.map(({ label, count }, index) =>
    row(
      [
        { lines: lines(label, SUMMARY.label, faces), x: MARGIN.left },
        {
          lines: lines(String(count), SUMMARY.count, faces),
          x: MARGIN.left + SUMMARY.label + GAP,
          rightIn: SUMMARY.count,
        },
      ],
      size,
      {
        tag: 'P',
        rule: index === 0 ? undefined : { width: SUMMARY.label + SUMMARY.count + 2 * GAP },
      },
    ),
  );
  flow.together([heading(title, tag, faces), ...rows]);
}

function putContents({ report, faces, flow, pages }: Setting): void {
  flow.put(heading('Contents', 'H2', faces));
  const reach = MARGIN.left + WIDTH;
  const entry = (text: string, place: string, indent: number): void => {
    const page = pages.get(place);
    const name = lines(text, WIDTH - indent - PAGE_NUMBER, faces);
    const number = lines(page === undefined ? '' : String(page), PAGE_NUMBER, faces, STYLES.label);
    const side = [
      { lines: name, x: MARGIN.left + indent, link: { place, reach } },
      { lines: number, x: reach - PAGE_NUMBER, rightIn: PAGE_NUMBER },
    ];
    flow.put(row(side, size, { tag: 'TOCI' }));
  };
  flow.group('TOC', () => {
    for (const [d, { header, interactions }] of report.diagrams.entries()) {
      entry(`Diagram: ${headline(header)}`, diagramPlace(d), 0);
      for (const [i, name] of contentsNames(interactions, BETWEEN).entries())
        entry(`Interaction: ${headline(name)}`, interactionPlace(d, i), INDENT);
    }
  });
}
