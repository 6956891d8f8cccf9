import { priorityColour, stateColour } from '../../drawing/index.ts';
import type { Changes, Overview, Report, ReportThreat, Statement } from '../model.ts';
import { brief, briefFlow, oneLine } from '../one-line.ts';
import { handledText } from '../overview.ts';
import { headline } from '../room.ts';
import { paragraph } from './blocks.ts';
import { type Block, innerWidth, MARGIN } from './flow.ts';
import { boxOperators, num, shares } from './operators.ts';
import { atPlace, BETWEEN, heading, putStatements, type Setting } from './setting.ts';
import { STYLES, styled } from './styles.ts';
import { type Cell, cell, putShortTable, putTable, type TableRow } from './tables.ts';

const WIDTH = innerWidth('portrait');
const BAR = 12;
const LOGO = { width: 200, height: 70 } as const;

/** The fonts have no arrow. */
const spoken = (text: string): string => oneLine(text).replaceAll('→', BETWEEN);
/** A name in a table that has to be taken in at a glance. */
const named = (text: string): Cell => cell(spoken(brief(text)));

const priorityCell = (priority: string): Cell => {
  const colour = priorityColour('light', priority) ?? STYLES.cell.colour;
  return { runs: styled(headline(priority), { ...STYLES.cell, colour }) };
};

/** What stands above the title. */
export function putCoverHead({ report, flow, faces }: Setting): void {
  const { logo, classification } = report.choices.cover;
  if (logo !== '') flow.put(logoBlock(logo));
  if (classification.trim() === '') return;
  flow.put(paragraph(styled(headline(classification), STYLES.classification), faces, { tag: 'P', after: 8 }));
}

function logoBlock(logo: string): Block {
  return {
    tag: 'Figure',
    alt: 'Logo',
    before: 0,
    after: 14,
    parts: [LOGO.height],
    whole: true,
    draw: (paper, _from, _to, top) => {
      const picture = paper.picture(logo);
      if (picture === undefined) return;
      const scale = Math.min(LOGO.width / picture.width, LOGO.height / picture.height);
      const [width, height] = [picture.width * scale, picture.height * scale];
      const box = { left: MARGIN.left, top, width, height };
      const name = paper.nameOfForm();
      const drawn = `q ${num(width)} 0 0 ${num(-height)} ${num(box.left)} ${num(top + height)} cm /${picture.name} Do Q`;
      paper.use(name, paper.form(box, drawn));
      paper.content(`/${name} Do`);
    },
  };
}

/** The states side by side, as wide as they are many. */
function statusBar({ states }: Overview): Block {
  const alt = states.map(({ label, count }) => `${label}: ${count}`).join(', ');
  return {
    tag: 'Figure',
    alt: headline(alt),
    before: 4,
    after: 4,
    parts: [BAR],
    whole: true,
    draw: (paper, _from, _to, top) => {
      let left = MARGIN.left;
      const parts = states.map(({ state, share }) => {
        const box = { left, top, width: share * WIDTH, height: BAR };
        left += box.width;
        return share === 0 ? '' : `${shares(stateColour('light', state).text)} rg ${boxOperators(box)} f`;
      });
      paper.content(parts.filter((part) => part !== '').join('\n'));
    },
  };
}

/** The first page: for people who decide. */
export function putOverview(setting: Setting): void {
  const { report, flow, faces } = setting;
  const { overview, selection } = report;
  if (overview === null) return;
  const { total, states } = overview;
  const title = paragraph(styled('Summary', STYLES.diagram), faces, {
    tag: 'H2',
    before: 6,
    after: 4,
    placed: atPlace(setting, 'summary', 'Summary'),
  });
  flow.put(title);
  const say = (text: string): void =>
    flow.put(paragraph(styled(text, STYLES.body), faces, { tag: 'P', after: 2 }));
  if (selection !== '') say(`Shown: ${headline(selection, 2_000)}`);
  say(handledText(overview));
  if (total > 0) {
    flow.put(statusBar(overview));
    const legend = states.flatMap(({ state, label, count }, index) => [
      { text: index === 0 ? '' : ' · ', style: STYLES.label },
      {
        text: `${headline(label)} ${count}`.replaceAll(' ', '\u00a0'),
        style: { ...STYLES.label, colour: stateColour('light', state).text },
      },
    ]);
    flow.put(paragraph(legend, faces, { tag: 'P' }));
    putMatrix(overview, setting);
  }
  putTop(overview, setting);
  putCoverage(overview, setting);
  if (overview.changes !== null) putChanges(overview.changes, setting);
}

function putMatrix({ matrix }: Overview, setting: Setting): void {
  putShortTable(
    [
      { title: 'Priority', share: 3 },
      ...matrix.columns.map((title) => ({ title: headline(title), share: 3, right: true })),
      { title: 'Total', share: 2, right: true },
    ],
    matrix.rows.map(({ priority, counts, total }) => ({
      cells: [priorityCell(priority), ...counts.map((count) => cell(String(count))), cell(String(total))],
    })),
    setting,
    [heading('Priority by state', 'H3', setting.faces)],
  );
}

