import { dump } from 'js-yaml';
import {
  categoryName,
  type Diagram,
  displayName,
  findElementType,
  type Line,
  type LineEnd,
  type Model,
  NEVER,
  type Shape,
  THREAT_TEXT,
  type Threat,
  threatProperty,
} from '../../document/index.ts';
import { type Rect, rectUnion } from '../../geometry/index.ts';
import type { NodeRole } from '../draft.ts';
import { headerOr, NAME_OF_ROLE } from '../fallback-names.ts';
import { impactOf, knownPriority, mitigationState, priorityOfImpact } from '../foreign-states.ts';
import type { Json } from '../json.ts';
import { Losses } from '../losses.ts';
import { factsOf, MARK, markOf, markOfThreat, nameOr, threatsByFlow, unwrittenThreats } from '../marks.ts';
import { memberNames } from '../member-names.ts';
import { parentsIn } from '../nesting.ts';
import type { ExportAnswers, Written } from '../port.ts';
import { roleOfShape } from '../roles.ts';
import { slugOf } from '../slugs.ts';
import { cwesIn, descriptionOf, possibleMitigation } from '../texts-of-elements.ts';
import { encodeUtf8 } from '../utf8.ts';
import { isRating, NO_FACTS } from './describe.ts';

/**
 * A model as an Open Threat Model 0.2 in JSON, with our marks in its `attributes` (exchange 2.7, 4.2): reading it again
 * is exact. Other programs do not see annotations, flows with a free end, and the curves of flows. `threats` in the answers
 * puts them at `components`, those that flows lead to.
 */
export function writeOtm(model: Model, answers: ExportAnswers = {}): Written {
  const { file, losses } = new Writer(model, answers).written();
  return { bytes: encodeUtf8(`${JSON.stringify(file, null, 2)}\n`), losses };
}

/** The same in YAML. */
export function writeOtmYaml(model: Model, answers: ExportAnswers = {}): Written {
  const { file, losses } = new Writer(model, answers).written();
  return {
    bytes: encodeUtf8(dump(JSON.parse(JSON.stringify(file)), { noRefs: true, lineWidth: -1 })),
    losses,
  };
}

/** The zone of what lies in no boundary. */
const OUTSIDE = 'outside';
/** Trust of zones that do not say one (exchange 4.2). */
const RATING = { usual: 50, internet: 10 };

class Writer {
  readonly #model: Model;
  readonly #losses = new Losses();
  readonly #byFlow: ReadonlyMap<string, readonly Threat[]>;
  readonly #written = new Set<Threat>();
  readonly #ids = new Set<string>();
  readonly #zones: Json[] = [];
  readonly #components: { readonly id: string; readonly json: Json }[] = [];
  /** The threats at each component by its id; null where they stand at flows. */
  readonly #atComponents: Map<string, Json[]> | null;
  readonly #flows: Json[] = [];
  /** The ids of the threats that are defined, by all that they say, and how many there are of each type. */
  readonly #known = new Map<string, string>();
  readonly #defined = new Set<string>();
  readonly #times = new Map<string, number>();
  readonly #threats: Json[] = [];
  readonly #mitigations: Json[] = [];
  #hasOutside = false;

  constructor(model: Model, answers: ExportAnswers) {
    this.#model = model;
    this.#atComponents = answers['threats']?.includes('components') === true ? new Map() : null;
    this.#byFlow = threatsByFlow(model);
  }

  written(): { readonly file: Json; readonly losses: Written['losses'] } {
    const { diagrams, template } = this.#model;
    const representations = diagrams.map((diagram, index) => this.#diagram(diagram, index));
    this.#losses.addAll('threats-of-nothing', unwrittenThreats(this.#model, this.#written));
    this.#losses.add('template', template.manifest.name);
    const outside = {
      id: OUTSIDE,
      name: 'Default',
      type: OUTSIDE,
      risk: { trustRating: RATING.usual },
      attributes: { [MARK]: { kind: OUTSIDE } },
    };
    const file = {
      otmVersion: '0.2.0',
      project: this.#project(),
      representations: [
        ...representations,
        {
          id: 'Microsoft Threat Modeling Tool',
          name: 'Microsoft Threat Modeling Tool',
          type: 'threat-model',
        },
      ],
      assets: [],
      trustZones: this.#hasOutside ? [...this.#zones, outside] : this.#zones,
      components: this.#components.map(({ id, json }) => {
        const threats = this.#atComponents?.get(id);
        return threats === undefined ? json : { ...json, threats };
      }),
      dataflows: this.#flows,
      threats: this.#threats,
      mitigations: this.#mitigations,
    };
    return { file, losses: this.#losses.all };
  }

