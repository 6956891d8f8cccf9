import { REPORTED_STATES } from '../document/index.ts';
import { DiagramPictures, escapeMarkup, SharedImages } from '../drawing/index.ts';
import { elementParts } from './html-elements.ts';
import {
  coverHead,
  documentControl,
  linked,
  overviewSection,
  registerParts,
  statements,
} from './html-overview.ts';
import { SEARCH_SCRIPT, searchSource } from './html-search.ts';
import { REPORT_STYLE } from './html-style.ts';
import type { Count, Report, ReportDiagram, ReportInteraction, ReportThreat } from './model.ts';
import { contentsNames, oneLine, reportTitle } from './report.ts';
import { sanitizeHtml } from './rich-text.ts';
import { type Shortened, shortened } from './shortened.ts';

export interface HtmlOptions {
  /** Fixed colours; otherwise the report follows the reader's system. */
  readonly theme?: 'light' | 'dark';
  /** With a field to search it, whose script is the only one that runs. The app's own frame runs none. */
  readonly search?: boolean;
  /** As many threats are written out, and a sentence says of how many: the app's own frame lays out no book. */
  readonly most?: number;
}

/** Runs nothing of the file's and loads nothing: what a file says cannot become more than text. */
const policy = (search: boolean): string =>
  `default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'${search ? `; script-src ${searchSource()}` : ''}`;

/**
 * The report as one self-contained HTML file: statements and order of format 6, looks of our own. In parts, because
 * that of a large model may be longer than any text can be.
 */
export function* htmlParts(whole: Report, options: HtmlOptions = {}): Iterable<string> {
  const { report, shown, all } = shortened(whole, options.most ?? Number.POSITIVE_INFINITY);
  const images = new SharedImages();
  const search = options.search === true;
  const { choices, overview } = report;
  const theme = options.theme === undefined ? '' : ` data-theme="${options.theme}"`;
  yield `<!DOCTYPE html>
<html lang="en"${theme}><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy(search)}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeMarkup(reportTitle(report))}</title><style>${REPORT_STYLE}</style></head><body>
<div class="page${shown > LONG ? ' long' : ''}">${navigation(report, shown < all ? { shown, all } : null)}<main>
${shown < all ? `<p class="selection">This preview has the first ${shown} of ${all} threats. An export has all of them.</p>` : ''}${coverHead(report)}<h1>Threat Modeling Report</h1>${modelName(report)}
<p class="created">Created on ${escapeMarkup(report.createdOn)}</p>
${overviewSection(report)}${about(report)}`;
  yield* registerParts(report);
  if (choices.layout !== 'summary') {
    const selection = overview === null && report.selection !== '' ? report.selection : '';
    yield `
${selection === '' ? '' : `<p class="selection">Shown: ${escapeMarkup(selection)}</p>`}<h3>Threat Model Summary:</h3>
${summary(report.summary)}`;
    for (const [index, diagram] of report.diagrams.entries())
      yield* diagramParts(report, diagram, index, images);
  }
  yield `
</main></div>
<svg class="pictures" aria-hidden="true">${images.definitions()}</svg>${search ? `<script>${SEARCH_SCRIPT}</script>` : ''}</body></html>
`;
}

/** With more threats than these a browser lays out only what is looked at: it would take half a minute. */
const LONG = 500;

/** The same as one text. Throws when it is longer than a text can be. */
export const renderHtml = (report: Report, options: HtmlOptions = {}): string =>
  [...htmlParts(report, options)].join('');

const modelName = ({ overview, model }: Report): string =>
  overview === null || model.information.name.trim() === ''
    ? ''
    : `<p class="model">${escapeMarkup(oneLine(model.information.name))}</p>`;

/** What was written about the model, what it was made of, and the document's own data. */
const about = (report: Report): string =>
  `${report.overview === null ? '' : '<h2 id="about">The model</h2>'}${statements(report.information)}${documentControl(report)}${
    report.record.length === 0 ? '' : `<h3 id="record">Record</h3>${statements(report.record)}`
  }${notes(report)}${messages(report)}`;

/** The parts before the diagrams, for the contents. */
function frontEntries({ overview }: Report): string {
  if (overview === null) return '';
  const parts = [
    ['summary', 'Summary'],
    ['about', 'The model'],
    ...(overview.total === 0 ? [] : [['register', 'Register']]),
  ];
  return parts.map(([id, name]) => `<li><a href="#${id}"><span>${name}</span></a></li>`).join('');
}

/** The contents with a number of threats beside each interaction: of the first ones alone, where those are shown. */
function navigation(report: Report, first: Pick<Shortened, 'shown' | 'all'> | null): string {
  const alone = report.choices.layout === 'summary';
  const entries = (alone ? [] : report.diagrams).map((diagram, d) => {
    const names = contentsNames(diagram.interactions);
    const inner = diagram.interactions.map((interaction, i) => {
      const text = `<span>${escapeMarkup(names[i] ?? '')}</span><span>${interaction.threats.length}</span>`;
      return `<li><a href="#i${d}-${i}">${text}</a></li>`;
    });
    const list = inner.length === 0 ? '' : `<ol>${inner.join('')}</ol>`;
    return `<li><a href="#d${d}"><span>${escapeMarkup(diagram.header)}</span></a>${list}</li>`;
  });
  const states = REPORTED_STATES.map(
    (state) =>
      `<label><input type="checkbox" id="show-${state}" checked> ${escapeMarkup(report.stateWords[state])}</label>`,
  );
  const counted =
    first === null
      ? ''
      : `<p class="selection">Numbers count the first ${first.shown} of ${first.all} threats</p>`;
  return `<nav aria-label="Contents"><h2>Contents</h2>${counted}<ol>${frontEntries(report)}${entries.join('')}</ol><fieldset><legend>Show threats</legend>${states.join('')}</fieldset></nav>`;
}

