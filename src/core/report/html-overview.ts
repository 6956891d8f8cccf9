import { escapeMarkup } from '../drawing/index.ts';
import { linkRuns } from './links.ts';
import type { Changes, Overview, Report, ReportThreat, Statement } from './model.ts';
import { brief, briefFlow } from './one-line.ts';
import { handledText } from './overview.ts';

/** A text whose addresses are links. */
export const linked = (text: string): string =>
  linkRuns(text)
    .map(({ text: words, href }) =>
      href === undefined
        ? escapeMarkup(words)
        : `<a href="${escapeMarkup(href)}" rel="noopener noreferrer nofollow" target="_blank">${escapeMarkup(words)}</a>`,
    )
    .join('');

const cells = (tag: 'td' | 'th', texts: readonly string[], more = ''): string =>
  texts.map((text) => `<${tag}${more}>${text}</${tag}>`).join('');

/** A table; the texts of cells are markup. */
const table = (name: string, head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const lines = rows.map((row) => `<tr>${cells('td', row)}</tr>`);
  return `<table class="${name}"><thead><tr>${cells('th', head, ' scope="col"')}</tr></thead><tbody>${lines.join('')}</tbody></table>`;
};

/** A way to a threat; words alone where it is not in the report. */
export const toThreat = ({ anchor }: ReportThreat, words: string): string =>
  anchor === '' ? words : `<a href="#${escapeMarkup(anchor)}">${words}</a>`;

const idCell = ({ threat }: ReportThreat): string => `<span class="id">#${threat.id}</span>`;

const priorityCell = (priority: string): string =>
  `<span class="badge priority" data-level="${escapeMarkup(priority.toLowerCase())}">${escapeMarkup(priority)}</span>`;

/** What stands above the title. */
export function coverHead({ choices: { cover } }: Report): string {
  const logo = cover.logo === '' ? '' : `<img class="logo" alt="Logo" src="${escapeMarkup(cover.logo)}">`;
  const classification =
    cover.classification.trim() === ''
      ? ''
      : `<p class="classification">${escapeMarkup(cover.classification)}</p>`;
  return logo + classification;
}

/** The document's own data: number, versions, sign-off. */
export function documentControl({ choices: { cover } }: Report): string {
  const { document, version, status, versions, signOffs } = cover;
  const said = [
    ['Document', document],
    ['Version', version],
    ['Status', status],
  ].filter(([, value]) => value?.trim() !== '');
  if (said.length + versions.length + signOffs.length === 0) return '';
  const texts = (list: readonly string[]): readonly string[] => list.map(escapeMarkup);
  const lines = said.map(([label = '', value = '']) => ({ label, value }));
  return `<section class="control"><h3 id="control">Document control</h3>${statements(lines)}${
    versions.length === 0
      ? ''
      : table(
          'list',
          ['Version', 'Date', 'Author', 'Changes'],
          versions.map((each) => texts([each.version, each.date, each.author, each.changes])),
        )
  }${
    signOffs.length === 0
      ? ''
      : table(
          'list sign-off',
          ['Role', 'Name', 'Date', 'Signature'],
          signOffs.map((each) => texts([each.role, each.name, each.date, ''])),
        )
  }</section>`;
}

export const statements = (list: readonly Statement[]): string =>
  list.length === 0
    ? ''
    : `<div class="information">${list
        .map(
          ({ label, value }) =>
            `<p><strong>${escapeMarkup(label)}:</strong> <span>${linked(value)}</span></p>`,
        )
        .join('')}</div>`;

const WIDTH = 600;

