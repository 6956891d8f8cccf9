import { byArrows } from '../arrows.ts';
import { insideOf, nestedWithInside, withInside } from '../composites.ts';
import type { Draft, DraftDiagram, DraftLine, DraftNode, NodeRole } from '../draft.ts';
import { firstDiagrams } from '../first-diagrams.ts';
import { textOfHtml } from '../label-text.ts';
import { Losses } from '../losses.ts';
import { spaced } from '../names.ts';
import { nestedPlaces } from '../nested-places.ts';
import { FILE_START, Refusal } from '../places.ts';
import type { Sureness } from '../port.ts';
import { type FoundNode, mayTakeFlows, roleByWords, roleOfBox } from '../roles.ts';
import { decodeText, roughText } from '../text.ts';
import { type Block, blocksIn, sortOf, titleOf } from './blocks.ts';
import { type Chart, type ChartNode, parseChart } from './parse.ts';

/** The size of an element that has no place yet, in units. */
const SIZE = { width: 100, height: 100 };

export function sniffMermaid(head: Uint8Array): Sureness {
  const sort = sortOf(roughText(head));
  return sort === null ? 'no' : sort === 'flowchart' ? 'certain' : 'likely';
}

/**
 * Reads the flowcharts of a text of Mermaid, or of Markdown: a diagram each. They have no places but say what lies in what;
 * diagrams of other kinds are passed over, and told.
 */
export function readMermaid(bytes: Uint8Array): Draft {
  const text = decodeText(bytes).text.replace(/\r\n?/g, '\n');
  const isMarkdown = sortOf(text) === 'markdown';
  const losses = new Losses();
  const blocks = blocksIn(text).filter(({ other }) => {
    if (other !== null) losses.add('other-diagrams', other);
    return other === null;
  });
  if (blocks.length === 0) throw new Refusal({ cause: 'no-diagram', place: FILE_START });
  const { first, further } = firstDiagrams(blocks, ({ heading }) => labelIn(heading));
  for (const heading of further) losses.add('diagrams', heading);
  const name = isMarkdown ? titleOf(text) : '';
  return {
    id: `mermaid ${name}`,
    information: name === '' ? {} : { name: labelIn(name) },
    diagrams: first.map((block, index) => diagramOf(block, `${index + 1}`)),
    losses: losses.all,
  };
}

function diagramOf({ text, heading }: Block, id: string): DraftDiagram {
  const chart = parseChart(text);
  const losses = new Losses();
  losses.addAll('odd-lines', chart.odd);
  const boundaries = boundariesOf(chart);
  const ends = new Set(chart.links.flatMap(({ from, to }) => [from, to]));
  const own = nodesOf(chart);
  const insides = boundaries
    .filter((one) => ends.has(one.id))
    .flatMap((one) => withInside(one, { id: insideOf(one.id), box: null }, losses).slice(1));
  const nodes = [...own, ...insides];
  const things = [
    ...boundaries.flatMap(({ id }) => {
      const thing = {
        id,
        parent: chart.subgraphs.get(id)?.parent ?? null,
        holds: true,
        box: null,
        size: SIZE,
      };
      return ends.has(id) ? nestedWithInside(thing) : [thing];
    }),
    ...own.map(({ id }) => {
      const parent = chart.nodes.get(id)?.parent ?? null;
      return { id, parent, holds: false, box: null, size: SIZE };
    }),
  ];
  // What lies in what decides what crosses a boundary.
  const { boxes } = nestedPlaces(things);
  return {
    id,
    name: labelIn(chart.title || heading),
    nodes: [...boundaries, ...nodes].map((node) => ({ ...node, box: boxes.get(node.id) ?? null })),
    lines: linesOf(chart, losses),
    losses: losses.all,
    isUnplaced: true,
    ...(nodes.some(({ role }) => mayTakeFlows(role)) ? {} : { doubt: 'no-elements' as const }),
  };
}

