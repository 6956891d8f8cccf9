import { pictureSize, stateColour } from '../../drawing/index.ts';
import { linkRuns } from '../links.ts';
import type { Changes, Overview, Report, ReportThreat, Statement } from '../model.ts';
import { brief, briefFlow, oneLine } from '../one-line.ts';
import { handledText } from '../overview.ts';
import { contentsNames } from '../report.ts';
import { headline } from '../room.ts';
import { type Block, ImageRun, type Inline, Paragraph, TableOfContents } from './library.mjs';
import type { Making } from './making.ts';
import { priorityStyle, stateStyle } from './styles.ts';
import { bar, type Cell, putStatements, table } from './tables.ts';
import { runs, toPlace } from './texts.ts';

export const diagramPlace = (diagram: number): string => `d${diagram}`;
export const interactionPlace = (diagram: number, interaction: number): string =>
  `d${diagram}i${interaction}`;

/** Columns that Word takes in one table, with one to spare for what stands beside the states. */
const MOST_COLUMNS = 60;
/** The room of a logo, in pixels. */
const LOGO = { width: 260, height: 90 } as const;

declare function atob(base64: string): string;
export const bytesOf = (dataUri: string): Uint8Array =>
  Uint8Array.from(atob(dataUri.slice(dataUri.indexOf(',') + 1)), (sign) => sign.charCodeAt(0));

const short = (text: string): Cell => runs(brief(text));

/** All that stands before the diagrams, but the register. */
export function putFront(making: Making): void {
  const { report } = making;
  putTitle(making);
  putOverview(making);
  if (report.overview !== null) making.heading(1, 'The model', 'about');
  putStatements(report.information, making);
  putControl(making);
  if (report.record.length > 0) {
    making.heading(2, 'Record');
    putStatements(report.record, making);
  }
  putNotes(making);
  if (report.messages.length > 0) {
    making.heading(2, 'Messages');
    putList(
      report.messages.map(({ text }) => text),
      making,
    );
  }
  if (report.overview === null && report.selection !== '')
    making.say(`Shown: ${headline(report.selection, 2_000)}`);
  if (report.choices.layout !== 'summary') {
    making.heading(1, 'Threat Model Summary');
    putCounts(report.summary, making);
  }
}

function putTitle(making: Making): void {
  const { report } = making;
  const { logo, classification } = report.choices.cover;
  const size = logo === '' ? null : pictureSize(logo);
  if (size !== null) {
    const scale = Math.min(LOGO.width / size.width, LOGO.height / size.height);
    const picture = new ImageRun({
      type: logo.startsWith('data:image/png') ? 'png' : 'jpg',
      data: bytesOf(logo),
      transformation: { width: size.width * scale, height: size.height * scale },
      altText: { ...making.nameOfPicture(), description: 'Logo' },
    });
    making.put(new Paragraph({ style: 'Figure', children: [picture] }));
  }
  if (classification.trim() !== '') making.say(headline(classification), 'Classification');
  making.say('Threat Modeling Report', 'Title');
  const name = report.overview === null ? '' : headline(oneLine(report.model.information.name));
  if (name !== '') making.say(name, 'Subtitle');
  making.say(`Created on ${report.createdOn}`, 'Quiet');
  putContents(making);
}

/** Where a table of contents leads to: its entries are links until Word makes it anew, with numbers of pages. */
function putContents(making: Making): void {
  const { report } = making;
  const entries = contentsOf(report);
  if (entries.length === 0) return;
  making.say('Contents', 'ContentsHeading');
  const contents = new TableOfContents('Contents', {
    headingStyleRange: '1-2',
    hyperlink: true,
    useAppliedParagraphOutlineLevel: true,
    contentChildren: entries.map(
      ([level, place, name]) => new Paragraph({ style: `TOC${level}`, children: [toPlace(place, name)] }),
    ),
  });
  making.put(contents);
}

type Entry = readonly [level: 1 | 2, place: string, name: string];

