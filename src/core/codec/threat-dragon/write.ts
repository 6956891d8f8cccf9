import {
  categoryName,
  type Diagram,
  findProperty,
  isHandled,
  isOutOfScope,
  type Line,
  type LineEnd,
  type Model,
  propertyText,
  REASON_OUT_OF_SCOPE,
  type Shape,
  THREAT_TEXT,
  type Threat,
  threatProperty,
} from '../../document/index.ts';
import type { Fact, NodeRole } from '../draft.ts';
import { bareName } from '../facts.ts';
import { headerOr } from '../fallback-names.ts';
import { dragonStatus, knownPriority, strideOf } from '../foreign-states.ts';
import type { Json } from '../json.ts';
import { Losses } from '../losses.ts';
import { factsOf, MARK, markOf, markOfThreat, nameOr, threatsByFlow, unwrittenThreats } from '../marks.ts';
import type { Written } from '../port.ts';
import { roleOfShape } from '../roles.ts';
import { encodeUtf8 } from '../utf8.ts';
import { SIDES } from './sides.ts';

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

/** Properties that have a place of their own, or that nobody chose. */
const NO_LINES = new Set(['description', 'outofscope', 'reasonforoutofscope', 'datafloworder']);

const GROUPS = ['top', 'right', 'bottom', 'left'] as const;

/**
 * A model as Threat Dragon 2 has it: valid by its schema, and with our marks, so that reading it again is exact. Lost:
 * notes, assumptions and dependencies, the template, priorities that the tool does not have.
 */
export function writeThreatDragon(model: Model): Written {
  const writer = new Writer(model);
  const file = writer.file();
  return { bytes: encodeUtf8(`${JSON.stringify(file, null, 2)}\n`), losses: writer.losses.all };
}

class Writer {
  readonly losses = new Losses();
  readonly #model: Model;
  readonly #threats: ReadonlyMap<string, readonly Threat[]>;

  constructor(model: Model) {
    this.#model = model;
    this.#threats = threatsByFlow(model);
  }

  file(): Json {
    const { information, notes, diagrams, threats, template } = this.#model;
    this.losses.addAll(
      'notes',
      notes.map(({ message }) => message),
    );
    this.losses.addAll('information', [information.assumptions, information.externalDependencies]);
    this.losses.add('template', template.manifest.name);
    const written = new Set(
      diagrams.flatMap(({ lines }) =>
        lines.flatMap(({ id, kind }) => (kind === 'flow' ? (this.#threats.get(id) ?? []) : [])),
      ),
    );
    this.losses.addAll('threats-of-nothing', unwrittenThreats(this.#model, written));
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
      title: headerOr(diagram.header, id),
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
        ...(isFlow && { threats: threats.map((threat) => this.#threat(threat)) }),
      },
    };
  }

  #data(element: Shape | Line, type: string, flags: readonly string[]): Json {
    const facts = factsOf(element);
    const reason = findProperty(element, REASON_OUT_OF_SCOPE);
    const lines = facts
      .filter(({ name, value }) => value !== '' && !NO_LINES.has(bareName(name)))
      .map(({ name, value }) => `${name}: ${value}`);
    const written = {
      description: [saidOf(facts, 'description') ?? '', ...lines].filter((text) => text !== '').join('\n'),
      outOfScope: isOutOfScope(element),
      reasonOutOfScope: (reason && propertyText(reason)) ?? '',
      ...Object.fromEntries(flags.map((flag) => [flag, isSaid(facts, flag)])),
      ...(type === 'tm.Flow' ? { protocol: saidOf(facts, 'protocol') ?? '' } : {}),
    };
    return { type, name: nameOr(element, ''), ...written, compatibility: markOf(element, written) };
  }

  #threat(threat: Threat): Json {
    const category = categoryName(this.#model.template, threat);
    const severity = knownPriority(threat.priority);
    if (severity === null) this.losses.add('priorities', threat.priority);
    const written = {
      title: threatProperty(threat, THREAT_TEXT.title) ?? '',
      type: strideOf(category) ?? category,
      status: dragonStatus(threat.state),
      severity: severity ?? 'TBD',
      description: threatProperty(threat, THREAT_TEXT.description) ?? '',
      mitigation: threatProperty(threat, THREAT_TEXT.justification) ?? '',
    };
    return {
      ...written,
      id: `${threat.id}-${threat.flowId}`,
      number: threat.id,
      modelType: strideOf(category) === null ? 'Generic' : 'STRIDE',
      score: '',
      new: false,
      compatibility: markOfThreat(threat, written),
    };
  }
}

const endOf = ({ element, port, x, y }: LineEnd): Json => {
  if (element === null) return { x, y };
  const side = SIDES[port];
  return side === null ? { cell: element } : { cell: element, port: `${element}-${side}` };
};

const saidOf = (facts: readonly Fact[], name: string): string | undefined =>
  facts.find((fact) => bareName(fact.name) === name)?.value;

/** Whether a property says yes to one of the tool's questions, such as `isEncrypted`. */
const isSaid = (facts: readonly Fact[], flag: string): boolean =>
  /^(yes|true)$/i.test(saidOf(facts, bareName(flag)) ?? '');
