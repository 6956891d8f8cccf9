import { defaultSize, type Port } from '../../document/index.ts';
import { type Point, type Rect, rectCentre, rectContains } from '../../geometry/index.ts';
import { insideOf, nestedWithInside, withInside } from '../composites.ts';
import type { DraftDiagram, DraftEnd, DraftLine, DraftNode, DraftThreat, NodeRole } from '../draft.ts';
import { headerNow } from '../fallback-names.ts';
import { type Json, numberIn, recordIn, recordsIn, textIn } from '../json.ts';
import { Losses } from '../losses.ts';
import { elementMark, MARK } from '../marks.ts';
import { type Nestable, nestedPlaces } from '../nested-places.ts';
import { hiddenAnnotation, hiddenLine, pairIn } from '../own-places.ts';
import { roleByTypeId, roleByWords } from '../roles.ts';
import { type Assets, factsOfPart, nameOfPart } from './describe.ts';
import { ownKind, type Part, type Parts, placeIn } from './parts.ts';
import type { Definitions } from './threats.ts';

/** What all diagrams of a file share. */
export interface Within {
  readonly parts: Parts;
  /** Keys of the parts that data flows end at. */
  readonly ends: ReadonlySet<string>;
  readonly assets: Assets;
  readonly definitions: Definitions;
  /** What was put on a diagram: a threat stands on one alone. */
  readonly told: Set<Json>;
}

/** What is on one diagram. */
export interface Content {
  readonly index: number;
  readonly parts: readonly Part[];
  /** The data flows of which both ends are there. */
  readonly flows: readonly Json[];
}

/** One diagram of a file. */
export class Surface {
  readonly #within: Within;
  readonly #flows: readonly Json[];
  readonly #name: string;
  readonly #id: string;
  readonly #own: Json;
  readonly #members: ReadonlyMap<string, Part>;
  readonly #boxes: readonly Part[];
  readonly #holders: ReadonlySet<string>;
  readonly #losses = new Losses();