function contentsOf({ overview, choices, diagrams }: Report): readonly Entry[] {
  const front: readonly Entry[] =
    overview === null
      ? []
      : [
          [1, 'summary', 'Summary'],
          [1, 'about', 'The model'],
          ...(overview.total === 0 ? [] : [[1, 'register', 'Register'] as const]),
        ];
  if (choices.layout === 'summary') return front;
  const parts = diagrams.flatMap(({ header, interactions }, d): readonly Entry[] => [
    [1, diagramPlace(d), `Diagram: ${headline(header)}`],
    ...contentsNames(interactions).map(
      (name, i): Entry => [2, interactionPlace(d, i), `${interactions[i]?.label}: ${headline(name)}`],
    ),
  ]);
  return [...front, ...parts];
}

/** The first page: for people who decide. */
function putOverview(making: Making): void {
  const { overview, selection } = making.report;
  if (overview === null) return;
  making.heading(1, 'Summary', 'summary');
  if (selection !== '') making.say(`Shown: ${headline(selection, 2_000)}`);
  making.say(handledText(overview));
  if (overview.total > 0) putNumbers(overview, making);
  putTop(overview, making);
  putCoverage(overview, making);
  if (overview.changes !== null) putChanges(overview.changes, making);
}

function putNumbers({ states, matrix }: Overview, making: Making): void {
  const there = states.filter(({ count }) => count > 0).slice(0, MOST_COLUMNS);
  making.put(
    bar(there.map(({ state, share }) => ({ share, fill: stateColour('light', state).text.slice(1) }))),
  );
  const legend = states.flatMap(({ state, label, count }, index): readonly Inline[] => [
    ...(index === 0 ? [] : runs('  ·  ')),
    ...runs(` ${headline(label)}: ${count} `, stateStyle(state)),
  ]);
  making.put(new Paragraph({ style: 'Quiet', children: legend }));
  making.heading(2, 'Priority by state');
  const columns = matrix.columns.slice(0, MOST_COLUMNS);
  const rows = matrix.rows.map(({ priority, counts, total }) => [
    runs(headline(priority), priorityStyle(priority)),
    ...counts.slice(0, MOST_COLUMNS).map((count) => runs(String(count))),
    runs(String(total)),
  ]);
  making.put(
    table(
      [
        { title: 'Priority', share: 3 },
        ...columns.map((title) => ({ title: headline(title), share: 3, right: true })),
        { title: 'Total', share: 2, right: true },
      ],
      rows,
    ),
  );
}

/** A threat's title, leading to it where it is in the document. */
const titleCell = ({ anchor, title }: ReportThreat, { report }: Making): Cell =>
  report.choices.layout === 'summary' ? short(title) : [toPlace(anchor, brief(title))];

function putTop({ top, open }: Overview, making: Making): void {
  making.heading(2, open > top.length ? `Top open risks: ${top.length} of ${open}` : 'Top open risks');
  if (top.length === 0) {
    making.say('No threat is open.');
    return;
  }
  const rows = top.map(({ threat, interaction }) => [
    runs(String(threat.number)),
    runs(`#${threat.threat.id}`),
    titleCell(threat, making),
    runs(headline(threat.priority), priorityStyle(threat.priority)),
    runs(headline(threat.state), stateStyle(threat.threat.state)),
    runs(interaction),
  ]);
  making.put(
    table(
      [
        { title: 'No.', share: 2 },
        { title: 'Id', share: 2.6 },
        { title: 'Threat', share: 12 },
        { title: 'Priority', share: 4.6 },
        { title: 'State', share: 5 },
        { title: 'Flow', share: 11 },
      ],
      rows,
    ),
  );
}

function putCoverage({ flows, bare, scopedOut }: Overview, making: Making): void {
  making.heading(2, 'Coverage');
  making.say(`${flows - bare.length} of ${flows} data flows have threats or are out of scope.`);
  if (bare.length > 0)
    making.put(
      table(
        ['Data flow without threats', 'Source', 'Target', 'Diagram'].map((title) => ({ title, share: 1 })),
        bare.map(({ diagram, name, source, target }) => [name, source, target, diagram].map(short)),
      ),
    );
  if (scopedOut.length === 0) {
    making.say('No element is out of scope.');
    return;
  }
  if (bare.length > 0) making.say('', 'Quiet');
  making.put(
    table(
      ['Out of scope', 'Type', 'Reason', 'Diagram'].map((title) => ({ title, share: 1 })),
      scopedOut.map(({ diagram, name, type, reason }) =>
        [name, type, reason || 'No reason is given', diagram].map(short),
      ),
    ),
  );
}

