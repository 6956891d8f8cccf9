import {
  categoryName,
  type Diagram,
  findProperty,
  isHandled,
  isOutOfScope,
  type Line,
  type LineEnd,
  type Model,
  type Port,
  propertyText,
  REASON_OUT_OF_SCOPE,
  type Shape,
  THREAT_TEXT,
  type Threat,
  threatProperty,
} from '../../document/index.ts';
import type { Fact, Loss, NodeRole } from '../draft.ts';
import { withLoss } from '../draft.ts';
import { dragonStatus, knownPriority, strideOf } from '../foreign-states.ts';
import type { Json } from '../json.ts';
import { factsOf, MARK, markOf, markOfThreat, nameOr, roleOfShape, threatsByFlow } from '../marks.ts';
import type { Written } from '../port.ts';
import { encodeUtf8 } from '../utf8.ts';

/** The version of the tool whose files these are. */
const VERSION = '2.6.2';

/** What the tool's forms show of each kind: without one of them they are blank (exchange 3.3). */
const NODES: Readonly<Record<NodeRole, { shape: string; type: string; flags: readonly string[] }>> = {
  external: { shape: 'actor', type: 'tm.Actor', flags: ['providesAuthentication'] },
  process: {
    shape: 'process',
    type: 'tm.Process',
    flags: ['handlesCardPayment', 'handlesGoodsOrServices', 'isWebApplication'],
  },
  store: {
    shape: 'store',
    type: 'tm.Store',
    flags: ['isALog', 'isEncrypted', 'isSigned', 'storesCredentials', 'storesInventory'],
  },
  borderBoundary: { shape: 'trust-boundary-box', type: 'tm.BoundaryBox', flags: [] },
  annotation: { shape: 'td-text-block', type: 'tm.Text', flags: [] },
};
const FLOW_FLAGS = ['isBidirectional', 'isEncrypted', 'isPublicNetwork'];

/** The port of the tool for each of ours: diagonals go to a side. */
const SIDES: Readonly<Record<Port, string | null>> = {
  None: null,
  North: 'top',
  NorthEast: 'right',
  East: 'right',
  SouthEast: 'right',
  South: 'bottom',
  SouthWest: 'left',
  West: 'left',
  NorthWest: 'left',
};
const GROUPS = ['top', 'right', 'bottom', 'left'] as const;

/**
 * A model as Threat Dragon 2 has it: valid by its schema, and with our marks, so that reading it again is exact. Lost:
 * notes, assumptions and dependencies, the template, priorities that the tool does not have.
 */
export function writeThreatDragon(model: Model): Written {
  const writer = new Writer(model);
  const file = writer.file();
  return { bytes: encodeUtf8(`${JSON.stringify(file, null, 2)}\n`), losses: writer.losses };
}

class Writer {
  losses: readonly Loss[] = [];
  readonly #model: Model;
  readonly #threats: ReadonlyMap<string, readonly Threat[]>;

  constructor(model: Model) {
    this.#model = model;
    this.#threats = threatsByFlow(model);
  }