  constructor(within: Within, json: Json, { index, parts: members, flows }: Content) {
    this.#within = within;
    this.#flows = flows;
    this.#id = textIn(json['id']) || `${index}`;
    this.#own = recordIn(recordIn(json['attributes'])[MARK]);
    const [{ header }, now] = [this.#own, textIn(json['name'])];
    this.#name = typeof header === 'string' ? headerNow(header, index, now) : now;
    this.#members = new Map(members.map((part) => [part.key, part]));
    this.#boxes = members.filter((part) => ownKind(part) === null);
    this.#holders = new Set(members.map((part) => this.#parentOf(part)).filter((key) => key !== null));
  }

  read(): { readonly diagram: DraftDiagram; readonly threats: readonly DraftThreat[] } {
    const { boxes, isMade } = this.#places();
    const parts = this.#boxes.flatMap((part) => this.#nodesOf(part, boxes));
    const threats: DraftThreat[] = [];
    for (const part of this.#boxes)
      if (!this.#within.told.has(part.json)) {
        this.#within.told.add(part.json);
        threats.push(...this.#within.definitions.at(part.json['threats'], this.#id, this.#endId(part)));
      }
    const flows = this.#flows.flatMap((flow) => this.#flow(flow, threats));
    const boundaries = [...this.#members.values()].flatMap((part) => this.#lineBoundary(part) ?? []);
    const hidden = recordsIn(this.#own['flows']).map((flow) => hiddenLine(flow, 'flow'));
    return {
      diagram: {
        id: this.#id,
        name: this.#name,
        nodes: [
          ...parts,
          ...recordsIn(this.#own['annotations']).flatMap((one) => hiddenAnnotation(one) ?? []),
        ],
        lines: [...flows, ...boundaries, ...hidden],
        losses: this.#losses.all,
        ...(isMade ? { isUnplaced: true } : {}),
      },
      threats,
    };
  }

  /** The nearest of what holds a part that is on this diagram. */
  #parentOf(part: Part): string | null {
    for (const { key } of this.#within.parts.around(part)) {
      const holder = this.#members.get(key);
      if (holder !== undefined && ownKind(holder) === null) return key;
    }
    return null;
  }

  #holds = (part: Part): boolean => part.isZone || this.#holders.has(part.key);
  /** A zone of our own export has none in it. */
  #hasInside = (part: Part): boolean => {
    const isOurs = part.isZone && part.mark.type !== undefined;
    return this.#holds(part) && !isOurs && this.#within.ends.has(part.key);
  };

  /** The id of what flows and threats of a part end at. */
  #endId(part: Part): string {
    return part.isZone && this.#hasInside(part) ? insideOf(part.id) : part.id;
  }

  #boxId(part: Part): string {
    if (!part.isZone) return this.#hasInside(part) ? `${part.id} around` : part.id;
    const namesake = this.#within.parts.named(part.id);
    return namesake !== undefined && namesake !== part && !namesake.isZone ? `${part.id} zone` : part.id;
  }

  #places(): { readonly boxes: ReadonlyMap<string, Rect>; readonly isMade: boolean } {
    const boxes = this.#absolute();
    const nest = (members: readonly Part[]) =>
      nestedPlaces(
        members.flatMap((one) => this.#nestable(one, boxes)),
        this.#isOurs,
      );
    let found = nest(this.#boxes);
    if (found.isMade && boxes.size > 0) {
      // Some tools put what lies outside of every boundary into a zone that is not drawn.
      const drawn = this.#boxes.filter((part) => !part.isZone || boxes.has(part.key));
      const again = nest(drawn);
      if (again.isMade) this.#losses.add('places-dropped', this.#name);
      else {
        const undrawn = this.#boxes.filter((part) => part.isZone && !boxes.has(part.key));
        for (const part of undrawn) this.#losses.add('undrawn-zones', nameOfPart(part.json, part.mark));
        found = again;
      }
    }
    const nameAt = (key: string): string | null => {
      const part = this.#members.get(key);
      return part === undefined ? null : nameOfPart(part.json, part.mark);
    };
    for (const key of found.placed) if (nameAt(key) !== null) this.#losses.add('no-place', nameAt(key) ?? '');
    for (const key of found.grown) this.#losses.add('grown', nameAt(key) ?? '');
    return found;
  }

  #nestable(part: Part, boxes: ReadonlyMap<string, Rect>): readonly Nestable[] {
    const holds = this.#holds(part);
    const own: Nestable = {
      id: part.key,
      parent: this.#parentOf(part),
      holds,
      box: boxes.get(part.key) ?? null,
      size: defaultSize(holds ? 'borderBoundary' : 'ellipse'),
    };
    return this.#hasInside(part) ? nestedWithInside(own) : [own];
  }

  get #isOurs(): boolean {
    return this.#boxes.some(({ mark }) => mark.type !== undefined);
  }

  /**
   * Where the file has its parts: relative to what holds them (exchange 4.1); as absolute where more of them lie in
   * what holds them so, since some tools write that.
   */
  #absolute(): ReadonlyMap<string, Rect> {
    const plain = new Map<string, Rect>();
    for (const part of this.#boxes) {
      const box = this.#boxIn(part);
      if (box !== null) plain.set(part.key, box);
    }
    const placed = this.#boxes.filter(({ key }) => plain.has(key));
    const relative = new Map(
      placed.map((part) => {
        const own = plain.get(part.key) ?? { left: 0, top: 0, width: 0, height: 0 };
        const at = [...this.#within.parts.around(part)].flatMap(({ key }) => plain.get(key) ?? []);
        const left = at.reduce((sum, box) => sum + box.left, own.left);
        const top = at.reduce((sum, box) => sum + box.top, own.top);
        return [part.key, { ...own, left, top }] as const;
      }),
    );
    if (this.#isOurs) return relative;
    const inside = (boxes: ReadonlyMap<string, Rect>): number =>
      placed.filter((part) => {
        const [own, holder] = [boxes.get(part.key), boxes.get(this.#parentOf(part) ?? '')];
        return own !== undefined && holder !== undefined && rectContains(holder, rectCentre(own));
      }).length;
    return inside(plain) > inside(relative) ? plain : relative;
  }

  #boxIn(part: Part): Rect | null {
    const entry = placeIn(part, this.#id);
    const at = pointIn(entry?.['position']);
    if (at === null) return null;
    const usual = defaultSize(this.#holds(part) ? 'borderBoundary' : 'ellipse');
    const size = recordIn(entry?.['size']);
    const width = Math.max(1, numberIn(size['width']) ?? usual.width);
    return { left: at.x, top: at.y, width, height: Math.max(1, numberIn(size['height']) ?? usual.height) };
  }

  #nodesOf(part: Part, boxes: ReadonlyMap<string, Rect>): readonly DraftNode[] {
    const box = boxes.get(part.key);
    if (box === undefined) return [];
    const { json, mark, isZone } = part;
    const said = textIn(json['type']);
    const kind = said || (isZone ? 'trust zone' : 'component');
    // Our export says its type in both places.
    const own = said === '' ? mark.type : said;
    const isType = own === mark.type || (!isZone && own !== undefined && roleByTypeId(own) !== null);
    const inside = boxes.get(insideOf(part.key));
    // A component that holds others is drawn as a boundary, which its type is not.
    const type = isType && (isZone || inside !== undefined || !this.#holds(part)) ? own : undefined;
    const node: DraftNode = {
      id: this.#boxId(part),
      role: this.#holds(part) ? 'borderBoundary' : this.#roleOf(part, kind),
      // Other tools have an id of their own as the sort of a zone, which no person knows.
      kind: isZone ? 'trust zone' : kind,
      name: nameOfPart(json, mark),
      facts: factsOfPart(json, mark, this.#within.assets),
      box,
      ...(type === undefined ? {} : { type }),
    };
    if (inside === undefined) return [node];
    return withInside(node, { id: this.#endId(part), box: inside }, this.#losses);
  }

  /** By its type, else by its name (exchange 2.2); a component of which nothing tells is a process, and is told. */
  #roleOf({ json, mark }: Part, kind: string): NodeRole {
    const said = textIn(recordIn(recordIn(json['attributes'])[MARK])['role']);
    const own = mark.type === kind ? ROLES.find((role) => role === said) : undefined;
    const found = own ?? roleByTypeId(kind) ?? roleByWords(kind) ?? roleByWords(nameOfPart(json, mark));
    if (found === null) this.#losses.add('guessed-processes', nameOfPart(json, mark));
    return found ?? 'process';
  }

  /** The lines of a data flow: two of one that goes both ways. */
  #flow(json: Json, threats: DraftThreat[]): readonly DraftLine[] {
    const [from, to] = [json['source'], json['destination']].map((id) =>
      this.#within.parts.named(textIn(id)),
    );
    if (from === undefined || to === undefined) return [];
    const mark = elementMark(json['attributes']);
    const id = textIn(json['id']) || `${from.id} to ${to.id}`;
    const { written } = mark;
    const isAt = (side: string): boolean => written[side] === undefined || written[side] === json[side];
    const end = (part: Part, side: string, port: Port | undefined): DraftEnd => ({
      node: this.#endId(part),
      point: null,
      ...(port === undefined || !isAt(side) ? {} : { port }),
    });
    const isAsDrawn = isAt('source') && isAt('destination');
    const line: DraftLine = {
      id,
      role: 'flow',
      kind: 'data flow',
      name: nameOfPart(json, mark),
      facts: factsOfPart(json, mark, this.#within.assets),
      source: end(from, 'source', mark.ports?.[0]),
      target: end(to, 'destination', mark.ports?.[1]),
      bends: [],
      ...(mark.handle === undefined || !isAsDrawn ? {} : { handle: mark.handle }),
      ...(mark.type === undefined ? {} : { type: mark.type }),
    };
    if (!this.#within.told.has(json)) {
      this.#within.told.add(json);
      threats.push(...this.#within.definitions.at(json['threats'], this.#id, id));
    }
    if (json['bidirectional'] !== true) return [line];
    this.#losses.add('two-way', line.name);
    const { handle: _, ...straight } = line;
    return [line, { ...straight, id: `${id} back`, source: line.target, target: line.source }];
  }

  #lineBoundary(part: Part): DraftLine | null {
    const { json, mark } = part;
    if (ownKind(part) !== 'line-boundary') return null;
    const points: unknown = recordIn(json['attributes'])['points'];
    const [source, handle, target] = (Array.isArray(points) ? points : []).map(pairIn);
    if (!source || !handle || !target) return null;
    return {
      id: part.id,
      role: 'lineBoundary',
      kind: 'line boundary',
      name: nameOfPart(json, mark),
      facts: factsOfPart(json, mark, this.#within.assets),
      source: { node: null, point: source },
      target: { node: null, point: target },
      bends: [],
      handle,
      ...(mark.type === undefined ? {} : { type: mark.type }),
    };
  }
}

/** What a component may be of its own. */
const ROLES = ['process', 'external', 'store'] as const satisfies readonly NodeRole[];

const pointIn = (value: unknown): Point | null => {
  const { x, y } = recordIn(value);
  return pairIn([x, y]);
};