  #project(): Json {
    const { name, owner, description, ...more } = this.#model.information;
    const { reviewer, contributors, assumptions, externalDependencies } = more;
    const { notes } = this.#model;
    this.#losses.addAll(
      'note-dates',
      notes.filter(({ date, addedBy }) => date !== NEVER || addedBy !== '').map(({ message }) => message),
    );
    return {
      id: slugOf(name, 'threat-model'),
      name: name.trim() || 'Threat model',
      description,
      owner,
      ownerContact: '',
      attributes: {
        [MARK]: {
          reviewer,
          contributors,
          assumptions,
          externalDependencies,
          notes: notes.map(({ message }) => message),
        },
      },
    };
  }

  /** Its zones, components and data flows, and the representation that they stand on. */
  #diagram(diagram: Diagram, index: number): Json {
    const { template } = this.#model;
    const parents = parentsIn(diagram);
    const ids = new Map<string, string>();
    for (const element of [...diagram.shapes, ...diagram.lines])
      ids.set(element.id, this.#unique(element.id));
    const idOf = (shape: Shape): string => ids.get(shape.id) ?? shape.id;
    const annotations: Json[] = [];
    const hidden: Json[] = [];
    for (const shape of diagram.shapes) {
      const parent = parents.get(shape) ?? null;
      const role = roleOfShape(template, shape);
      if (role === 'annotation') {
        this.#losses.add('annotations', displayName(shape));
        const box = [shape.left, shape.top, shape.width, shape.height];
        annotations.push({ id: shape.id, box, ...markOf(shape) });
        continue;
      }
      const own = { id: idOf(shape), ...this.#place(diagram, shape, parent) };
      const holder = parent === null ? null : idOf(parent);
      if (role === 'borderBoundary') this.#zones.push({ ...own, ...this.#zone(shape, holder) });
      else {
        const json = { ...own, ...this.#component(shape, role, holder) };
        this.#components.push({ id: own.id, json });
        this.#atComponents?.set(own.id, []);
      }
    }
    for (const line of diagram.lines) {
      const id = ids.get(line.id) ?? line.id;
      const [source, target] = [line.source, line.target].map(({ element }) => ids.get(element ?? ''));
      if (line.kind === 'lineBoundary') this.#zones.push(this.#lineBoundary(diagram, line, id));
      else if (source !== undefined && target !== undefined)
        this.#flows.push(this.#flow(line, id, { source, destination: target }));
      else {
        this.#losses.add('free-flows', displayName(line));
        hidden.push({ id, source: freeEnd(line.source), target: freeEnd(line.target), ...markOf(line) });
      }
    }
    const size = sizeOf(diagram);
    return {
      id: diagram.id,
      name: headerOr(diagram.header, index),
      type: 'diagram',
      size,
      attributes: { [MARK]: { header: diagram.header, annotations, flows: hidden } },
    };
  }

  #unique(id: string): string {
    let unique = id;
    for (let at = 2; this.#ids.has(unique); at++) unique = `${id}-${at}`;
    this.#ids.add(unique);
    return unique;
  }

  #place(diagram: Diagram, { id, left, top, width, height }: Shape, parent: Shape | null): Json {
    const from = { x: left - (parent?.left ?? 0), y: top - (parent?.top ?? 0) };
    return {
      representations: [
        {
          representation: diagram.id,
          id: `${id}-representation`,
          position: from,
          size: { width, height },
        },
      ],
    };
  }

  #zone(shape: Shape, holder: string | null): Json {
    const name = nameOr(shape, NAME_OF_ROLE.borderBoundary);
    const { rating, isSaid } = this.#rating(shape);
    const description = isSaid
      ? descriptionOf(shape)
      : 'The model says no trust rating: this one is a default.';
    return {
      name,
      type: shape.typeId,
      description,
      risk: { trustRating: rating },
      ...(holder === null ? {} : { parent: { trustZone: holder } }),
      attributes: attributesOf(shape, { name, description, trustRating: String(rating) }),
    };
  }

  #rating(shape: Shape): { readonly rating: number; readonly isSaid: boolean } {
    const said = factsOf(shape).find(isRating)?.value.trim();
    const number = Number(said === '' ? undefined : said);
    if (number >= 0 && number <= 100) return { rating: number, isSaid: true };
    const type = findElementType(this.#model.template, shape.typeId)?.name ?? '';
    const isOpen = /internet|untrusted/i.test(`${displayName(shape)} ${type}`);
    return { rating: isOpen ? RATING.internet : RATING.usual, isSaid: false };
  }

  #component(shape: Shape, role: NodeRole, holder: string | null): Json {
    if (holder === null) this.#hasOutside = true;
    const said = { name: nameOr(shape, NAME_OF_ROLE[role]), description: descriptionOf(shape) };
    return {
      ...said,
      type: shape.typeId,
      parent: { trustZone: holder ?? OUTSIDE },
      attributes: attributesOf(shape, said, { role }),
    };
  }

  #lineBoundary(diagram: Diagram, line: Line, id: string): Json {
    this.#losses.add('undrawn-line-boundaries', displayName(line));
    const name = nameOr(line, 'Trust line boundary');
    const points = [line.source, line.handle, line.target].map(({ x, y }) => [x, y]);
    return {
      id,
      name,
      type: line.typeId,
      risk: { trustRating: RATING.usual },
      attributes: {
        ...attributesOf(line, { name, trustRating: String(RATING.usual) }, { diagram: diagram.id }),
        kind: 'line-boundary',
        points,
      },
    };
  }

  #flow(line: Line, id: string, ends: { readonly source: string; readonly destination: string }): Json {
    const said = { name: nameOr(line, 'Data flow'), description: descriptionOf(line) };
    const middle = { x: (line.source.x + line.target.x) / 2, y: (line.source.y + line.target.y) / 2 };
    if (Math.hypot(line.handle.x - middle.x, line.handle.y - middle.y) > 1)
      this.#losses.add('curves', displayName(line));
    const at = this.#atComponents?.get(ends.destination);
    const threats = (this.#byFlow.get(line.id) ?? []).map((threat) =>
      this.#instance(threat, at === undefined ? {} : { flow: id }),
    );
    at?.push(...threats);
    return {
      id,
      ...ends,
      ...said,
      bidirectional: false,
      attributes: attributesOf(line, { ...said, ...ends }),
      threats: at === undefined ? threats : [],
    };
  }

  /** A threat at its flow, or elsewhere with `more` that says that, with what it refers to. */
  #instance(threat: Threat, more: Json): Json {
    this.#written.add(threat);
    const { priority, state } = threat;
    if (knownPriority(priority) === null) this.#losses.add('priorities', priority);
    const impact = impactOf(priority);
    const text = (name: string): string => threatProperty(threat, name) ?? '';
    const category = categoryName(this.#model.template, threat);
    const said = { name: text(THREAT_TEXT.title), description: text(THREAT_TEXT.description) };
    const id = this.#definition(threat, { ...said, category, impact });
    const justification = text(THREAT_TEXT.justification);
    const mitigation = justification.trim() === '' ? possibleMitigation(threat) : justification;
    const against = mitigation === '' ? undefined : this.#mitigation(threat, said.name, mitigation);
    const written = {
      title: said.name,
      type: category,
      description: said.description,
      status: state,
      severity: priorityOfImpact(impact),
      mitigation,
      mitigationId: against?.mitigation ?? '',
      ...(against && { mitigationState: against.state }),
    };
    return {
      threat: id,
      state,
      ...(against && { mitigations: [against] }),
      attributes: { [MARK]: { ...Object(markOfThreat(threat, written)[MARK]), ...more } },
    };
  }

  /** The id of a threat, one for each type and text. */
  #definition(
    { typeId, priority }: Threat,
    said: { name: string; description: string; category: string; impact: number },
  ): string {
    const key = JSON.stringify([typeId, said, priority]);
    const before = this.#known.get(key);
    if (before !== undefined) return before;
    // A type may be called as another one with a number.
    let id: string = typeId;
    let times = this.#times.get(typeId) ?? 1;
    while (this.#defined.has(id)) id = `${typeId}-${++times}`;
    this.#times.set(typeId, times);
    this.#defined.add(id);
    this.#known.set(key, id);
    const { name, description, category, impact } = said;
    this.#threats.push({
      id,
      name,
      description,
      categories: [category],
      cwes: cwesIn(description),
      risk: { likelihood: impact, impact, impactComment: knownPriority(priority) === null ? priority : '' },
    });
    return id;
  }

  #mitigation({ id, state }: Threat, title: string, description: string) {
    const mitigation = `mitigation-${this.#unique(String(id))}`;
    const riskReduction = state === 'Mitigated' ? 100 : 0;
    this.#mitigations.push({ id: mitigation, name: `Mitigation: ${title}`, description, riskReduction });
    return { mitigation, state: mitigationState(state) };
  }
}

/** What an element is, by the names of its properties, with our mark. */
function attributesOf(element: Shape | Line, written: Json, more: Json = {}): Json {
  const facts = factsOf(element);
  const names = memberNames(facts, NO_FACTS);
  const { [MARK]: mark } = markOf(element, written);
  return {
    ...Object.fromEntries(facts.map(({ value }, index) => [names[index], value])),
    [MARK]: { ...Object(mark), ...more },
  };
}

const freeEnd = ({ element, x, y }: LineEnd): Json => (element === null ? { x, y } : { at: element });

/** The size of what is drawn, from the corner of the page on, in whole units. */
function sizeOf({ shapes, lines }: Diagram): Json {
  const points = lines.flatMap(({ source, target, handle }) => [source, target, handle]);
  const places: readonly Rect[] = [
    ...shapes,
    ...points.map(({ x, y }) => ({ left: x, top: y, width: 0, height: 0 })),
  ];
  const { left, top, width, height } = rectUnion(places) ?? { left: 0, top: 0, width: 0, height: 0 };
  return { width: Math.ceil(left + width), height: Math.ceil(top + height) };
}
