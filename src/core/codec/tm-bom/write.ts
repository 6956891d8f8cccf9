import {
  categoryName,
  type Diagram,
  displayName,
  findElementType,
  type Line,
  type LineEnd,
  type Model,
  type Shape,
  THREAT_TEXT,
  type Threat,
  threatProperty,
} from '../../document/index.ts';
import type { NodeRole } from '../draft.ts';
import { bareName } from '../facts.ts';
import { headerOr, NAME_OF_ROLE } from '../fallback-names.ts';
import { controlPriority, controlStatus } from '../foreign-states.ts';
import type { Json } from '../json.ts';
import { Losses } from '../losses.ts';
import { factsOf, markOf, markOfThreat, nameOr, threatsByFlow, unwrittenThreats } from '../marks.ts';
import { parentsIn } from '../nesting.ts';
import type { ExportAnswers, Written } from '../port.ts';
import { roleOfShape } from '../roles.ts';
import { slugOf } from '../slugs.ts';
import { decodeText } from '../text.ts';
import { cwesIn, descriptionOf, possibleMitigation } from '../texts-of-elements.ts';
import { encodeUtf8 } from '../utf8.ts';
import { FLOW_FACTS } from './describe.ts';
import { ATTACKER, assumptionsOf, EXTENSION, VERSION } from './facts.ts';
import { riskOf } from './risks.ts';
import { scopeFor } from './scope.ts';

/** The version of the schema whose files these are. */
const SCHEMA =
  'https://github.com/OWASP/www-project-threat-model-library/blob/v1.0.2/threat-model.schema.json';

/** The zone of what lies in no boundary. */
const OUTSIDE = 'outside';

/** Writes a model with one diagram as a flowchart of Mermaid: formats do not know each other. */
export type Picture = (model: Model) => Written;

/**
 * A model as a threat model of OWASP's library, valid by its schema (exchange 10). What that has no place for stands in
 * `extensions`, so that reading it again is exact. `answers` has members of the scope, and `risks` with `with` for a risk
 * for each threat.
 */
export function writeTmBom(model: Model, picture: Picture, answers: ExportAnswers): Written {
  const writer = new Writer(model, picture, answers);
  const file = writer.file();
  return { bytes: encodeUtf8(`${JSON.stringify(file, null, 2)}\n`), losses: writer.losses.all };
}

class Writer {
  readonly losses = new Losses();
  readonly #model: Model;
  readonly #picture: Picture;
  readonly #answers: ExportAnswers;
  readonly #byFlow: ReadonlyMap<string, readonly Threat[]>;
  readonly #written = new Set<Threat>();
  readonly #names = new Set([OUTSIDE]);
  readonly #zones: Json[] = [];
  readonly #boundaries = new Map<string, Json>();
  readonly #actors: Json[] = [];
  readonly #components: Json[] = [];
  readonly #stores: Json[] = [];
  readonly #flows: Json[] = [];
  readonly #threats: Json[] = [];
  readonly #controls: Json[] = [];
  readonly #risks: Json[] = [];
  /** Our own facts of elements and threats by their symbolic names, and of what has none. */
  readonly #own: Record<string, Json> = {};
  readonly #others: Json[] = [];
  #hasOutside = false;

  constructor(model: Model, picture: Picture, answers: ExportAnswers) {
    this.#model = model;
    this.#picture = picture;
    this.#answers = answers;
    this.#byFlow = threatsByFlow(model);
  }

