import { diagramSvg } from '../drawing/index.ts';
import { heading, inline } from './markdown-texts.ts';
import type { DiagramElements, Report, ReportThreat, Statement } from './model.ts';
import { brief, briefFlow } from './one-line.ts';
import { handledText } from './overview.ts';

type Lines = readonly string[];

/** A text in a cell of a table. */
const cell = (text: string): string => heading(text) || ' ';

/** A name in one of the tables for people who decide. */
const name = (text: string): string => cell(brief(text));

const table = (heads: Lines, rows: readonly Lines[]): Lines => [
  '',
  `| ${heads.join(' | ')} |`,
  `|${heads.map(() => '---|').join('')}`,
  ...rows.map((row) => `| ${row.join(' | ')} |`),
];

const statements = (list: readonly Statement[]): Lines =>
  list.map(({ label, value }) => `- **${inline(label)}:** ${inline(value)}`);

/** A link to a threat: its anchor stands before its heading. */
const toThreat = ({ anchor, title }: ReportThreat): string => `[${heading(brief(title)) || '…'}](#${anchor})`;

/** For people who decide. */
export function overviewLines({ overview, selection, choices }: Report): Lines {
  if (overview === null) return selection === '' ? [] : ['', `Shown: ${inline(selection)}`];
  const { total, states, matrix, top, flows, bare, scopedOut, changes } = overview;
  const alone = choices.layout === 'summary';
  const out = ['', '## Summary', ''];
  if (selection !== '') out.push(`Shown: ${inline(selection)}`, '');
  out.push(handledText(overview));
  if (total > 0) {
    const rows = matrix.rows.map((row) => [cell(row.priority), ...row.counts.map(String), String(row.total)]);
    out.push('', '### Priority by state');
    out.push(...table(['Priority', ...states.map(({ label }) => cell(label)), 'Total'], rows));
  }
  out.push('', '### Top open risks');
  if (top.length === 0) out.push('', 'No threat is open.');
  else {
    const rows = top.map(({ threat, interaction }) => [
      String(threat.number),
      `\\#${threat.threat.id}`,
      alone ? name(threat.title) : toThreat(threat),
      cell(threat.priority),
      cell(interaction),
    ]);
    out.push(...table(['No.', 'Id', 'Threat', 'Priority', 'Flow'], rows));
  }
  out.push('', '### Coverage', '');
  out.push(`${flows - bare.length} of ${flows} data flows have threats or are out of scope.`);
  if (bare.length > 0) {
    const rows = bare.map((each) => [each.name, each.source, each.target, each.diagram].map(name));
    out.push(...table(['Data flow without threats', 'Source', 'Target', 'Diagram'], rows));
  }
  if (scopedOut.length > 0) {
    const rows = scopedOut.map((each) =>
      [each.name, each.type, each.reason || 'No reason is given', each.diagram].map(cell),
    );
    out.push(...table(['Out of scope', 'Type', 'Reason', 'Diagram'], rows));
  }
  if (changes !== null) {
    out.push('', `### What changed since ${heading(changes.since)}`, '', ...statements(changes.statements));
    if (changes.lines.length > 0) out.push('', ...changes.lines.map((line) => `- ${inline(line)}`));
  }
  return out;
}

/** The document's own data, and what the report was made of and by. */
export function recordLines({ choices: { cover }, record }: Report): Lines {
  const said = [
    { label: 'Document', value: cover.document },
    { label: 'Version', value: cover.version },
    { label: 'Status', value: cover.status },
  ].filter(({ value }) => value.trim() !== '');
  const out: string[] = [];
  if (said.length + cover.versions.length + cover.signOffs.length > 0) out.push('', '## Document control');
  if (said.length > 0) out.push('', ...statements(said));
  if (cover.versions.length > 0) {
    const rows = cover.versions.map((each) => [each.version, each.date, each.author, each.changes].map(cell));
    out.push(...table(['Version', 'Date', 'Author', 'Changes'], rows));
  }
  if (cover.signOffs.length > 0) {
    const rows = cover.signOffs.map((each) => [each.role, each.name, each.date, ''].map(cell));
    out.push(...table(['Role', 'Name', 'Date', 'Signature'], rows));
  }
  if (record.length > 0) out.push('', '## Record', '', ...statements(record));
  return out;
}

/** One line for each threat. */
export function registerLines({ overview, diagrams, choices }: Report): Lines {
  if (overview === null || overview.total === 0) return [];
  const alone = choices.layout === 'summary';
  const rows = diagrams.flatMap(({ interactions }) =>
    interactions.flatMap(({ threats }) =>
      threats.map((threat) => {
        return [
          String(threat.number),
          alone ? `<a id="${threat.anchor}"></a>\\#${threat.threat.id}` : `\\#${threat.threat.id}`,
          alone ? name(threat.title) : toThreat(threat),
          name(threat.category),
          cell(briefFlow(threat.interaction, threat.source, threat.target)),
          cell(threat.priority),
          cell(threat.state),
        ];
      }),
    ),
  );
  const heads = ['No.', 'Id', 'Threat', 'Category', 'Flow', 'Priority', 'State'];
  return ['', '## Register', ...table(heads, rows)];
}

/** What is on a diagram, and what crosses its boundaries. */
export function elementLines({ elements, boundaries }: DiagramElements): Lines {
  const rows = elements.map(({ name, type, place, outOfScope, properties }) => {
    const scope = outOfScope === '' ? [] : [`Out of scope: ${outOfScope.replace(/^Yes: /, '')}`];
    const said = [...scope, ...properties.map(({ label, value }) => `${label}: ${value}`)];
    return [name, type, place, said.join('; ')].map(cell);
  });
  const lines = boundaries.map(({ name, type, inside, crossing }) =>
    [name, type, inside.join(', '), crossing.join(', ')].map(cell),
  );
  return [
    ...(rows.length === 0
      ? []
      : ['', '### Elements', ...table(['Element', 'Type', 'Place', 'Properties'], rows)]),
    ...(lines.length === 0
      ? []
      : ['', '### Trust boundaries', ...table(['Boundary', 'Type', 'Inside', 'Crossed by'], lines)]),
  ];
}

/** A picture beside a Markdown report. */
export interface PictureFile {
  readonly name: string;
  readonly svg: string;
}

/** The pictures of the diagrams as files, by the places of their diagrams in the report. */
export function markdownPictures({ model, diagrams, choices }: Report): ReadonlyMap<number, PictureFile> {
  const files = new Map<number, PictureFile>();
  if (choices.pictures === 'none' || choices.markdownPictures === 'none' || choices.layout === 'summary')
    return files;
  for (const [index, { diagram }] of diagrams.entries())
    if (diagram !== undefined)
      files.set(index, {
        name: `diagram-${index + 1}.svg`,
        svg: diagramSvg(model, diagram, { background: 'white', padding: 8 }),
      });
  return files;
}
