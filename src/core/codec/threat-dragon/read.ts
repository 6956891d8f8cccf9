import type { Port } from '../../document/index.ts';
import type { Point, Rect } from '../../geometry/index.ts';
import type {
  Draft,
  DraftDiagram,
  DraftEnd,
  DraftLine,
  DraftNode,
  DraftThreat,
  Fact,
  LineRole,
  NodeRole,
} from '../draft.ts';
import { withChanges } from '../facts.ts';
import { firstDiagrams } from '../first-diagrams.ts';
import { priorityOf, stateOf, withWord } from '../foreign-states.ts';
import { isJson, type Json, numberIn, parseJson, recordIn, recordsIn, textIn } from '../json.ts';
import { Losses } from '../losses.ts';
import { changedSince, elementMark, MARK, threatMark } from '../marks.ts';
import { spaced } from '../names.ts';
import { ownThreat, type ReadThreat } from '../own-threats.ts';
import { FILE_START, type Limits, Refusal } from '../places.ts';
import { SIDES } from './sides.ts';

/** Roles by the word behind `tm.` in `data.type` (version 1: `type`), and by the shape of version 2. */
const NODES: Readonly<Record<string, NodeRole>> = {
  actor: 'external',
  process: 'process',
  store: 'store',
  boundarybox: 'borderBoundary',
  'trust-boundary-box': 'borderBoundary',
  text: 'annotation',
  'td-text-block': 'annotation',
};
const LINES: Readonly<Record<string, LineRole>> = {
  flow: 'flow',
  boundary: 'lineBoundary',
  'trust-boundary-curve': 'lineBoundary',
  // As the tool wrote it for a while.
  'trust-broundary-curve': 'lineBoundary',
};

/** The size of a cell that does not say one (exchange 3.1). */
const SIZES: Readonly<Record<NodeRole, { readonly width: number; readonly height: number }>> = {
  external: { width: 150, height: 80 },
  process: { width: 100, height: 100 },
  store: { width: 150, height: 75 },
  borderBoundary: { width: 300, height: 200 },
  annotation: { width: 190, height: 80 },
};

/** Members of `data` that are no facts about the element, or that the tool works out itself. */
const NO_FACTS = new Set([
  'type',
  'name',
  'description',
  'outOfScope',
  'reasonOutOfScope',
  'hasOpenThreats',
  'threats',
  'isTrustBoundary',
  'isBidirectional',
  'containedElements',
  'crossingFlows',
  'trustBoundaryIds',
  'compatibility',
  'threatFrequency',
]);
/** Version 1 has the facts among the members of the cell itself. */
const CELL_MEMBERS = new Set([
  ...NO_FACTS,
  'size',
  'position',
  'angle',
  'id',
  'z',
  'zIndex',
  'attrs',
  'labels',
  'source',
  'target',
  'vertices',
  'smooth',
  'connector',
  'shape',
  'data',
  'ports',
  'width',
  'height',
  'visible',
]);

/** Reads a model of Threat Dragon, versions 1 and 2. Its schema is no gate: few real files satisfy it. */
export function readThreatDragon(bytes: Uint8Array, limits: Limits): Draft {
  const file = parseJson(bytes, limits);
  const { summary, detail } = recordIn(file);
  if (!isJson(summary)) throw incomplete('summary');
  if (!isJson(detail)) throw incomplete('detail');
  const title = textIn(summary['title']);
  const losses = new Losses();
  const { first, further } = firstDiagrams(recordsIn(detail['diagrams']), (one) => textIn(one['title']));
  for (const cut of further) losses.add('diagrams', cut);
  const read = first.map(diagramOf);
  return {
    id: title === '' ? 'threat-dragon' : title,
    information: {
      name: title,
      owner: textIn(summary['owner']),
      description: textIn(summary['description']),
      reviewer: textIn(detail['reviewer']),
      contributors: recordsIn(detail['contributors'])
        .map(({ name }) => textIn(name))
        .filter((name) => name !== '')
        .join(', '),
    },
    diagrams: read.map(({ diagram }) => diagram),
    threats: read.flatMap(({ threats }) => threats),
    notes: read.flatMap(({ note }) => (note === '' ? [] : [note])),
    losses: losses.all,
  };
}

const incomplete = (member: string): Refusal =>
  new Refusal({ cause: 'no-member', params: { format: 'Threat Dragon', member }, place: FILE_START });

interface ReadDiagram {
  readonly diagram: DraftDiagram;
  readonly threats: readonly DraftThreat[];
  readonly note: string;
}