  file(): Json {
    const { information, notes, diagrams, template } = this.#model;
    for (const diagram of diagrams) this.#diagram(diagram);
    this.losses.addAll('threats-of-nothing', unwrittenThreats(this.#model, this.#written));
    this.losses.add('template', template.manifest.name);
    const texts = notes.map(({ message }) => message);
    const { scope, isGuessed } = scopeFor(texts, this.#answers);
    if (isGuessed) this.losses.add('scope-defaults', information.name);
    const { carried: _, ...said } = information;
    const outside = {
      symbolic_name: OUTSIDE,
      title: 'Outside',
      description: 'What lies in no trust boundary.',
    };
    return {
      $schema: SCHEMA,
      version: VERSION,
      scope: {
        title: information.name.trim() || 'Threat model',
        description: information.description,
        ...scope,
      },
      diagrams: diagrams.map((diagram, index) => ({
        title: headerOr(diagram.header, index),
        type: 'mermaid',
        source: decodeText(this.#picture({ ...this.#model, diagrams: [diagram] }).bytes).text,
      })),
      trust_zones: this.#hasOutside ? [...this.#zones, outside] : this.#zones,
      trust_boundaries: [...this.#boundaries.values()],
      actors: this.#actors,
      components: this.#components,
      data_stores: this.#stores,
      data_sets: [],
      data_flows: this.#flows,
      assumptions: assumptionsOf(information.assumptions).map((description) => ({
        description,
        validity: 'unconfirmed',
      })),
      ...(this.#threats.length === 0
        ? {}
        : { threat_personas: [ATTACKER], threats: this.#threats, controls: this.#controls }),
      ...(this.#risks.length === 0 ? {} : { risks: this.#risks }),
      extensions: {
        [EXTENSION]: {
          information: said,
          notes: texts,
          diagrams: diagrams.map(({ id, header }) => ({ id, header })),
          named: this.#own,
          others: this.#others,
        },
      },
    };
  }

  #diagram(diagram: Diagram): void {
    const parents = parentsIn(diagram);
    const names = new Map(
      diagram.shapes.map((shape) => [shape.id as string, this.#named(nameOr(shape, 'element'))] as const),
    );
    const zones = new Map<string, string>();
    for (const shape of diagram.shapes) {
      const role = roleOfShape(this.#model.template, shape);
      const box = [shape.left, shape.top, shape.width, shape.height];
      const name = names.get(shape.id) ?? '';
      if (role === 'annotation') {
        this.losses.add('annotations', displayName(shape));
        this.#others.push({ id: shape.id, diagram: diagram.id, box, ...markOf(shape) });
        continue;
      }
      const parent = parents.get(shape) ?? null;
      const zone = parent === null ? OUTSIDE : (names.get(parent.id) ?? OUTSIDE);
      if (role !== 'borderBoundary' && zone === OUTSIDE) this.#hasOutside = true;
      if (role === 'borderBoundary' && parent !== null) this.losses.add('nested-zones', displayName(shape));
      zones.set(shape.id, zone);
      const written = this.#element(shape, role, { name, zone });
      this.#own[name] = { id: shape.id, diagram: diagram.id, box, zone, ...markOf(shape, written) };
    }
    for (const line of diagram.lines) this.#line(diagram, line, names, zones);
  }

  #named(name: string): string {
    const slug = slugOf(name, 'element');
    let unique = slug;
    for (let at = 2; this.#names.has(unique); at++) unique = `${slug}-${at}`;
    this.#names.add(unique);
    return unique;
  }

  /** Writes an element down; answers what of it another program may change. */
  #element(shape: Shape, role: NodeRole, { name, zone }: { name: string; zone: string }): Json {
    const title = nameOr(shape, NAME_OF_ROLE[role]);
    const words = `${title} ${findElementType(this.#model.template, shape.typeId)?.name ?? ''}`;
    const said = { title, description: descriptionOf(shape) };
    const own = { symbolic_name: name, ...said };
    const inZone = { trust_zone: zone };
    if (role === 'borderBoundary') this.#zones.push(own);
    else if (role === 'process') this.#components.push({ ...own, ...inZone });
    else {
      const [list, type] =
        role === 'store'
          ? [this.#stores, wordFor(STORES, words, 'object')]
          : [this.#actors, wordFor(ACTORS, words, 'user')];
      list.push({ ...own, type, ...inZone });
      return { ...said, type };
    }
    return said;
  }

  #line(
    diagram: Diagram,
    line: Line,
    names: ReadonlyMap<string, string>,
    zones: ReadonlyMap<string, string>,
  ): void {
    const own = { id: line.id, diagram: diagram.id };
    const [source, target] = [line.source, line.target].map(({ element }) =>
      this.#end(diagram, element, names),
    );
    if (line.kind === 'lineBoundary' || source === undefined || target === undefined) {
      this.losses.add(line.kind === 'flow' ? 'free-flows' : 'hidden-line-boundaries', displayName(line));
      const ends = { source: endOf(line.source, names), target: endOf(line.target, names) };
      this.#others.push({ ...own, kind: line.kind, ...ends, ...markOf(line) });
      return;
    }
    const title = nameOr(line, 'Data flow');
    const symbolic = this.#named(title);
    const crossed = this.#boundary(
      zones.get(line.source.element ?? ''),
      zones.get(line.target.element ?? ''),
    );
    const encrypted = saidOf(line, FLOW_FACTS.encrypted);
    const sensitive = saidOf(line, FLOW_FACTS.has_sensitive_data);
    if (encrypted === undefined || sensitive === undefined) this.losses.add('flow-defaults', title);
    const said = {
      title,
      description: descriptionOf(line),
      has_sensitive_data: sensitive ?? false,
      encrypted: encrypted ?? false,
    };
    const written = { ...said, source: source.object, destination: target.object };
    this.#own[symbolic] = { ...own, ...markOf(line, written) };
    this.#flows.push({ symbolic_name: symbolic, ...said, source, destination: target });
    const affected = [...new Set([target.object, source.object])];
    for (const threat of this.#byFlow.get(line.id) ?? []) this.#threat(threat, symbolic, affected, crossed);
  }

  #end(diagram: Diagram, id: string | null, names: ReadonlyMap<string, string>) {
    const shape = diagram.shapes.find((one) => one.id === id);
    const type = shape && TYPES[roleOfShape(this.#model.template, shape)];
    return shape === undefined || type === undefined
      ? undefined
      : { type, object: names.get(shape.id) ?? '' };
  }

  /** The boundary between two zones; undefined within one. */
  #boundary(a = OUTSIDE, b = OUTSIDE): Json | undefined {
    if (a === b) return undefined;
    const [trust_zone_a, trust_zone_b] = [a, b].sort();
    const boundary = { trust_zone_a, trust_zone_b };
    this.#boundaries.set(JSON.stringify(boundary), boundary);
    return boundary;
  }

  #threat(
    threat: Threat,
    flow: string,
    components_affected: readonly string[],
    crossed: Json | undefined,
  ): void {
    this.#written.add(threat);
    const text = (name: string): string => threatProperty(threat, name) ?? '';
    const title = text(THREAT_TEXT.title) || `Threat ${threat.id}`;
    const description = text(THREAT_TEXT.description);
    const justification = text(THREAT_TEXT.justification);
    const mitigation = justification.trim() === '' ? possibleMitigation(threat) : justification;
    const [status, priority] = [controlStatus(threat.state), controlPriority(threat.priority)];
    if (priority === 'none') this.losses.add('priorities', threat.priority);
    const type = categoryName(this.#model.template, threat);
    const symbolic_name = this.#named(`threat-${threat.id}`);
    const event = text(THREAT_TEXT.short) || title;
    const risk = this.#answers['risks']?.includes('with') && riskOf(symbolic_name, title, threat.priority);
    const written = { title, type, short: event, description, status, severity: priority, mitigation };
    const control = this.#named(`control-${threat.id}`);
    const named = risk && { symbolic_name: this.#named(`risk-${threat.id}`), ...risk };
    if (named) this.#risks.push(named);
    this.#own[symbolic_name] = {
      flow,
      control,
      ...(named && { risk: { name: named.symbolic_name, impact: named.impact } }),
      ...markOfThreat(threat, written),
    };
    const weaknesses = cwesIn(description).map((cwe) => ({ cwe_id: Number(cwe.slice(4)) }));
    this.#threats.push({
      symbolic_name,
      title,
      description,
      components_affected,
      threat_persona: ATTACKER.symbolic_name,
      event,
      sources: ['adversary'],
      ...(weaknesses.length > 0 ? { weaknesses } : {}),
    });
    this.#controls.push({
      symbolic_name: control,
      title: `Control: ${title}`,
      description: mitigation,
      threats: [symbolic_name],
      ...(crossed === undefined ? {} : { trust_boundary: crossed }),
      status,
      priority,
    });
  }
}

/** What ends of data flows are called; boundaries and annotations are none. */
const TYPES: Readonly<Partial<Record<NodeRole, string>>> = {
  process: 'component',
  external: 'actor',
  store: 'data_store',
};

type Words = readonly (readonly [word: string, pattern: RegExp])[];

const ACTORS: Words = [
  ['administrator', /admin/i],
  ['third_party', /third|partner|vendor|supplier/i],
  ['engineer', /engineer|developer/i],
  ['system', /system|service|server|device|web ?app/i],
];
const STORES: Words = [
  ['document', /document|mongo|cosmos|file|nosql/i],
  ['key_value', /key|redis|cache|dynamo|registry/i],
  ['sql', /sql|postgres|oracle|relational|database|\bdb\b/i],
  ['graph', /graph|neo4j/i],
  ['time_series', /time.?series|metric|\blogs?\b/i],
];

const wordFor = (table: Words, text: string, usual: string): string =>
  table.find(([, pattern]) => pattern.test(text))?.[0] ?? usual;

/** What a property of one of these names says; undefined where none says yes or no. */
function saidOf(line: Line, names: readonly string[]): boolean | undefined {
  const value = factsOf(line).find(({ name }) => names.includes(bareName(name)))?.value ?? '';
  return /^(yes|true)$/i.test(value) ? true : /^(no|false)$/i.test(value) ? false : undefined;
}

const endOf = ({ element, x, y }: LineEnd, names: ReadonlyMap<string, string>): Json =>
  element === null ? { x, y } : { at: names.get(element) ?? '' };
