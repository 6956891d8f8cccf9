import { linkRuns } from '../links.ts';
import type { Count } from '../model.ts';
import { contentsNames, oneLine } from '../report.ts';
import { headline } from '../room.ts';
import { paragraph, row } from './blocks.ts';
import type { Faces } from './faces.ts';
import { innerWidth, MARGIN } from './flow.ts';
import { brokenLines, type Line, type TextStyle } from './lines.ts';
import { putCoverHead, putOverview, putRecord } from './overview.ts';
import {
  atPlace,
  BETWEEN,
  diagramPlace,
  heading,
  interactionPlace,
  putStatements,
  type Setting,
} from './setting.ts';
import { linked, STYLES, styled } from './styles.ts';

const WIDTH = innerWidth('portrait');
const GAP = 4;
const SUMMARY = { label: 160, count: 40 } as const;
const INDENT = 12;
/** Room for the number of a page in the contents. */
const PAGE_NUMBER = 32;

const size = STYLES.body.size;
const lines = (text: string, width: number, faces: Faces, style: TextStyle = STYLES.body): readonly Line[] =>
  brokenLines(styled(text, style), width, faces);

export function putCover(setting: Setting): void {
  const { report, faces, flow } = setting;
  flow.newPage('portrait');
  putCoverHead(setting);
  flow.put(paragraph(styled('Threat Modeling Report', STYLES.title), faces, { tag: 'H1' }));
  const name = report.overview === null ? '' : headline(oneLine(report.model.information.name));
  if (name !== '') flow.put(paragraph(styled(name, STYLES.heading), faces, { tag: 'P', before: 2 }));
  flow.put(
    paragraph(styled(`Created on ${report.createdOn}`, STYLES.label), faces, {
      tag: 'P',
      before: 2,
      after: 16,
    }),
  );
  putOverview(setting);
  const title = paragraph(styled('The model', STYLES.diagram), faces, {
    tag: 'H2',
    before: 18,
    after: 4,
    placed: atPlace(setting, 'about', 'The model'),
  });
  putStatements(report.information, setting, report.overview === null ? [] : [title]);
  putRecord(setting);
  putNotes(setting);
  putMessages(setting);
  if (report.overview === null && report.selection !== '')
    flow.put(
      paragraph(styled(`Shown: ${headline(report.selection, 2_000)}`, STYLES.body), faces, {
        tag: 'P',
        before: 8,
      }),
    );
  if (report.choices.layout !== 'summary') putSummary('Threat Model Summary:', 'H2', report.summary, setting);
  if (report.diagrams.length > 0 || report.overview !== null) putContents(setting);
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
    if (report.overview !== null) {
      entry('Summary', 'summary', 0);
      entry('The model', 'about', 0);
      if (report.overview.total > 0) entry('Register', 'register', 0);
      if (report.choices.layout === 'summary') return;
    }
    for (const [d, { header, interactions }] of report.diagrams.entries()) {
      entry(`Diagram: ${headline(header)}`, diagramPlace(d), 0);
      for (const [i, name] of contentsNames(interactions, BETWEEN).entries())
        entry(`${interactions[i]?.label}: ${headline(name)}`, interactionPlace(d, i), INDENT);
    }
  });
}
