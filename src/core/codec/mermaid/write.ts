import type { Model } from '../../document/index.ts';
import { type Graph, type GraphNode, graphOf } from '../graph-text.ts';
import { Losses } from '../losses.ts';
import type { Written } from '../port.ts';
import { encodeUtf8 } from '../utf8.ts';

/** What hosts draw of one flowchart (exchange 7). */
const MOST_EDGES = 500;
const MOST_LETTERS = 50_000;
/** A name longer than this does not fit a circle. */
const LONG = 16;

/** Signs that mean something inside of quotes, and marks that Markdown would take. */
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '#quot;',
  '#': '#35;',
  '<': '#lt;',
  '>': '#gt;',
  '`': '#96;',
  '&': '#amp;',
  '\n': '<br/>',
};
const quoted = (text: string): string => {
  const lines = text.split('\n').map((line) => line.trim());
  return `"${lines.join('\n').replace(/["#<>`&\n]/g, (sign) => ESCAPES[sign] ?? sign)}"`;
};

/** A text of a line of its own, such as a title. */
const oneLine = (text: string): string => text.replace(/[\s#;]+/g, ' ').trim();

/**
 * A model as flowcharts of Mermaid: one alone is a diagram file, several stand in Markdown, a block each. Lost beside what
 * a graph has no place for: `threats`, and `too-large` where hosts refuse to draw a diagram.
 */
export function writeMermaid(model: Model): Written {
  const graphs = model.diagrams.map((diagram) => graphOf(model, diagram));
  const texts = graphs.map(flowchart);
  const losses = new Losses(graphs.flatMap((graph) => graph.losses));
  losses.addAll(
    'threats',
    model.threats.map(({ id }) => `#${id}`),
  );
  for (const [index, { name, edges }] of graphs.entries())
    if (edges.length > MOST_EDGES || (texts[index]?.length ?? 0) > MOST_LETTERS)
      losses.add('too-large', name);
  const title = oneLine(model.information.name) || 'Threat model';
  const blocks = graphs.map(
    ({ name }, index) => `## ${oneLine(name)}\n\n\`\`\`mermaid\n${texts[index]}\`\`\`\n`,
  );
  const text = texts.length === 1 ? texts[0] : `# ${title}\n\n${blocks.join('\n')}`;
  return { bytes: encodeUtf8(text ?? ''), losses: losses.all };
}

function flowchart(graph: Graph): string {
  const lines = [
    `flowchart ${graph.isWide ? 'LR' : 'TB'}`,
    `  accTitle: ${oneLine(graph.name) || 'Data flow diagram'}`,
  ];
  for (const node of graph.roots) lines.push(...nodeLines(node, '  '));
  for (const id of graph.freeEnds) lines.push(`  ${id}(( ))`);
  for (const { from, to, label } of graph.edges) lines.push(`  ${from} -->|${quoted(label)}| ${to}`);
  lines.push(
    '  classDef external stroke-width:2px',
    '  classDef process stroke-width:2px',
    '  classDef store stroke-width:2px',
    '  classDef boundary fill:none,stroke:#c00,stroke-dasharray:6 4',
    '  classDef outOfScope stroke-dasharray:3 3',
  );
  const all = graph.roots.flatMap(withChildren);
  const boundaries = all.filter(({ role }) => role === 'borderBoundary').map(({ id }) => id);
  if (boundaries.length > 0) lines.push(`  class ${boundaries.join(',')} boundary`);
  const outside = all.filter(({ isOutOfScope }) => isOutOfScope).map(({ id }) => id);
  if (outside.length > 0) lines.push(`  class ${outside.join(',')} outOfScope`);
  return `${lines.join('\n')}\n`;
}

const withChildren = (node: GraphNode): readonly GraphNode[] => [
  node,
  ...node.children.flatMap(withChildren),
];

function nodeLines({ id, name, role, children }: GraphNode, indent: string): readonly string[] {
  const label = quoted(name || ' ');
  switch (role) {
    case 'borderBoundary':
      return [
        `${indent}subgraph ${id}[${label}]`,
        ...children.flatMap((child) => nodeLines(child, `${indent}  `)),
        // An empty one is no syntax that every version takes.
        ...(children.length === 0 ? [`${indent}  ${id}x[" "]`] : []),
        `${indent}end`,
      ];
    case 'process':
      return [`${indent}${id}${name.length > LONG ? `([${label}])` : `((${label}))`}:::process`];
    case 'store':
      return [`${indent}${id}[(${label})]:::store`];
    case 'external':
      return [`${indent}${id}[${label}]:::external`];
    default:
      return [`${indent}${id}>${label}]`];
  }
}