function diagramOf(diagram: Json, index: number): ReadDiagram {
  const losses = new Losses();
  const own = textIn(recordIn(recordIn(diagram['compatibility'])[MARK])['id']);
  const id = own || `${index} ${textIn(diagram['id'])}`;
  const title = textIn(diagram['title']);
  const cells = [...recordsIn(diagram['cells']), ...recordsIn(recordIn(diagram['diagramJson'])['cells'])].map(
    (cell, order) => new Cell(cell, order),
  );
  const sorted = cells.toSorted((a, b) => a.z - b.z || a.order - b.order);
  const ports = new Map(cells.flatMap((cell) => cell.ports));
  const nodes: DraftNode[] = [];
  const lines: DraftLine[] = [];
  const threats: DraftThreat[] = [];
  for (const cell of sorted) {
    const [node, line] = [cell.node(), cell.line(ports)];
    if (node !== null) nodes.push(node);
    else if (line !== null) {
      lines.push(line);
      if (cell.isTwoWay && line.role === 'flow') {
        losses.add('two-way', line.name);
        lines.push(answerTo(line));
      }
    } else losses.add('unknown-cells', cell.sort);
    threats.push(...cell.threats(id));
  }
  const description = textIn(diagram['description']);
  return {
    diagram: { id, name: title, nodes, lines, losses: losses.all },
    threats,
    note: description === '' ? '' : `${title}: ${description}`,
  };
}

/** The flow back of one that goes both ways. */
const answerTo = (line: DraftLine): DraftLine => ({
  ...line,
  id: `${line.id} back`,
  source: line.target,
  target: line.source,
  bends: line.bends.toReversed().map(({ x, y }) => ({ x: x + 20, y: y + 20 })),
});

const pointIn = (value: unknown): Point | null => {
  const { x, y } = recordIn(value);
  const [left, top] = [numberIn(x), numberIn(y)];
  return left === undefined || top === undefined ? null : { x: left, y: top };
};

const PORTS: ReadonlyMap<string, Port> = new Map([
  ['top', 'North'],
  ['right', 'East'],
  ['bottom', 'South'],
  ['left', 'West'],
]);

/** One cell of a diagram, of either version. */
class Cell {
  readonly id: string;
  readonly order: number;
  /** What it is, by the file's own word. */
  readonly sort: string;
  readonly #cell: Json;
  readonly #data: Json;