  #lose(code: string, example: string): void {
    this.losses = withLoss(this.losses, code, example);
  }

  file(): Json {
    const { information, notes, diagrams, threats, template } = this.#model;
    for (const { message } of notes) this.#lose('notes', message);
    for (const text of [information.assumptions, information.externalDependencies])
      if (text.trim() !== '') this.#lose('information', text);
    this.#lose('template', template.manifest.name);
    return {
      version: VERSION,
      summary: {
        title: information.name.trim() || 'Threat model',
        owner: information.owner,
        description: information.description,
        id: 0,
      },
      detail: {
        contributors: information.contributors
          .split(/[,;\n]/)
          .map((name) => name.trim())
          .filter((name) => name !== '')
          .map((name) => ({ name })),
        diagrams: diagrams.map((diagram, index) => this.#diagram(diagram, index)),
        diagramTop: diagrams.length,
        reviewer: information.reviewer,
        threatTop: threats.reduce((top, { id }) => Math.max(top, id), 0),
      },
    };
  }

  #diagram(diagram: Diagram, id: number): Json {
    const cells = [
      ...diagram.shapes.map((shape, index) => this.#node(shape, index)),
      ...diagram.lines.map((line, index) => this.#line(line, diagram.shapes.length + index)),
    ];
    const categories = this.#model.threats
      .filter(({ diagramId }) => diagramId === diagram.id)
      .map((threat) => categoryName(this.#model.template, threat));
    const isStride = categories.every((category) => strideOf(category) !== null);
    return {
      id,
      title: diagram.header.trim() || `Diagram ${id + 1}`,
      diagramType: isStride ? 'STRIDE' : 'Generic',
      placeholder: '',
      thumbnail: './public/content/images/thumbnail.stride.jpg',
      version: VERSION,
      compatibility: { [MARK]: { id: diagram.id } },
      cells,
    };
  }

  #node(shape: Shape, zIndex: number): Json {
    const role = roleOfShape(this.#model.template, shape);
    const { shape: kind, type, flags } = NODES[role];
    const name = nameOr(shape, '');
    const isBox = role === 'borderBoundary';
    return {
      id: shape.id,
      shape: kind,
      // Boxes lie below everything else.
      zIndex: isBox ? zIndex - 1000 : zIndex,
      position: { x: shape.left, y: shape.top },
      size: { width: shape.width, height: shape.height },
      attrs: isBox ? { label: { text: name } } : { text: { text: name } },
      visible: true,
      ...(isBox || role === 'annotation'
        ? {}
        : { ports: { items: GROUPS.map((group) => ({ group, id: `${shape.id}-${group}` })) } }),
      data: { ...this.#data(shape, type, flags), isTrustBoundary: isBox, hasOpenThreats: false, threats: [] },
    };
  }

  #line(line: Line, zIndex: number): Json {
    const isFlow = line.kind === 'flow';
    const name = nameOr(line, '');
    const threats = isFlow ? (this.#threats.get(line.id) ?? []) : [];
    const { x, y } = line.handle;
    const middle = { x: (line.source.x + line.target.x) / 2, y: (line.source.y + line.target.y) / 2 };
    const isStraight = Math.hypot(x - middle.x, y - middle.y) <= 1;
    const data = this.#data(line, isFlow ? 'tm.Flow' : 'tm.Boundary', isFlow ? FLOW_FLAGS : []);
    return {
      id: line.id,
      shape: isFlow ? 'flow' : 'trust-boundary-curve',
      zIndex,
      connector: 'smooth',
      source: endOf(line.source),
      target: endOf(line.target),
      vertices: isStraight ? [] : [{ x, y }],
      labels: [
        {
          markup: [
            { tagName: 'ellipse', selector: 'labelBody' },
            { tagName: 'text', selector: 'labelText' },
          ],
          attrs: { labelText: { text: name } },
          position: { distance: 0.5 },
        },
      ],
      visible: true,
      data: {
        ...data,
        isTrustBoundary: !isFlow,
        hasOpenThreats: threats.some(({ state }) => !isHandled(state)),
        ...(isFlow && {
          protocol: saidOf(factsOf(line), 'protocol') ?? '',
          threats: threats.map((threat) => this.#threat(threat)),
        }),
      },
    };
  }

  #data(element: Shape | Line, type: string, flags: readonly string[]): Json {
    const facts = factsOf(element);
    const reason = findProperty(element, REASON_OUT_OF_SCOPE);
    const description = saidOf(facts, 'description');
    const lines = facts
      .filter(
        ({ name }) =>
          !['description', 'outofscope', 'reasonforoutofscope', 'datafloworder'].includes(plain(name)),
      )
      .map(({ name, value }) => `${name}: ${value}`);
    return {
      type,
      name: nameOr(element, ''),
      description: [description ?? '', ...lines].filter((text) => text !== '').join('\n'),
      outOfScope: isOutOfScope(element),
      reasonOutOfScope: (reason && propertyText(reason)) ?? '',
      ...Object.fromEntries(flags.map((flag) => [flag, isSaid(facts, flag)])),
      compatibility: markOf(element),
    };
  }

  #threat(threat: Threat): Json {
    const category = categoryName(this.#model.template, threat);
    const severity = knownPriority(threat.priority);
    if (severity === null) this.#lose('priorities', threat.priority);
    const title = threatProperty(threat, THREAT_TEXT.title) ?? '';
    return {
      id: `${threat.id}-${threat.flowId}`,
      number: threat.id,
      title,
      type: strideOf(category) ?? category,
      modelType: strideOf(category) === null ? 'Generic' : 'STRIDE',
      status: dragonStatus(threat.state),
      severity: severity ?? 'TBD',
      score: '',
      description: threatProperty(threat, THREAT_TEXT.description) ?? '',
      mitigation: threatProperty(threat, THREAT_TEXT.justification) ?? '',
      new: false,
      compatibility: markOfThreat(threat),
    };
  }
}

const endOf = ({ element, port, x, y }: LineEnd): Json => {
  if (element === null) return { x, y };
  const side = SIDES[port];
  return side === null ? { cell: element } : { cell: element, port: `${element}-${side}` };
};

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const saidOf = (facts: readonly Fact[], name: string): string | undefined =>
  facts.find((fact) => plain(fact.name) === name)?.value;

/** Whether a property says yes to one of the tool's questions, such as `isEncrypted`. */
function isSaid(facts: readonly Fact[], flag: string): boolean {
  const asked = plain(flag);
  const found = facts.find(({ name }) =>
    [asked, asked.replace(/^is/, '')].includes(plain(name).replace(/^is/, '')),
  );
  return found !== undefined && /^(yes|true)$/i.test(found.value);
}
