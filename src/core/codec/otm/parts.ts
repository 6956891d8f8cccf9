import { isJson, type Json, recordIn, recordsIn, textIn } from '../json.ts';
import type { ElementMark } from '../marks.ts';
import { elementMark, MARK } from '../marks.ts';

/** A trust zone or a component of a file. */
export interface Part {
  /** Tells it from all others of the file, also where ids stand twice. */
  readonly key: string;
  readonly id: string;
  readonly json: Json;
  readonly isZone: boolean;
  /** Key of what holds it. */
  readonly parent: string | null;
  readonly mark: ElementMark;
}

/** What stands where our export says so, beside the format's own. */
export type OwnKind = 'outside' | 'line-boundary' | null;

export const ownKind = ({ isZone, json }: Part): OwnKind => {
  const attributes = recordIn(json['attributes']);
  if (!isZone) return null;
  if (textIn(attributes['kind']) === 'line-boundary') return 'line-boundary';
  return textIn(recordIn(attributes[MARK])['kind']) === 'outside' ? 'outside' : null;
};

/** All parts of a file, and finding them by the ids that others name. */
export class Parts {
  readonly all: readonly Part[];
  readonly #byKey: ReadonlyMap<string, Part>;
  readonly #zones: ReadonlyMap<string, string>;
  readonly #components: ReadonlyMap<string, string>;

  constructor(file: Json) {
    const zones = recordsIn(file['trustZones']);
    const components = recordsIn(file['components']);
    this.#zones = keysById(zones, 'zone');
    this.#components = keysById(components, 'component');
    this.all = [
      ...zones.map((json, index) => this.#part(json, `zone ${index}`, true)),
      ...components.map((json, index) => this.#part(json, `component ${index}`, false)),
    ];
    this.#byKey = new Map(this.all.map((part) => [part.key, part]));
  }

  #part(json: Json, key: string, isZone: boolean): Part {
    const { trustZone, component } = recordIn(json['parent']);
    const zone = textIn(trustZone);
    const holder = textIn(component);
    const parent =
      zone === ''
        ? (this.#components.get(holder) ?? this.#zones.get(holder))
        : (this.#zones.get(zone) ?? this.#components.get(zone));
    const mark = elementMark(json['attributes']);
    return { key, id: textIn(json['id']) || key, json, isZone, parent: parent ?? null, mark };
  }

  at = (key: string): Part | undefined => this.#byKey.get(key);

  /** What a data flow names: a component, else a zone. */
  named(id: string): Part | undefined {
    const key = this.#components.get(id) ?? this.#zones.get(id);
    return key === undefined ? undefined : this.#byKey.get(key);
  }

  /** What holds a part, from within; ends where parts hold each other. */
  *around({ parent }: Part): Generator<Part> {
    const seen = new Set<string>();
    for (let at = parent; at !== null && !seen.has(at); ) {
      seen.add(at);
      const part = this.#byKey.get(at);
      if (part === undefined || seen.size > MOST_LEVELS) return;
      yield part;
      at = part.parent;
    }
  }
}

/** Parts inside each other: deeper nobody looks. */
const MOST_LEVELS = 100;

const keysById = (list: readonly Json[], sort: string): ReadonlyMap<string, string> => {
  const keys = new Map<string, string>();
  for (const [index, { id }] of list.entries()) {
    const name = textIn(id);
    if (name !== '' && !keys.has(name)) keys.set(name, `${sort} ${index}`);
  }
  return keys;
};

/** What a part says of the representations that it is in. */
export const entriesOf = ({ json }: Part): readonly Json[] => recordsIn(json['representations']);

const places = new WeakMap<Part, ReadonlyMap<string, Json>>();

/** The first entry of a part in a representation that says a place. */
export function placeIn(part: Part, representation: string): Json | undefined {
  let known = places.get(part);
  if (known === undefined) {
    const placed = entriesOf(part).filter(({ position }) => isJson(position));
    known = new Map(placed.toReversed().map((entry) => [textIn(entry['representation']), entry]));
    places.set(part, known);
  }
  return known.get(representation);
}
