import type { Model } from '../../document/index.ts';
import { type Graph, type GraphNode, graphOf } from '../graph-text.ts';
import { Losses } from '../losses.ts';
import type { Written } from '../port.ts';
import { encodeUtf8 } from '../utf8.ts';

/** A quoted string of the language: two signs have a meaning in it, and a line break is written. */
const quoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replace(/\r?\n/g, '\\n')}"`;

/** A model as graphs of Graphviz, one for each diagram. Lost beside what a graph has no place for: `threats`. */
export function writeDot(model: Model): Written {
  const graphs = model.diagrams.map((diagram) => graphOf(model, diagram));
  const losses = new Losses(graphs.flatMap((graph) => graph.losses));
  losses.addAll(
    'threats',
    model.threats.map(({ id }) => `#${id}`),
  );
  return { bytes: encodeUtf8(graphs.map(digraph).join('\n')), losses: losses.all };
}

function digraph(graph: Graph): string {
  const lines = [
    `digraph ${quoted(graph.name)} {`,
    `  graph [label=${quoted(graph.name)}, labelloc=t, rankdir=${graph.isWide ? 'LR' : 'TB'}, fontname="sans-serif"]`,
    '  node [fontname="sans-serif"]',
    '  edge [fontname="sans-serif"]',
    ...graph.roots.flatMap((node) => nodeLines(node, '  ')),
    ...graph.freeEnds.map((id) => `  ${id} [shape=point, label=""]`),
    ...graph.edges.map(
      ({ from, to, label, isOutOfScope }) =>
        `  ${from} -> ${to} [label=${quoted(label)}${isOutOfScope ? ', style=dotted' : ''}]`,
    ),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

const LOOKS = {
  process: 'shape=ellipse',
  external: 'shape=box',
  store: 'shape=cylinder',
  annotation: 'shape=plaintext',
} as const;

function nodeLines({ id, name, role, isOutOfScope, children }: GraphNode, indent: string): readonly string[] {
  if (role === 'borderBoundary') {
    return [
      `${indent}subgraph cluster_${id} {`,
      `${indent}  label=${quoted(name)}; style=dashed; color="#cc0000"`,
      ...children.flatMap((child) => nodeLines(child, `${indent}  `)),
      `${indent}}`,
    ];
  }
  return [`${indent}${id} [label=${quoted(name)}, ${LOOKS[role]}${isOutOfScope ? ', style=dashed' : ''}]`];
}