/** A label as it is drawn: marks of Markdown strings, codes and icons as what they stand for. */
function labelIn(label: string): string {
  const bare = label
    .trim()
    .replace(/^"([\s\S]*)"$/, '$1')
    .replace(/^`([\s\S]*)`$/, '$1');
  const coded = bare
    .replace(/\bfa[bsr]?:fa-[\w-]+/g, '')
    .replace(/#(\d{1,7});/g, '&#$1;')
    .replace(/#([A-Za-z]{2,10});/g, '&$1;');
  return textOfHtml(coded);
}

/** What shapes stand for, by their brackets and by their names. */
const SHAPES: Readonly<Record<string, readonly [kind: string, role: NodeRole | null]>> = {
  '((': ['circle', 'process'],
  '(((': ['double circle', 'process'],
  '([': ['stadium', 'process'],
  '[(': ['cylinder', 'store'],
  '>': ['flag', 'annotation'],
  '(': ['rounded', null],
  '[': ['rectangle', null],
  '[[': ['subroutine', null],
  '[/': ['parallelogram', null],
  '[\\': ['parallelogram', null],
  '{{': ['hexagon', null],
  '{': ['decision', null],
  circle: ['circle', 'process'],
  circ: ['circle', 'process'],
  'dbl-circ': ['double circle', 'process'],
  stadium: ['stadium', 'process'],
  pill: ['stadium', 'process'],
  cyl: ['cylinder', 'store'],
  cylinder: ['cylinder', 'store'],
  db: ['cylinder', 'store'],
  database: ['cylinder', 'store'],
  das: ['cylinder', 'store'],
  datastore: ['data store', 'store'],
  text: ['text', 'annotation'],
  comment: ['comment', 'annotation'],
};

const ROLES: Readonly<Record<string, NodeRole>> = {
  external: 'external',
  process: 'process',
  store: 'store',
  entity: 'external',
  datastore: 'store',
};

/** The node of our export at the free end of a flow: a point. */
const isPoint = ({ shape, label }: ChartNode): boolean =>
  shape === '((' && label?.replaceAll('"', '').trim() === '';

function nodesOf(chart: Chart): readonly DraftNode[] {
  const joined = new Set(chart.links.flatMap(({ from, to }) => [from, to]));
  // What our export puts into a boundary that holds nothing.
  const isFiller = ({ id, parent, label }: ChartNode): boolean =>
    id === `${parent}x` && label?.replaceAll('"', '').trim() === '' && !joined.has(id);
  const nodes = [...chart.nodes.values()].filter(
    (node) => !isPoint(node) && !isFiller(node) && !chart.subgraphs.has(node.id),
  );
  const draws = (role: NodeRole): boolean => nodes.some((node) => SHAPES[node.shape]?.[1] === role);
  const [hasCircles, hasCylinders] = [draws('process'), draws('store')];
  return nodes.map((node): DraftNode => {
    const name = node.label === null ? node.id : labelIn(node.label);
    const isEmpty = name === '' && !joined.has(node.id);
    const found: FoundNode = isEmpty
      ? { role: 'unknown', kind: 'empty' }
      : roleIn(node, name, { hasCircles, hasCylinders });
    const facts = node.classes.has('outOfScope') ? [{ name: 'Out Of Scope', value: 'true' }] : [];
    return { id: node.id, ...found, name, facts, box: null };
  });
}

interface Drawn {
  readonly hasCircles: boolean;
  readonly hasCylinders: boolean;
}

/** Its class says it, else its shape, else its words. */
function roleIn({ shape, classes }: ChartNode, name: string, { hasCircles, hasCylinders }: Drawn): FoundNode {
  const drawn = Object.hasOwn(SHAPES, shape) ? SHAPES[shape] : undefined;
  const [kind, role] = drawn ?? ([shape || 'rectangle', null] as const);
  for (const one of classes) {
    const said = Object.hasOwn(ROLES, one.toLowerCase())
      ? ROLES[one.toLowerCase()]
      : roleByWords(spaced(one));
    if (said) return { role: said, kind: one };
  }
  if (role !== null) return { role, kind };
  const found = roleOfBox({ kind, name, isPlain: kind === 'rectangle', holds: 0, hasCircles });
  if (found.role !== 'store' || !hasCylinders) return found;
  // Where stores are drawn as such, a box with a word of theirs is what its other words say: a database user.
  const others = name.split(/\s+/).flatMap((word) => roleByWords(word) ?? []);
  const other = others.findLast((one) => one !== 'store');
  return other === undefined ? found : { role: other, kind: `${kind}: ${other}` };
}

const boundariesOf = ({ subgraphs }: Chart): readonly DraftNode[] =>
  [...subgraphs.values()].map(({ id, label }) => ({
    id,
    role: 'borderBoundary',
    kind: 'subgraph',
    name: labelIn(label),
    facts: [],
    box: null,
  }));

function linesOf({ links, nodes, subgraphs }: Chart, losses: Losses): readonly DraftLine[] {
  const labels = links.map(({ label }) => labelIn(label));
  // Our export numbers the flows of a diagram.
  const isNumbered = labels.length > 0 && labels.every((label, at) => `${label} `.startsWith(`${at + 1} `));
  return links.flatMap(({ from, to, atStart, atEnd }, at) => {
    const label = labels[at] ?? '';
    const line: DraftLine = {
      id: `link ${at + 1}`,
      role: 'flow',
      kind: 'link',
      name: isNumbered ? label.slice(`${at + 1} `.length) : label,
      facts: [],
      source: endAt(from),
      target: endAt(to),
      bends: [],
    };
    return byArrows(line, { atStart, atEnd }, losses);
  });

  function endAt(id: string) {
    if (subgraphs.has(id)) return { node: insideOf(id), point: null };
    const node = nodes.get(id);
    return { node: node !== undefined && isPoint(node) ? null : id, point: null };
  }
}