function putTop({ top, open }: Overview, setting: Setting): void {
  const { flow, faces } = setting;
  const alone = setting.report.choices.layout === 'summary';
  const title = open > top.length ? `Top open risks: ${top.length} of ${open}` : 'Top open risks';
  const above = heading(title, 'H3', faces);
  if (top.length === 0) {
    flow.together([above, paragraph(styled('No threat is open.', STYLES.body), faces, { tag: 'P' })]);
    return;
  }
  putShortTable(
    [
      { title: 'No.', share: 2 },
      { title: 'Id', share: 2.4 },
      { title: 'Threat', share: 14 },
      { title: 'Priority', share: 4 },
      { title: 'Flow', share: 13 },
    ],
    top.map(({ threat, interaction }) => ({
      cells: [
        cell(String(threat.number)),
        cell(`#${threat.threat.id}`),
        cell(spoken(brief(threat.title)), alone ? undefined : threat.anchor),
        priorityCell(threat.priority),
        cell(spoken(interaction)),
      ],
    })),
    setting,
    [above],
  );
}

function putCoverage({ flows, bare, scopedOut }: Overview, setting: Setting): void {
  const { flow, faces } = setting;
  const said = (text: string): Block => paragraph(styled(text, STYLES.body), faces, { tag: 'P', after: 2 });
  const covered = said(`${flows - bare.length} of ${flows} data flows have threats or are out of scope.`);
  flow.together([heading('Coverage', 'H3', faces), covered]);
  if (bare.length > 0) {
    putShortTable(
      [
        { title: 'Data flow without threats', share: 5 },
        { title: 'Source', share: 4 },
        { title: 'Target', share: 4 },
        { title: 'Diagram', share: 4 },
      ],
      bare.map(({ diagram, name, source, target }) => ({
        cells: [name, source, target, diagram].map(named),
      })),
      setting,
    );
  }
  if (scopedOut.length === 0) {
    flow.put(said('No element is out of scope.'));
    return;
  }
  putShortTable(
    [
      { title: 'Out of scope', share: 5 },
      { title: 'Type', share: 4 },
      { title: 'Reason', share: 6 },
      { title: 'Diagram', share: 4 },
    ],
    scopedOut.map(({ diagram, name, type, reason }) => ({
      cells: [name, type, reason || 'No reason is given', diagram].map((text) => cell(spoken(text))),
    })),
    setting,
  );
}

function putChanges({ since, statements, lines }: Changes, setting: Setting): void {
  const { flow, faces } = setting;
  putStatements(statements, setting, [heading(`What changed since ${headline(since)}`, 'H3', faces)]);
  for (const line of lines)
    flow.put(paragraph(styled(spoken(headline(line)), STYLES.cell), faces, { tag: 'P' }));
}

/** The document's own data, and what the report was made of and by. */
export function putRecord(setting: Setting): void {
  const { report, faces } = setting;
  const { document, version, status, versions, signOffs } = report.choices.cover;
  const said: readonly Statement[] = [
    { label: 'Document', value: document },
    { label: 'Version', value: version },
    { label: 'Status', value: status },
  ].filter(({ value }) => value.trim() !== '');
  // Goes above whatever comes first.
  const above = [heading('Document control', 'H3', faces)];
  if (said.length > 0) putStatements(said, setting, above.splice(0));
  if (versions.length > 0) {
    putShortTable(
      ['Version', 'Date', 'Author', 'Changes'].map((title, index) => ({ title, share: index === 3 ? 3 : 1 })),
      versions.map((each) => ({
        cells: [each.version, each.date, each.author, each.changes].map((text) => cell(text)),
      })),
      setting,
      above.splice(0),
    );
  }
  if (signOffs.length > 0) {
    putShortTable(
      ['Role', 'Name', 'Date', 'Signature'].map((title, index) => ({ title, share: index === 3 ? 2 : 1 })),
      // Room for a pen.
      signOffs.map((each) => ({
        cells: [each.role, each.name, each.date, '\n\n'].map((text) => cell(text)),
      })),
      setting,
      above.splice(0),
    );
  }
  if (report.record.length === 0) return;
  putStatements(report.record, setting, [heading('Record', 'H3', faces)]);
}

function* registerRows({ diagrams, choices }: Report): Iterable<TableRow> {
  const alone = choices.layout === 'summary';
  for (const { interactions } of diagrams)
    for (const { threats } of interactions)
      for (const threat of threats)
        yield { cells: registerCells(threat, alone), ...(alone ? { anchor: threat.anchor } : {}) };
}

function registerCells(threat: ReportThreat, alone: boolean): readonly Cell[] {
  const colour = stateColour('light', threat.threat.state).text;
  return [
    cell(String(threat.number)),
    cell(`#${threat.threat.id}`),
    cell(spoken(brief(threat.title)), alone ? undefined : threat.anchor),
    named(threat.category),
    cell(spoken(briefFlow(threat.interaction, threat.source, threat.target))),
    priorityCell(threat.priority),
    { runs: styled(headline(threat.state), { ...STYLES.cell, colour }) },
  ];
}

/** One line for each threat; yields after each. */
export function* putRegister(setting: Setting): Iterable<void> {
  const { report, flow, faces } = setting;
  if (report.overview === null || report.overview.total === 0) return;
  flow.newPage('portrait');
  const title = paragraph(styled('Register', STYLES.diagram), faces, {
    tag: 'H2',
    after: 6,
    placed: atPlace(setting, 'register', 'Register'),
  });
  yield* putTable(
    [
      { title: 'No.', share: 2 },
      { title: 'Id', share: 2.6 },
      { title: 'Threat', share: 12 },
      { title: 'Category', share: 8 },
      { title: 'Flow', share: 10 },
      { title: 'Priority', share: 3.4 },
      { title: 'State', share: 5 },
    ],
    registerRows(report),
    setting,
    [title],
  );
}
