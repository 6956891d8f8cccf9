import type { Difference } from '../compare/index.ts';
import { escapeMarkup, SharedImages } from '../drawing/index.ts';
import { REPORT_STYLE } from '../report/index.ts';
import type { ChangeReport, ReportedGroup } from './change-report.ts';
import { type ComparedDiagram, comparedDiagrams, LOOKS } from './picture.ts';

/** Runs nothing and loads nothing: what a file says cannot become more than text. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

const STYLE = `${REPORT_STYLE}
.page{grid-template-columns:minmax(180px,230px) minmax(0,1100px)}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:12px}
.sides figure{margin:0;border:1px solid var(--line);border-radius:6px;background:#fff;color:#1b1f24;overflow:auto}
.sides figcaption{padding:4px 10px;font-weight:600}
.sides svg{display:block;max-width:100%;height:auto}
.sign{display:inline-block;min-width:20px;border-radius:4px;text-align:center;font-weight:700}
.value{white-space:pre-wrap}.nothing{color:var(--text2);font-style:italic}
.where{color:var(--text2)}
@media (max-width:900px){.page,.sides{grid-template-columns:minmax(0,1fr)}}`;

/** The report as one self-contained HTML file, with the diagrams that differ before and after. */
export function changeHtml(report: ChangeReport): string {
  const { title, names, sum, groups, models, differences } = report;
  const images = new SharedImages();
  const drawn = models === null ? [] : comparedDiagrams(differences, models.before, models.after, images);
  const contents = [
    ...(drawn.length === 0 ? [] : ['<li><a href="#pictures">Pictures</a></li>']),
    ...groups.map(
      ({ group, title: name, differences: list }) =>
        `<li><a href="#${group}"><span>${name}</span><span>${list.length}</span></a></li>`,
    ),
  ];
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeMarkup(title)}</title><style>${STYLE}</style></head><body>
<div class="page"><nav aria-label="Contents"><h2>Contents</h2><ol>${contents.join('')}</ol></nav><main>
<h1>${escapeMarkup(title)}</h1>
<p class="created">${escapeMarkup(names.before)} → ${escapeMarkup(names.after)}</p>
<p>${escapeMarkup(sum)}</p>
${statesTable(report)}
${pictures(drawn)}
${groups.map(groupTable).join('\n')}
</main></div>
<svg class="pictures" aria-hidden="true">${images.definitions()}</svg></body></html>
`;
}

function statesTable({ states }: ChangeReport): string {
  const shown = states.filter(({ before, after }) => before + after > 0);
  if (shown.length === 0) return '';
  const rows = shown.map(
    ({ label, before, after }) =>
      `<tr><th scope="row">${escapeMarkup(label)}</th><td>${before}</td><td>${after}</td></tr>`,
  );
  return `<table class="list matrix"><thead><tr><th scope="col">Threats</th><th scope="col">Before</th><th scope="col">After</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function pictures(drawn: readonly ComparedDiagram[]): string {
  if (drawn.length === 0) return '';
  const legend = Object.values(LOOKS).map(({ sign, word }) => `<b>${sign}</b> ${word}`);
  const side = (name: string, svg: string | null): string =>
    `<figure><figcaption>${name}</figcaption>${svg ?? '<p class="nothing">not there</p>'}</figure>`;
  const sections = drawn.map(
    ({ header, before, after }) =>
      `<h3>${escapeMarkup(header)}</h3><div class="sides">${side('Before', before)}${side('After', after)}</div>`,
  );
  return `<h2 id="pictures">Pictures</h2><p class="where">${legend.join(' · ')}</p>${sections.join('\n')}`;
}

const groupTable = ({ group, title, differences }: ReportedGroup): string =>
  `<h2 id="${group}">${title} (${differences.length})</h2><table class="list"><thead><tr><th scope="col">What</th><th scope="col">Aspect</th><th scope="col">Before</th><th scope="col">After</th></tr></thead><tbody>${differences.map(row).join('')}</tbody></table>`;

function row({ type, subject, where, aspect, before, after }: Difference): string {
  const value = (text: string | null): string =>
    text === null
      ? '<span class="nothing">nothing</span>'
      : `<span class="value">${escapeMarkup(text)}</span>`;
  const what = `<span class="sign" role="img" aria-label="${type}">${LOOKS[type].sign}</span> ${escapeMarkup(subject.kind)} <strong>${escapeMarkup(subject.name)}</strong>${where === '' ? '' : `<br><span class="where">${escapeMarkup(where)}</span>`}`;
  return `<tr><td>${what}</td><td>${escapeMarkup(aspect)}</td><td>${value(before)}</td><td>${value(after)}</td></tr>`;
}