  constructor(cell: Json, order: number) {
    this.#cell = cell;
    this.#data = isJson(cell['data']) ? cell['data'] : cell;
    this.order = order;
    this.id = textIn(cell['id']) || `cell ${order}`;
    const type = textIn(this.#data['type']).replace(/^tm\./, '').toLowerCase();
    const shape = textIn(cell['shape']);
    this.sort = Object.hasOwn(NODES, type) || Object.hasOwn(LINES, type) ? type : shape || type;
  }

  get z(): number {
    return numberIn(this.#cell['zIndex']) ?? numberIn(this.#cell['z']) ?? 0;
  }

  get isTwoWay(): boolean {
    return this.#data['isBidirectional'] === true;
  }

  /** The side of each of its ports, by the port's id. */
  get ports(): readonly (readonly [string, Port])[] {
    return recordsIn(recordIn(this.#cell['ports'])['items']).flatMap(({ id, group }) => {
      const side = PORTS.get(textIn(group));
      return side === undefined ? [] : [[`${this.id} ${textIn(id)}`, side] as const];
    });
  }

  node(): DraftNode | null {
    const role = Object.hasOwn(NODES, this.sort) ? NODES[this.sort] : undefined;
    if (role === undefined) return null;
    return { ...this.#element(), role, box: this.#box(role) };
  }

  line(ports: ReadonlyMap<string, Port>): DraftLine | null {
    const role = Object.hasOwn(LINES, this.sort) ? LINES[this.sort] : undefined;
    if (role === undefined) return null;
    const { handle, ports: own } = elementMark(this.#data['compatibility']);
    const vertices = recordsIn(this.#cell['vertices']).flatMap((vertex) => pointIn(vertex) ?? []);
    return {
      ...this.#element(),
      role,
      source: this.#end('source', ports, own?.[0]),
      target: this.#end('target', ports, own?.[1]),
      bends: vertices,
      ...(handle === undefined ? {} : { ownHandle: handle }),
    };
  }

  #end(side: 'source' | 'target', ports: ReadonlyMap<string, Port>, own: Port | undefined): DraftEnd {
    const end = recordIn(this.#cell[side]);
    const node = textIn(end['cell']) || textIn(end['id']);
    const drawn = ports.get(`${node} ${textIn(end['port'])}`);
    // The format has four of our eight ports: ours holds while it is the one that we wrote that for.
    const isAsWritten = own !== undefined && PORTS.get(SIDES[own] ?? '') === drawn;
    const port = isAsWritten ? own : drawn;
    return {
      node: node === '' ? null : node,
      point: node === '' ? pointIn(end) : null,
      ...(port === undefined ? {} : { port }),
    };
  }

  #element() {
    const { type, facts, written } = elementMark(this.#data['compatibility']);
    return {
      id: this.id,
      kind: this.sort,
      name: this.#name(),
      facts: facts === undefined ? this.#facts() : this.#withChanges(facts, written),
      ...(type === undefined ? {} : { type }),
    };
  }

  /** The first name that is not empty (exchange 3.1). */
  #name(): string {
    const labels = [this.#cell['labels'], this.#data['labels']].flatMap(recordsIn);
    const [label] = labels;
    const plain: unknown[] = Array.isArray(this.#cell['labels']) ? this.#cell['labels'] : [];
    const attrs = recordIn(this.#cell['attrs']);
    const inLabel = recordIn(label?.['attrs']);
    const candidates = [
      this.#data['name'],
      recordIn(attrs['text'])['text'],
      recordIn(attrs['label'])['text'],
      plain[0],
      recordIn(inLabel['labelText'])['text'],
      recordIn(inLabel['label'])['text'],
      recordIn(inLabel['text'])['text'],
    ];
    return candidates.map(textIn).find((text) => text.trim() !== '') ?? '';
  }

  /** The facts of our own export, but for what was changed in the format's own members since. */
  #withChanges(facts: readonly Fact[], written: Json): readonly Fact[] {
    const changed = changedSince(written, this.#data).map((name) => ({
      name: NAMES.get(name) ?? inWords(name),
      value: typeof this.#data[name] === 'boolean' ? String(this.#data[name]) : textIn(this.#data[name]),
    }));
    return withChanges(facts, changed);
  }

  #facts(): readonly Fact[] {
    const skipped = this.#data === this.#cell ? CELL_MEMBERS : NO_FACTS;
    const facts: Fact[] = [];
    const { description, outOfScope, reasonOutOfScope } = this.#data;
    if (outOfScope === true) facts.push({ name: 'Out Of Scope', value: 'true' });
    if (textIn(reasonOutOfScope) !== '')
      facts.push({ name: 'Reason For Out Of Scope', value: textIn(reasonOutOfScope) });
    if (textIn(description) !== '') facts.push({ name: 'Description', value: textIn(description) });
    for (const [name, value] of Object.entries(this.#data)) {
      if (skipped.has(name)) continue;
      // What is not so, or not said, is what the tool writes for everything.
      if (value === true || textIn(value) !== '') facts.push({ name: inWords(name), value: String(value) });
    }
    return facts;
  }

  #box(role: NodeRole): Rect | null {
    const position = pointIn(this.#cell['position']);
    if (position === null) return null;
    const size = recordIn(this.#cell['size']);
    const usual = SIZES[role];
    return {
      left: position.x,
      top: position.y,
      width: numberIn(size['width']) ?? usual.width,
      height: numberIn(size['height']) ?? usual.height,
    };
  }

  threats(diagram: string): readonly DraftThreat[] {
    // The schema has them at the cell, all real files in its data.
    return [
      ...recordsIn(this.#data['threats']),
      ...(this.#data === this.#cell ? [] : recordsIn(this.#cell['threats'])),
    ].map((threat, index) => threatOf(threat, diagram, this.id, index));
  }
}

/** Members that have a property of another name. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['outOfScope', 'Out Of Scope'],
  ['reasonOutOfScope', 'Reason For Out Of Scope'],
]);

/** `isPublicNetwork` as people read it: `Public Network`. */
const inWords = (name: string): string => {
  const words = spaced(name).replace(/^is /i, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function threatOf(threat: Json, diagram: string, element: string, index: number): DraftThreat {
  const mark = threatMark(threat['compatibility']);
  const id = `${element} ${textIn(threat['id']) || index}`;
  return { id, diagram, element, ...(mark === undefined ? foreignThreat(threat) : ownThreat(threat, mark)) };
}

function foreignThreat(threat: Json): ReadThreat {
  const { state, word } = stateOf(textIn(threat['status']));
  const mitigation = textIn(threat['mitigation']).trim();
  // What was done is the justification of who decided; what could be done is a part of the description.
  const isDecided = state === 'Mitigated' || state === 'NotApplicable';
  const more = ['score', 'cardSuit', 'cardNumber'].flatMap((name) => {
    const text = textIn(threat[name]);
    return text === '' ? [] : [`${inWords(name)}: ${text}`];
  });
  const possible = isDecided || mitigation === '' ? [] : [`Mitigation: ${mitigation}`];
  return {
    title: textIn(threat['title']) || textIn(threat['type']),
    category: textIn(threat['type']),
    description: [textIn(threat['description']), ...possible, ...more]
      .filter((text) => text.trim() !== '')
      .join('\n'),
    state,
    priority: priorityOf(textIn(threat['severity'])),
    justification: withWord(word, isDecided ? mitigation : ''),
  };
}
