import { REPORTED_STATES, stateLabel } from '../document/index.ts';
import { DiagramPictures, escapeMarkup, SharedImages } from '../drawing/index.ts';
import { REPORT_STYLE } from './html-style.ts';
import { linkRuns } from './links.ts';
import {
  type Count,
  contentsNames,
  type Report,
  type ReportDiagram,
  type ReportInteraction,
  type ReportThreat,
  reportTitle,
} from './report.ts';
import { sanitizeHtml } from './rich-text.ts';

export interface HtmlOptions {
  /** Fixed colours; otherwise the report follows the reader's system. */
  readonly theme?: 'light' | 'dark';
}

/** Runs nothing and loads nothing: what a file says cannot become more than text. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * The report as one self-contained HTML file: statements and order of format 6, looks of our own. In parts, because
 * that of a large model may be longer than any text can be.
 */
export function* htmlParts(report: Report, options: HtmlOptions = {}): Iterable<string> {
  const images = new SharedImages();
  const theme = options.theme === undefined ? '' : ` data-theme="${options.theme}"`;
  yield `<!DOCTYPE html>
<html lang="en"${theme}><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeMarkup(reportTitle(report))}</title><style>${REPORT_STYLE}</style></head><body>
<div class="page">${navigation(report)}<main>
<h1>Threat Modeling Report</h1>
<p class="created">Created on ${escapeMarkup(report.createdOn)}</p>
${information(report)}${notes(report)}${messages(report)}
<h3>Threat Model Summary:</h3>
${summary(report.summary)}`;
  for (const [index, diagram] of report.diagrams.entries())
    yield* diagramParts(report, diagram, index, images);
  yield `
</main></div>
<svg class="pictures" aria-hidden="true">${images.definitions()}</svg></body></html>
`;
}

/** The same as one text. Throws when it is longer than a text can be. */
export const renderHtml = (report: Report, options: HtmlOptions = {}): string =>
  [...htmlParts(report, options)].join('');

function navigation(report: Report): string {
  const entries = report.diagrams.map((diagram, d) => {
    const names = contentsNames(diagram.interactions);
    const inner = diagram.interactions.map((interaction, i) => {
      const text = `<span>${escapeMarkup(names[i] ?? '')}</span><span>${interaction.threats.length}</span>`;
      return `<li><a href="#i${d}-${i}">${text}</a></li>`;
    });
    const list = inner.length === 0 ? '' : `<ol>${inner.join('')}</ol>`;
    return `<li><a href="#d${d}"><span>${escapeMarkup(diagram.header)}</span></a>${list}</li>`;
  });
  const states = REPORTED_STATES.map(
    (state) => `<label><input type="checkbox" id="show-${state}" checked> ${stateLabel(state)}</label>`,
  );
  return `<nav aria-label="Contents"><h2>Contents</h2><ol>${entries.join('')}</ol><fieldset><legend>Show threats</legend>${states.join('')}</fieldset></nav>`;
}

function information(report: Report): string {
  const lines = report.information.map(
    ({ label, value }) => `<p><strong>${label}:</strong> <span>${linked(value)}</span></p>`,
  );
  return `<div class="information">${lines.join('')}</div>`;
}

/** A text whose addresses are links. */
const linked = (text: string): string =>
  linkRuns(text)
    .map(({ text: words, href }) =>
      href === undefined
        ? escapeMarkup(words)
        : `<a href="${escapeMarkup(href)}" rel="noopener noreferrer nofollow" target="_blank">${escapeMarkup(words)}</a>`,
    )
    .join('');

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
  const rows = counts.map(({ label, count }) => `<tr><td>${label}</td><td>${count}</td></tr>`);
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
    pictures === undefined
      ? ''
      : `<figure>${pictures.whole()}<figcaption class="quiet">${header} diagram screenshot</figcaption></figure>`;
  yield `<section><h2 id="d${index}">Diagram: ${header}</h2>${picture}<h3>${header} Diagram Summary:</h3>${summary(part.summary)}`;
  for (const [i, interaction] of part.interactions.entries()) {
    yield* interactionParts(interaction, `i${index}-${i}`, pictures);
  }
  yield '</section>';
}

function* interactionParts(
  interaction: ReportInteraction,
  id: string,
  pictures: DiagramPictures | undefined,
): Iterable<string> {
  const name = escapeMarkup(interaction.name);
  const { flow, source, target } = interaction;
  const between =
    flow === undefined ? 'The data flow was deleted.' : `${escapeMarkup(source)} → ${escapeMarkup(target)}`;
  const picture =
    flow === undefined || pictures === undefined
      ? ''
      : `<figure>${pictures.interaction(flow)}<figcaption class="quiet">${name} interaction screenshot</figcaption></figure>`;
  yield `<section class="interaction"><h3 id="${id}">Interaction: ${name}</h3><p class="between">${between}</p>${picture}`;
  for (const threat of interaction.threats) yield threatPart(threat);
  yield '</section>';
}

function threatPart(threat: ReportThreat): string {
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
  const heading = `${threat.number}. ${escapeMarkup(threat.title)} <span class="badge">[State: ${escapeMarkup(threat.state)}]</span> <span class="badge priority" data-level="${level}">[Priority: ${escapeMarkup(threat.priority)}]</span>${stale}`;
  return `<article class="threat" data-state="${state}" id="t${threat.number}"><h4>${heading}</h4><table>${rows.join('')}</table></article>`;
}
