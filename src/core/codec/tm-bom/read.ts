import { defaultSize, type ModelInformation } from '../../document/index.ts';
import type { Draft, DraftDiagram, DraftEnd, DraftLine, DraftNode, Fact, NodeRole } from '../draft.ts';
import { isJson, type Json, parseJson, recordIn, recordsIn, textIn } from '../json.ts';
import { Losses } from '../losses.ts';
import { elementMark } from '../marks.ts';
import { type Nestable, nestedPlaces } from '../nested-places.ts';
import { boxIn, hiddenAnnotation, hiddenLine } from '../own-places.ts';
import { FILE_START, type Limits, Refusal } from '../places.ts';
import { plainText } from '../plain-text.ts';
import { EXTENSION } from './facts.ts';
import { notesOf } from './notes.ts';
import { boundaryKey, Threats } from './threats.ts';

/** Lists of a file, what their things are called, and the part that they play. */
const LISTS = [
  ['trust_zones', 'trust zone', 'borderBoundary'],
  ['actors', 'actor', 'external'],
  ['components', 'component', 'process'],
  ['data_stores', 'data store', 'store'],
] as const satisfies readonly (readonly [string, string, NodeRole])[];

/**
 * Reads a threat model of OWASP's library (exchange 10). It says no places: a diagram is laid out by what lies in which
 * zone, but where our own export says more in `extensions`. The schema is no gate: real files lack zones.
 */
export function readTmBom(bytes: Uint8Array, limits: Limits): Draft {
  const file = recordIn(parseJson(bytes, limits));
  if (!isJson(file['scope'])) throw incomplete('scope');
  if (!LISTS.some(([name]) => Array.isArray(file[name]))) throw incomplete('components');
  return new Reader(file).draft();
}

const incomplete = (member: string): Refusal =>
  new Refusal({ cause: 'no-member', params: { format: 'TM-BOM', member }, place: FILE_START });

/** A zone, an actor, a component or a data store. */
interface Thing {
  /** Tells it from all others of the file: names only do so among things of one list. */
  readonly key: string;
  readonly name: string;
  /** On its diagram. */
  readonly id: string;
  readonly json: Json;
  readonly sort: string;
  readonly role: NodeRole;
  readonly own: Json;
}

/** Behind the key of a component that holds others: the process in it that its flows end at. */
const INSIDE = ' inside';

class Reader {
  readonly #file: Json;
  readonly #own: Json;
  readonly #named: Json;
  readonly #things = new Map<string, Thing>();
  readonly #holders = new Set<string>();
  readonly #flows: readonly Json[];
  readonly #ends = new Set<string>();
  /** The data sets on each data store, by its name. */
  readonly #sets = new Map<string, string[]>();
  readonly #losses = new Losses();

