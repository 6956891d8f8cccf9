import { defaultSize } from '../../document/index.ts';
import { insideOf, nestedWithInside, withInside } from '../composites.ts';
import type { Draft, DraftDiagram, DraftEnd, DraftLine, DraftNode, NodeRole } from '../draft.ts';
import { headerNow, headerOr } from '../fallback-names.ts';
import { firstDiagrams } from '../first-diagrams.ts';
import { isJson, type Json, parseJson, recordIn, recordsIn, textIn } from '../json.ts';
import { Losses } from '../losses.ts';
import { type ElementMark, elementMark } from '../marks.ts';
import { type Nestable, nestedPlaces } from '../nested-places.ts';
import { boxIn, hiddenAnnotation, hiddenLine } from '../own-places.ts';
import { FILE_START, type Limits, Refusal } from '../places.ts';
import { plainText } from '../plain-text.ts';
import { factsOfFlow, factsOfThing } from './describe.ts';
import { EXTENSION } from './facts.ts';
import { allNotesOf, informationIn } from './notes.ts';
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

/** A diagram. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** What is on one diagram. */
interface Content {
  readonly things: readonly Thing[];
  readonly flows: readonly Json[];
  /** What only our own export has: annotations, line boundaries, flows with a free end. */
  readonly others: readonly Json[];
}

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