/** Dates and names of authors stand on one line as long as they leave the note its room. */
const LONGEST_UNIT = 24;
const unit = (text: string): string => (text.length <= LONGEST_UNIT ? 'unit' : '');

function notes(report: Report): string {
  if (report.notes.length === 0) return '';
  const rows = report.notes.map(
    ({ id, message, date, addedBy }) =>
      `<tr><td>${id}</td><td>${linked(message)}</td><td class="${unit(date)}">${escapeMarkup(date)}</td><td class="${unit(addedBy)}">${escapeMarkup(addedBy)}</td></tr>`,
  );
  return `<h3>Notes:</h3><table class="notes"><thead><tr><th>Id</th><th>Note</th><th>Date</th><th>Added By</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function messages(report: Report): string {
  if (report.messages.length === 0) return '';
  const items = report.messages.map(({ text }) => `<li>${escapeMarkup(text)}</li>`);
  return `<h3>Messages:</h3><ul class="messages">${items.join('')}</ul>`;
}

function summary(counts: readonly Count[]): string {
  const rows = counts.map(({ label, count }) => `<tr><td>${escapeMarkup(label)}</td><td>${count}</td></tr>`);
  return `<table class="summary">${rows.join('')}</table>`;
}

function* diagramParts(
  report: Report,
  part: ReportDiagram,
  index: number,
  images: SharedImages,
): Iterable<string> {
  const header = escapeMarkup(part.header);
  const { diagram } = part;
  const pictures = diagram && new DiagramPictures(report.model, diagram, { images, ids: `p${index}` });
  const picture =
    pictures === undefined || report.choices.pictures === 'none'
      ? ''
      : `<figure>${pictures.whole()}<figcaption class="quiet">${header} diagram screenshot</figcaption></figure>`;
  yield `<section><h2 id="d${index}">Diagram: ${header}</h2>${picture}<h3>${header} Diagram Summary:</h3>${summary(part.summary)}`;
  if (part.elements !== null) yield* elementParts(part.elements);
  const shown = report.choices.pictures === 'all' ? pictures : undefined;
  for (const [i, interaction] of part.interactions.entries()) {
    yield* interactionParts(interaction, `i${index}-${i}`, shown, index);
  }
  yield '</section>';
}

function* interactionParts(
  interaction: ReportInteraction,
  id: string,
  pictures: DiagramPictures | undefined,
  diagram: number,
): Iterable<string> {
  const name = escapeMarkup(interaction.name);
  const { flow, source, target } = interaction;
  const ends =
    flow === undefined ? 'The data flow was deleted.' : `${escapeMarkup(source)} → ${escapeMarkup(target)}`;
  const between = interaction.kind === 'interaction' ? `<p class="between">${ends}</p>` : '';
  const picture =
    flow === undefined || pictures === undefined
      ? ''
      : `<figure>${pictures.interaction(flow)}<figcaption class="quiet">${name} interaction screenshot</figcaption></figure>`;
  yield `<section class="interaction"><h3 id="${id}">${interaction.label}: ${name}</h3>${between}${picture}`;
  for (const threat of interaction.threats) yield threatPart(threat, diagram);
  yield '</section>';
}

function threatPart(threat: ReportThreat, diagram: number): string {
  const rows = threat.rows.map(({ label, value, rich, whenEmpty }) => {
    const cell =
      value === '' && whenEmpty !== undefined
        ? `<td class="empty">${escapeMarkup(whenEmpty)}</td>`
        : rich
          ? `<td class="rich">${sanitizeHtml(value)}</td>`
          : `<td>${linked(value)}</td>`;
    return `<tr><th scope="row">${escapeMarkup(label)}:</th>${cell}</tr>`;
  });
  const state = escapeMarkup(threat.threat.state);
  const level = escapeMarkup(threat.priority.toLowerCase());
  const stale = threat.stale
    ? ` <span class="badge">[Interaction: ${escapeMarkup(threat.interaction)}]</span> <span class="badge">no longer generated</span>`
    : '';
  // Behind all that the Windows tool says: what this very threat is called, and the way back to its diagram.
  const changed =
    threat.changed === '' ? '' : ` <span class="changed">${escapeMarkup(threat.changed)}</span>`;
  const marks = `<a class="own" href="#${threat.anchor}" title="The threat's own id">#${threat.threat.id}</a> <a class="own" href="#d${diagram}">diagram</a>${changed}`;
  const heading = `${threat.number}. ${escapeMarkup(threat.title)} <span class="badge">[State: ${escapeMarkup(threat.state)}]</span> <span class="badge priority" data-level="${level}">[Priority: ${escapeMarkup(threat.priority)}]</span>${stale} ${marks}`;
  return `<article class="threat" data-state="${state}" id="${threat.anchor}"><h4>${heading}</h4><table>${rows.join('')}</table></article>`;
}