  constructor(file: Json) {
    this.#file = file;
    this.#own = recordIn(recordIn(file['extensions'])[EXTENSION]);
    this.#named = recordIn(this.#own['named']);
    for (const [list, sort, role] of LISTS)
      for (const [index, json] of recordsIn(file[list]).entries()) {
        const name = textIn(json['symbolic_name']) || `${list} ${index}`;
        const own = recordIn(this.#named[name]);
        // What our export made for what lies in no boundary is none.
        if (name === 'outside' && role === 'borderBoundary' && isJson(this.#own['named'])) continue;
        const key = keyOf(list, name);
        const isTaken = this.#find(name) !== undefined;
        const id = textIn(own['id']) || (isTaken ? key : name);
        if (this.#things.has(key)) this.#losses.add('doubled-ids', textIn(json['title']) || name);
        else this.#things.set(key, { key, name, id, json, sort, role, own });
      }
    for (const { title, placements } of recordsIn(file['data_sets']))
      for (const { data_store, encrypted } of recordsIn(placements)) {
        const text = `${textIn(title)}${encrypted === true ? ' (encrypted)' : ''}`;
        const known = this.#sets.get(textIn(data_store));
        if (known === undefined) this.#sets.set(textIn(data_store), [text]);
        else known.push(text);
      }
    for (const { json } of this.#things.values())
      this.#holders.add(keyOf('components', textIn(json['parent_component'])));
    this.#flows = recordsIn(file['data_flows']);
    for (const flow of this.#flows)
      for (const end of ['source', 'destination']) this.#ends.add(this.#endOf(flow[end])?.key ?? '');
  }

  /** The thing that a name means where nothing says of which list: what flows end at comes first. */
  #find(name: string): Thing | undefined {
    for (const [list] of LISTS.toReversed()) {
      const thing = this.#things.get(keyOf(list, name));
      if (thing !== undefined) return thing;
    }
    return undefined;
  }

  /** What a data flow ends at: a name with the sort that it is of. */
  #endOf(end: unknown): Thing | undefined {
    const { type, object } = recordIn(end);
    const sort = textIn(type).replace(/^.*\//, '').replaceAll(/[_-]/g, ' ');
    const list = LISTS.find(([, of]) => of === sort)?.[0];
    const name = textIn(object);
    return (list === undefined ? undefined : this.#things.get(keyOf(list, name))) ?? this.#find(name);
  }

  draft(): Draft {
    const named = recordsIn(this.#own['diagrams']).map(({ id, header }) => ({
      id: textIn(id),
      name: textIn(header),
    }));
    const title = textIn(recordIn(this.#file['scope'])['title']);
    const surfaces = named.length > 0 ? named.slice(0, MOST_DIAGRAMS) : [{ id: 'diagram', name: title }];
    const boxes = this.#places(surfaces);
    const diagrams = surfaces.map((surface, index) => this.#diagram(surface, index === 0, boxes));
    const threats = new Threats(this.#file, {
      named: this.#named,
      placeOf: (name) => this.#placeOf(name, surfaces),
      across: this.#across(),
      losses: this.#losses,
    });
    const all = threats.all(diagrams);
    return {
      id: title || 'tm-bom',
      information: this.#information(title),
      diagrams,
      threats: all,
      notes: Array.isArray(this.#own['notes'])
        ? this.#own['notes'].map(textIn)
        : [...notesOf(this.#file), ...threats.unused],
      losses: this.#losses.all,
    };
  }

  #information(title: string): Partial<Omit<ModelInformation, 'carried'>> {
    const own = recordIn(this.#own['information']);
    const said = (name: string): Json => (textIn(own[name]) === '' ? {} : { [name]: textIn(own[name]) });
    const description = textIn(recordIn(this.#file['scope'])['description']);
    const more = plainText(this.#file['description']);
    const assumptions = recordsIn(this.#file['assumptions']).map(({ description: text, validity }) => {
      const word = plainText(validity);
      return word === '' || word === 'unconfirmed' ? plainText(text) : `${plainText(text)} (${word})`;
    });
    const isOwn = textIn(own['assumptions']) !== '';
    return {
      ...Object.assign({}, ...['owner', 'reviewer', 'contributors', 'externalDependencies'].map(said)),
      name: title,
      description: [description, more].filter((text) => text !== '').join('\n'),
      assumptions: isOwn ? textIn(own['assumptions']) : assumptions.join('\n'),
    };
  }

  #isBox = ({ key, role }: Thing): boolean => role === 'borderBoundary' || this.#holders.has(key);
  #hasInside = (thing: Thing): boolean =>
    this.#isBox(thing) && elementMark(thing.own).type === undefined && this.#ends.has(thing.key);

  /** The id of what flows and threats of a thing end at. */
  #endId = (thing: Thing): string => `${thing.id}${this.#hasInside(thing) ? INSIDE : ''}`;

  /** The diagram and the id of what a name means; undefined where nothing has that name. */
  #placeOf(name: string, surfaces: readonly { readonly id: string }[]) {
    const thing = this.#find(name);
    if (thing === undefined) return undefined;
    const own = textIn(thing.own['diagram']);
    const diagram = surfaces.some(({ id }) => id === own) ? own : (surfaces[0]?.id ?? '');
    return { diagram, id: this.#endId(thing) };
  }

  #places(surfaces: readonly { readonly id: string }[]): ReadonlyMap<string, DraftNode['box']> {
    const boxes = new Map<string, DraftNode['box']>();
    for (const [index, { id }] of surfaces.entries()) {
      const here = [...this.#things.values()].filter((thing) => isOn(thing, id, index === 0, surfaces));
      const places = nestedPlaces(
        here.flatMap((thing) => this.#nestable(thing)),
        here.some(({ own }) => boxIn(own['box']) !== null),
      );
      for (const [name, box] of places.boxes) boxes.set(name, box);
      for (const name of places.placed)
        if (this.#things.has(name))
          this.#losses.add('no-place', textIn(this.#things.get(name)?.json['title']));
    }
    return boxes;
  }

  #nestable(thing: Thing): readonly Nestable[] {
    const { key, json, own } = thing;
    const holds = this.#isBox(thing);
    const zone = textIn(own['zone']) || textIn(json['trust_zone']);
    const holder = textIn(json['parent_component']);
    const parent = holder === '' ? keyOf('trust_zones', zone) : keyOf('components', holder);
    const size = defaultSize(holds ? 'borderBoundary' : 'ellipse');
    const nested: Nestable = { id: key, parent, holds, box: boxIn(own['box']), size };
    if (!this.#hasInside(thing)) return [nested];
    const inside = { ...nested, id: `${key}${INSIDE}`, parent: key, holds: false, box: null };
    return [nested, { ...inside, size: defaultSize('ellipse') }];
  }

  #diagram(
    { id, name }: { readonly id: string; readonly name: string },
    isFirst: boolean,
    boxes: ReadonlyMap<string, DraftNode['box']>,
  ): DraftDiagram {
    const surfaces = recordsIn(this.#own['diagrams']).map((one) => ({ id: textIn(one['id']) }));
    const here = [...this.#things.values()].filter((thing) => isOn(thing, id, isFirst, surfaces));
    const nodes = here.flatMap((thing) => this.#nodesOf(thing, boxes));
    const hidden = recordsIn(this.#own['others']).filter((one) => textIn(one['diagram']) === id);
    const known = new Set(here.map(({ key }) => key));
    const lines = this.#flows.flatMap((flow) => this.#flow(flow, known, isFirst) ?? []);
    const isPlaced = here.some(({ own }) => boxIn(own['box']) !== null);
    return {
      id,
      name,
      nodes: [...nodes, ...hidden.flatMap((one) => hiddenAnnotation(one) ?? [])],
      lines: [
        ...lines,
        ...hidden.flatMap((one) => {
          const kind = textIn(one['kind']);
          if (kind !== 'flow' && kind !== 'lineBoundary') return [];
          const at = (end: string): string | undefined => {
            const thing = this.#find(end);
            return thing && this.#endId(thing);
          };
          return [hiddenLine(one, kind, at)];
        }),
      ],
      ...(isPlaced ? {} : { isUnplaced: true }),
    };
  }

  #nodesOf(thing: Thing, boxes: ReadonlyMap<string, DraftNode['box']>): readonly DraftNode[] {
    const { key, name, json, sort, own } = thing;
    const mark = elementMark(own);
    const title = textIn(json['title']);
    const type = plainText(json['type']);
    const isBox = this.#isBox(thing);
    const node: DraftNode = {
      id: thing.id,
      role: isBox ? 'borderBoundary' : thing.role,
      kind: type === '' ? sort : `${sort}: ${type.replaceAll('_', ' ')}`,
      name: mark.type !== undefined && title === mark.written['title'] ? (mark.name ?? '') : title || name,
      facts: mark.facts ?? this.#factsOf(thing),
      box: boxes.get(key) ?? null,
      ...(mark.type === undefined ? {} : { type: mark.type }),
    };
    if (!this.#hasInside(thing)) return [node];
    this.#losses.add('composites', node.name);
    const inside = boxes.get(`${key}${INSIDE}`) ?? null;
    return [node, { ...node, id: this.#endId(thing), role: 'process', facts: [], box: inside }];
  }

  /** The id of the first data flow between the zones of each two. */
  #across(): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const flow of this.#flows) {
      const [source, target] = [this.#endOf(flow['source']), this.#endOf(flow['destination'])];
      if (source === undefined || target === undefined) continue;
      const key = boundaryKey(...zonesOf(source, target));
      if (!found.has(key)) found.set(key, this.#lineId(flow, source, target));
    }
    return found;
  }

  #lineId(flow: Json, source: Thing, target: Thing): string {
    const symbolic = textIn(flow['symbolic_name']);
    return textIn(recordIn(this.#named[symbolic])['id']) || symbolic || `${source.key} to ${target.key}`;
  }

  #factsOf({ name, json, role }: Thing): readonly Fact[] {
    const facts: readonly (readonly [string, unknown])[] = [
      ['Description', json['description']],
      ['Permissions', json['permissions']],
      ['Vendor', json['vendor']],
      ['Product', json['product']],
      ['Repository', json['repo_link']],
      ['Data', role === 'store' ? this.#sets.get(name) : []],
    ];
    return facts
      .map(([label, value]) => ({ name: label, value: plainText(value) }))
      .filter(({ value }) => value !== '');
  }

  #flow(json: Json, known: ReadonlySet<string>, isFirst: boolean): DraftLine | null {
    const symbolic = textIn(json['symbolic_name']);
    const [source, target] = [this.#endOf(json['source']), this.#endOf(json['destination'])];
    if (source === undefined || target === undefined) {
      if (isFirst) this.#losses.add('no-end', textIn(json['title']) || symbolic);
      return null;
    }
    if (!known.has(source.key) || !known.has(target.key)) return null;
    const own = recordIn(this.#named[symbolic]);
    const mark = elementMark(own);
    const title = textIn(json['title']);
    const end = (thing: Thing, port: DraftEnd['port']): DraftEnd => ({
      node: this.#endId(thing),
      point: null,
      ...(port === undefined ? {} : { port }),
    });
    const foreign: readonly (readonly [string, unknown])[] = [
      ['Description', json['description']],
      ['Sensitive Data', json['has_sensitive_data'] === true ? 'true' : ''],
      ['Encrypted', json['encrypted'] === true ? 'true' : ''],
    ];
    return {
      id: this.#lineId(json, source, target),
      role: 'flow',
      kind: 'data flow',
      name: mark.type !== undefined && title === mark.written['title'] ? (mark.name ?? '') : title,
      facts:
        mark.facts ??
        foreign
          .map(([name, value]) => ({ name, value: plainText(value) }))
          .filter(({ value }) => value !== ''),
      source: end(source, mark.ports?.[0]),
      target: end(target, mark.ports?.[1]),
      bends: [],
      ...(mark.handle === undefined ? {} : { handle: mark.handle }),
      ...(mark.type === undefined ? {} : { type: mark.type }),
    };
  }
}

const zonesOf = (a: Thing, b: Thing): [string, string] => [
  textIn(a.json['trust_zone']),
  textIn(b.json['trust_zone']),
];

const keyOf = (list: string, name: string): string => `${list} ${name}`;

/** More diagrams than this are none of a person. */
const MOST_DIAGRAMS = 100;

/** Whether a thing stands on a diagram: what somebody added in another program stands on the first one. */
function isOn(
  { own }: Thing,
  id: string,
  isFirst: boolean,
  all: readonly { readonly id: string }[],
): boolean {
  const said = textIn(own['diagram']);
  return said === id || (isFirst && all.every((one) => one.id !== said));
}