class Reader {
  readonly #file: Json;
  readonly #own: Json;
  readonly #named: Json;
  readonly #surfaces: readonly Named[];
  /** Where each diagram stands among all, by its id. */
  readonly #indexes: ReadonlyMap<string, number>;
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
    this.#surfaces = this.#diagrams();
    this.#indexes = new Map(this.#surfaces.map(({ id }, index) => [id, index] as const).toReversed());
    for (const [list, sort, role] of LISTS)
      for (const [index, json] of recordsIn(file[list]).entries()) {
        const name = textIn(json['symbolic_name']) || `${list} ${index}`;
        const isDouble = this.#things.has(keyOf(list, name));
        const own = isDouble ? {} : recordIn(this.#named[name]);
        // What our export made for what lies in no boundary is none.
        if (name === 'outside' && role === 'borderBoundary' && isJson(this.#own['named'])) continue;
        const key = keyOf(list, isDouble ? `${name}\n${index}` : name);
        const isTaken = this.#find(name) !== undefined;
        const id = textIn(own['id']) || (isTaken ? key : name);
        if (isDouble) this.#losses.add('doubled-ids', textIn(json['title']) || name);
        this.#things.set(key, { key, name, id, json, sort, role, own });
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

  /**
   * The diagrams that our own export names, else one for all. The title in the place of a diagram is its name now; only
   * where all titles are there in another order the diagrams were put into that order.
   */
  #diagrams(): readonly Named[] {
    const named = recordsIn(this.#own['diagrams']);
    const titles = recordsIn(this.#file['diagrams']).map(({ title }) => textIn(title));
    const before = named.map(({ header }, index) => headerOr(textIn(header), index));
    const isNamed = titles.length === named.length && !isReordered(before, titles);
    if (named.length === 0) return [{ id: 'diagram', name: textIn(recordIn(this.#file['scope'])['title']) }];
    const { first, further } = firstDiagrams(named, ({ header }) => textIn(header));
    // What stands on further ones stands on the first one.
    for (const header of further) this.#losses.add('diagrams', header);
    return first.map(({ id, header }, index) => {
      const now = isNamed ? titles[index] || undefined : undefined;
      return { id: textIn(id), name: headerNow(textIn(header), index, now) };
    });
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

  /**
   * The index of the diagram that something of our own export stands on. What somebody added in another program stands
   * with the zone that it lies in, else on the first one.
   */
  #homeOf(own: Json, json: Json = {}): number {
    const zone = this.#things.get(keyOf('trust_zones', textIn(json['trust_zone'])));
    const [said, beside] = [own, zone?.own].map((one) => this.#indexes.get(textIn(one?.['diagram'])));
    return said ?? beside ?? 0;
  }

  draft(): Draft {
    const title = textIn(recordIn(this.#file['scope'])['title']);
    const things = this.#sorted([...this.#things.values()], ({ own, json }) => this.#homeOf(own, json));
    const flows = this.#sorted(this.#flows, (flow) => this.#homeOfFlow(flow));
    const others = this.#sorted(recordsIn(this.#own['others']), (one) => this.#homeOf(one));
    const diagrams = this.#surfaces.map((surface, index) =>
      this.#diagram(surface, {
        things: things[index] ?? [],
        flows: flows[index] ?? [],
        others: others[index] ?? [],
      }),
    );
    const threats = new Threats(this.#file, {
      named: this.#named,
      placeOf: (name) => this.#placeOf(name),
      across: this.#across(),
      losses: this.#losses,
    });
    const all = threats.all(diagrams);
    return {
      id: title || 'tm-bom',
      information: informationIn(this.#file, recordIn(this.#own['information'])),
      diagrams,
      threats: all,
      notes: [...allNotesOf(this.#file), ...threats.unused],
      losses: this.#losses.all,
    };
  }

  /** Things by the diagrams that they are on; null for none. */
  #sorted<T>(list: readonly T[], homeOf: (one: T) => number | null): readonly (readonly T[])[] {
    const found: T[][] = this.#surfaces.map(() => []);
    for (const one of list) {
      const home = homeOf(one);
      if (home !== null) found[home]?.push(one);
    }
    return found;
  }

  /** The diagram with both ends of a data flow; null, and told, where there is none. */
  #homeOfFlow(json: Json): number | null {
    const [from, to] = ['source', 'destination'].map((end) => {
      const thing = this.#endOf(json[end]);
      return thing === undefined ? null : this.#homeOf(thing.own, thing.json);
    });
    if (from !== undefined && from !== null && from === to) return from;
    this.#losses.add('no-end', textIn(json['title']) || textIn(json['symbolic_name']));
    return null;
  }

  #isBox = ({ key, role }: Thing): boolean => role === 'borderBoundary' || this.#holders.has(key);
  /** No flow of our own export ends at a boundary: its zones have none in them. */
  #hasInside = (thing: Thing): boolean => {
    const isOurs = thing.role === 'borderBoundary' && elementMark(thing.own).type !== undefined;
    return this.#isBox(thing) && !isOurs && this.#ends.has(thing.key);
  };

  /** The id of what flows and threats of a thing end at. */
  #endId = (thing: Thing): string => (this.#hasInside(thing) ? insideOf(thing.id) : thing.id);

  /** The diagram and the id of what a name means; undefined where nothing has that name. */
  #placeOf(name: string) {
    const thing = this.#find(name);
    if (thing === undefined) return undefined;
    const surface = this.#surfaces[this.#homeOf(thing.own, thing.json)];
    return { diagram: surface?.id ?? '', id: this.#endId(thing) };
  }

  #places(things: readonly Thing[]): ReadonlyMap<string, DraftNode['box']> {
    const places = nestedPlaces(
      things.flatMap((thing) => this.#nestable(thing)),
      things.some(({ own }) => boxIn(own['box']) !== null),
    );
    for (const name of places.placed)
      if (this.#things.has(name)) this.#losses.add('no-place', textIn(this.#things.get(name)?.json['title']));
    return places.boxes;
  }

  #nestable(thing: Thing): readonly Nestable[] {
    const { key, json, own, role } = thing;
    const holds = this.#isBox(thing);
    const before = textIn(own['zone']);
    const zone = role === 'borderBoundary' ? before : textIn(json['trust_zone']) || before;
    const holder = textIn(json['parent_component']);
    const parent = holder === '' ? keyOf('trust_zones', zone) : keyOf('components', holder);
    // Where it was put into another zone in the other program, its place in ours is none any more.
    const box = holder === '' && (before === '' || before === zone) ? boxIn(own['box']) : null;
    const size = defaultSize(holds ? 'borderBoundary' : 'ellipse');
    const nested: Nestable = { id: key, parent, holds, box, size };
    return this.#hasInside(thing) ? nestedWithInside(nested) : [nested];
  }

  #diagram({ id, name }: Named, { things, flows, others }: Content): DraftDiagram {
    const boxes = this.#places(things);
    const nodes = things.flatMap((thing) => this.#nodesOf(thing, boxes));
    const at = (end: string): string | undefined => {
      const thing = this.#find(end);
      return thing && this.#endId(thing);
    };
    const hidden = others.flatMap((one) => {
      const kind = textIn(one['kind']);
      return kind === 'flow' || kind === 'lineBoundary' ? [hiddenLine(one, kind, at)] : [];
    });
    const isPlaced = things.some(({ own }) => boxIn(own['box']) !== null);
    return {
      id,
      name,
      nodes: [...nodes, ...others.flatMap((one) => hiddenAnnotation(one) ?? [])],
      lines: [...flows.flatMap((flow) => this.#flow(flow) ?? []), ...hidden],
      ...(isPlaced ? {} : { isUnplaced: true }),
    };
  }

  #nodesOf(thing: Thing, boxes: ReadonlyMap<string, DraftNode['box']>): readonly DraftNode[] {
    const { key, name, json, sort, role, own } = thing;
    const mark = elementMark(own);
    const type = plainText(json['type']);
    // A component that holds others is drawn as a boundary, which its type is not.
    const isOfType = role === 'borderBoundary' || this.#hasInside(thing) || !this.#isBox(thing);
    const sets = this.#sets.get(name) ?? [];
    const node: DraftNode = {
      id: thing.id,
      role: this.#isBox(thing) ? 'borderBoundary' : role,
      kind: type === '' ? sort : `${sort}: ${type.replaceAll('_', ' ')}`,
      name: nameIn(json, mark, name),
      facts: factsOfThing(json, mark, { role, sets }),
      box: boxes.get(key) ?? null,
      ...(mark.type === undefined || !isOfType ? {} : { type: mark.type }),
    };
    if (!this.#hasInside(thing)) return [node];
    const box = boxes.get(insideOf(key)) ?? null;
    return withInside(node, { id: this.#endId(thing), box }, this.#losses);
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

  #flow(json: Json): DraftLine | null {
    const [source, target] = [this.#endOf(json['source']), this.#endOf(json['destination'])];
    if (source === undefined || target === undefined) return null;
    const mark = elementMark(recordIn(this.#named[textIn(json['symbolic_name'])]));
    const { written } = mark;
    const isAt = (side: string, { name }: Thing): boolean =>
      written[side] === undefined || written[side] === name;
    const end = (side: string, thing: Thing, port: DraftEnd['port']): DraftEnd => ({
      node: this.#endId(thing),
      point: null,
      ...(port === undefined || !isAt(side, thing) ? {} : { port }),
    });
    const isAsDrawn = isAt('source', source) && isAt('destination', target);
    return {
      id: this.#lineId(json, source, target),
      role: 'flow',
      kind: 'data flow',
      name: nameIn(json, mark, ''),
      facts: factsOfFlow(json, mark),
      source: end('source', source, mark.ports?.[0]),
      target: end('destination', target, mark.ports?.[1]),
      bends: [],
      ...(mark.handle === undefined || !isAsDrawn ? {} : { handle: mark.handle }),
      ...(mark.type === undefined ? {} : { type: mark.type }),
    };
  }
}

/** Whether the same texts stand there, whatever their order. */
const isReordered = (before: readonly string[], now: readonly string[]): boolean => {
  const sorted = now.toSorted();
  return before.toSorted().every((text, index) => text === sorted[index]);
};

/** Its title; of our own export its name with all of its white space, while nobody changed it. */
function nameIn(json: Json, { type, name, written }: ElementMark, fallback: string): string {
  const title = textIn(json['title']);
  return type !== undefined && title === written['title'] ? (name ?? '') : title || fallback;
}

const zonesOf = (a: Thing, b: Thing): [string, string] => [
  textIn(a.json['trust_zone']),
  textIn(b.json['trust_zone']),
];

const keyOf = (list: string, name: string): string => `${list} ${name}`;