function putChanges({ since, statements, lines }: Changes, making: Making): void {
  making.heading(2, `What changed since ${headline(since)}`);
  putStatements(statements, making);
  putList(lines, making);
}

function putList(texts: readonly string[], making: Making): void {
  making.put(
    ...texts.map(
      (text): Block =>
        new Paragraph({ style: 'ListBullet', bullet: { level: 0 }, children: runs(headline(text)) }),
    ),
  );
}

/** The document's own data: number, versions, sign-off. */
function putControl(making: Making): void {
  const { document, version, status, versions, signOffs } = making.report.choices.cover;
  const said: readonly Statement[] = [
    { label: 'Document', value: document },
    { label: 'Version', value: version },
    { label: 'Status', value: status },
  ].filter(({ value }) => value.trim() !== '');
  if (said.length + versions.length + signOffs.length === 0) return;
  making.heading(2, 'Document control');
  putStatements(said, making);
  const columns = (titles: readonly string[], last: number) =>
    titles.map((title, index) => ({ title, share: index === titles.length - 1 ? last : 1 }));
  if (versions.length > 0) {
    making.say('', 'Quiet');
    making.put(
      table(
        columns(['Version', 'Date', 'Author', 'Changes'], 3),
        versions.map((each) =>
          [each.version, each.date, each.author, each.changes].map((text) => runs(text)),
        ),
      ),
    );
  }
  if (signOffs.length === 0) return;
  making.say('', 'Quiet');
  making.put(
    table(
      columns(['Role', 'Name', 'Date', 'Signature'], 2),
      // Room for a pen.
      signOffs.map((each) => [each.role, each.name, each.date, '\n\n'].map((text) => runs(text))),
    ),
  );
}

function putNotes(making: Making): void {
  const { addresses, room, report } = making;
  if (report.notes.length === 0) return;
  making.heading(2, 'Notes');
  making.put(
    table(
      [
        { title: 'Id', share: 1 },
        { title: 'Note', share: 10 },
        { title: 'Date', share: 3 },
        { title: 'Added By', share: 3 },
      ],
      report.notes.map(({ id, message, date, addedBy }) => [
        runs(String(id)),
        addresses.linked(room.for(linkRuns(message))),
        runs(headline(date)),
        runs(headline(addedBy)),
      ]),
    ),
  );
}

export function putCounts(counts: Report['summary'], making: Making): void {
  making.put(
    table(
      [
        { title: 'State', share: 4 },
        { title: 'Threats', share: 1, right: true },
      ],
      counts.map(({ label, count }) => [runs(label), runs(String(count))]),
    ),
  );
}

/** One line for each threat. In the layout *Summary* they are what links lead to. */
export function putRegister(making: Making): void {
  const { overview, choices, diagrams } = making.report;
  if (overview === null || overview.total === 0) return;
  const alone = choices.layout === 'summary';
  making.heading(1, 'Register', 'register');
  const threats = diagrams.flatMap(({ interactions }) => interactions.flatMap((each) => each.threats));
  const rows = threats.map((threat) => [
    runs(String(threat.number)),
    alone ? making.marked(threat.anchor, runs(`#${threat.threat.id}`)) : runs(`#${threat.threat.id}`),
    titleCell(threat, making),
    short(threat.category),
    runs(briefFlow(threat.interaction, threat.source, threat.target)),
    runs(headline(threat.priority), priorityStyle(threat.priority)),
    runs(headline(threat.state), stateStyle(threat.threat.state)),
  ]);
  making.put(
    table(
      [
        { title: 'No.', share: 2.4 },
        { title: 'Id', share: 2.8 },
        { title: 'Threat', share: 12 },
        { title: 'Category', share: 7 },
        { title: 'Flow', share: 10 },
        { title: 'Priority', share: 4.6 },
        { title: 'State', share: 5 },
      ],
      rows,
    ),
  );
}