/** The states side by side, as wide as they are many. */
function statusBar({ states, total }: Overview): string {
  if (total === 0) return '';
  let x = 0;
  const parts = states.flatMap(({ state, share, count, label }) => {
    const left = x;
    x += share * WIDTH;
    return count === 0
      ? []
      : [
          `<rect data-state="${escapeMarkup(state)}" x="${left.toFixed(2)}" width="${(share * WIDTH).toFixed(2)}" height="14"><title>${escapeMarkup(`${label}: ${count}`)}</title></rect>`,
        ];
  });
  const alt = states
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${label}: ${count}`)
    .join(', ');
  const legend = states.map(
    ({ state, label, count }) =>
      `<li data-state="${escapeMarkup(state)}"><span class="dot"></span>${escapeMarkup(label)} ${count}</li>`,
  );
  return `<svg class="bar" viewBox="0 0 ${WIDTH} 14" preserveAspectRatio="none" role="img" aria-label="${escapeMarkup(alt)}">${parts.join('')}</svg><ul class="legend">${legend.join('')}</ul>`;
}

/** The first page: for people who decide. */
export function overviewSection(report: Report): string {
  const { overview, selection } = report;
  if (overview === null) return '';
  const { total, open, matrix, top, changes } = overview;
  const numbers = matrix.rows.map(({ priority, counts, total: sum }) => [
    priorityCell(priority),
    ...counts.map(String),
    String(sum),
  ]);
  const risks = top.map(({ threat, interaction }) => [
    String(threat.number),
    idCell(threat),
    toThreat(threat, escapeMarkup(brief(threat.title))),
    priorityCell(threat.priority),
    `<span class="whole">${escapeMarkup(threat.state)}</span>`,
    escapeMarkup(interaction),
  ]);
  const beyond =
    open > top.length ? ` The first ${top.length} of ${open}, the gravest before the others:` : '';
  return `<section class="overview"><h2 id="summary">Summary</h2>${
    selection === '' ? '' : `<p class="selection">Shown: ${escapeMarkup(selection)}</p>`
  }<p class="handled">${handledText(overview)}</p>${statusBar(overview)}${
    total === 0
      ? ''
      : `<h3>Priority by state</h3>${table('list matrix', ['Priority', ...matrix.columns.map(escapeMarkup), 'Total'], numbers)}`
  }<h3>Top open risks</h3>${
    risks.length === 0
      ? '<p>No threat is open.</p>'
      : `${beyond === '' ? '' : `<p>${beyond.trim()}</p>`}${table('list', ['No.', 'Id', 'Threat', 'Priority', 'State', 'Flow'], risks)}`
  }${coverage(overview)}${changes === null ? '' : changesPart(changes)}</section>`;
}

function coverage({ flows, bare, scopedOut }: Overview): string {
  const covered = `${flows - bare.length} of ${flows} data flows have threats or are out of scope.`;
  const without = bare.map(({ diagram, name, source, target }) =>
    [name, source, target, diagram].map((text) => escapeMarkup(brief(text))),
  );
  const out = scopedOut.map(({ diagram, name, type, reason }) =>
    [name, type, reason || 'No reason is given', diagram].map((text) => escapeMarkup(brief(text))),
  );
  return `<h3>Coverage</h3><p>${covered}</p>${
    without.length === 0
      ? ''
      : `<h4>Data flows without threats</h4>${table('list', ['Data flow', 'Source', 'Target', 'Diagram'], without)}`
  }${
    out.length === 0
      ? '<p>No element is out of scope.</p>'
      : `<h4>Out of scope</h4>${table('list', ['Element', 'Type', 'Reason', 'Diagram'], out)}`
  }`;
}

const changesPart = ({ since, statements: said, lines }: Changes): string =>
  `<h3>What changed since ${escapeMarkup(since)}</h3>${statements(said)}${
    lines.length === 0
      ? ''
      : `<ul class="messages">${lines.map((line) => `<li>${escapeMarkup(line)}</li>`).join('')}</ul>`
  }`;

/** One line for each threat. In the layout *Summary* there is nothing else to lead to. */
export function* registerParts(report: Report): Iterable<string> {
  if (report.overview === null || report.overview.total === 0) return;
  const alone = report.choices.layout === 'summary';
  const head = ['No.', 'Id', 'Threat', 'Category', 'Flow', 'Priority', 'State'];
  yield `<section class="register"><h2 id="register">Register</h2><table class="list"><thead><tr>${cells('th', head, ' scope="col"')}</tr></thead><tbody>`;
  for (const { interactions } of report.diagrams) {
    for (const { threats } of interactions) {
      for (const threat of threats) {
        const title = escapeMarkup(brief(threat.title));
        const row = [
          String(threat.number),
          idCell(threat),
          alone ? title : toThreat(threat, title),
          escapeMarkup(brief(threat.category)),
          escapeMarkup(briefFlow(threat.interaction, threat.source, threat.target)),
          priorityCell(threat.priority),
          `<span class="badge">${escapeMarkup(threat.state)}</span>`,
        ];
        const id = alone ? ` id="${escapeMarkup(threat.anchor)}"` : '';
        yield `<tr${id} data-state="${escapeMarkup(threat.threat.state)}">${cells('td', row)}</tr>`;
      }
    }
  }
  yield '</tbody></table></section>';
}
