import type { ModelInformation } from '../../document/index.ts';
import type { Draft } from '../draft.ts';
import { firstDiagrams } from '../first-diagrams.ts';
import { isJson, type Json, recordIn, recordsIn, textIn } from '../json.ts';
import { Losses } from '../losses.ts';
import { MARK } from '../marks.ts';
import { FILE_START, type Limits, Refusal } from '../places.ts';
import { plainText, textsIn } from '../plain-text.ts';
import { parseJsonOrYaml } from '../yaml.ts';
import { assetsIn } from './describe.ts';
import { entriesOf, ownKind, type Part, Parts } from './parts.ts';
import { Surface, type Within } from './surface.ts';
import { Definitions } from './threats.ts';

/**
 * Reads an Open Threat Model, JSON or YAML, versions 0.1 and 0.2 (exchange 4.3). Zones are boundaries, components are
 * elements by their type, and each representation of the sort `diagram` is a diagram.
 */
export function readOtm(bytes: Uint8Array, limits: Limits): Draft {
  const file = recordIn(parseJsonOrYaml(bytes, limits));
  if (textIn(file['otmVersion']) === '') throw incomplete('otmVersion');
  const has = (name: string): boolean => isJson(file[name]) || Array.isArray(file[name]);
  if (!['project', 'components', 'trustZones'].some(has)) throw incomplete('project');
  return new Reader(file).draft();
}

const incomplete = (member: string): Refusal =>
  new Refusal({ cause: 'no-member', params: { format: 'Open Threat Model', member }, place: FILE_START });

/**
 * Diagrams that one data flow is drawn on, and further diagrams of all that has no place of its own there: a file made to
 * be odd must not cost without end.
 */
const MOST_COPIES = 20;
const MOST_BORROWED = 10_000;

/** What our export leaves at the project. */
const TEXTS = ['reviewer', 'contributors', 'assumptions', 'externalDependencies'] as const;

class Reader {
  readonly #file: Json;
  readonly #parts: Parts;
  readonly #flows: readonly Json[];
  readonly #surfaces: readonly Json[];
  readonly #losses = new Losses();

  constructor(file: Json) {
    this.#file = file;
    this.#parts = new Parts(file);
    this.#flows = recordsIn(file['dataflows']);
    const drawn = this.#representations.filter(({ type }) => textIn(type).toLowerCase() === 'diagram');
    const { name } = recordIn(file['project']);
    const { first, further } = firstDiagrams(drawn, (one) => textIn(one['name']));
    for (const cut of further) this.#losses.add('diagrams', cut);
    this.#surfaces = first.length > 0 ? first : [{ id: 'diagram', name }];
  }

  get #representations(): readonly Json[] {
    return recordsIn(this.#file['representations']);
  }

  draft(): Draft {
    const project = recordIn(this.#file['project']);
    const own = recordIn(recordIn(project['attributes'])[MARK]);
    const losses = this.#losses;
    const definitions = new Definitions(this.#file, losses);
    const within: Within = {
      parts: this.#parts,
      ends: new Set(this.#flows.flatMap((flow) => this.#endsOf(flow))),
      assets: assetsIn(this.#file),
      definitions,
      told: new Set(),
    };
    const members = this.#members();
    const flows = this.#flowsOn(members);
    const read = this.#surfaces.map((surface, index) => {
      const content = { index, parts: members[index] ?? [], flows: flows[index] ?? [] };
      return new Surface(within, surface, content).read();
    });
    losses.addAll(
      'no-end',
      this.#flows.flatMap((flow) => (within.told.has(flow) ? [] : [textIn(flow['name']) || 'data flow'])),
    );
    return {
      id: textIn(project['id']) || textIn(project['name']) || 'otm',
      information: { ...informationOf(project), ...ownTexts(own) },
      diagrams: read.map(({ diagram }) => diagram),
      threats: read.flatMap(({ threats }) => threats),
      notes: [
        ...(Array.isArray(own['notes']) ? own['notes'].map(textIn) : []),
        ...this.#notes(project),
        ...definitions.unused,
      ],
      losses: losses.all,
    };
  }

  /** The parts on each diagram: those that have an entry for it, and the others with what holds them or flows to them. */
  #members(): readonly (readonly Part[])[] {
    const indexes = new Map(this.#surfaces.map(({ id }, index) => [textIn(id), index] as const).toReversed());
    const places = new Map<string, ReadonlySet<number>>();
    const lent = new Map<string, Set<number>>();
    for (const part of this.#parts.all) {
      const own = recordIn(recordIn(part.json['attributes'])[MARK])['diagram'];
      const named = [...entriesOf(part).map(({ representation }) => representation), own];
      const found = new Set(named.flatMap((name) => indexes.get(textIn(name)) ?? []));
      if (found.size > 0) places.set(part.key, found);
      for (const holder of this.#parts.around(part)) {
        const known = lent.get(holder.key) ?? new Set<number>();
        for (const index of found) known.add(index);
        lent.set(holder.key, known);
      }
    }
    const nearby = this.#nearby(places);
    const used = new Set([...places.values()].flatMap((found) => [...found]));
    const first = [...this.#surfaces.keys()].find((index) => used.has(index));
    const members: Part[][] = this.#surfaces.map(() => []);
    let left = MOST_BORROWED;
    for (const part of this.#parts.all) {
      if (ownKind(part) === 'outside') continue;
      const lentTo = lent.get(part.key);
      const own = places.get(part.key);
      const found =
        own ??
        (lentTo && lentTo.size > 0 ? lentTo : undefined) ??
        this.#placeOfHolder(part, places) ??
        nearby.get(part.key) ??
        new Set([first ?? 0]);
      let room = own === undefined ? 1 + left : found.size;
      if (own === undefined) left -= Math.min(left, found.size - 1);
      if (found.size > room) this.#losses.add('repeats', textIn(part.json['name']));
      for (const index of found) {
        if (room === 0) break;
        members[index]?.push(part);
        room -= 1;
      }
    }
    return members;
  }

  #placeOfHolder(
    part: Part,
    places: ReadonlyMap<string, ReadonlySet<number>>,
  ): ReadonlySet<number> | undefined {
    for (const { key } of this.#parts.around(part)) {
      const found = places.get(key);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Keys of the source and the target of a data flow; empty for what is not in the file. */
  #endsOf({ source, destination }: Json): readonly string[] {
    return [source, destination].map((id) => this.#parts.named(textIn(id))?.key ?? '');
  }

  /** The data flows of each diagram: those with both ends on it. */
  #flowsOn(members: readonly (readonly Part[])[]): readonly (readonly Json[])[] {
    const on = new Map<string, Set<number>>();
    for (const [index, parts] of members.entries())
      for (const part of parts) {
        if (ownKind(part) !== null) continue;
        const known = on.get(part.key);
        if (known === undefined) on.set(part.key, new Set([index]));
        else known.add(index);
      }
    const flows: Json[][] = members.map(() => []);
    for (const flow of this.#flows) {
      const [from, to] = this.#endsOf(flow).map((key) => on.get(key));
      let copies = 0;
      for (const index of from ?? []) {
        if (to?.has(index) !== true) continue;
        if (copies === MOST_COPIES) {
          this.#losses.add('repeats', textIn(flow['name']) || 'data flow');
          break;
        }
        flows[index]?.push(flow);
        copies += 1;
      }
    }
    return flows;
  }

  /** Where the things are that flows join to a part. */
  #nearby(places: ReadonlyMap<string, ReadonlySet<number>>): ReadonlyMap<string, ReadonlySet<number>> {
    const found = new Map<string, ReadonlySet<number>>();
    for (const flow of this.#flows) {
      const ends = this.#endsOf(flow);
      for (const [at, end] of ends.entries()) {
        const other = places.get(ends[1 - at] ?? '');
        if (other !== undefined && !found.has(end)) found.set(end, other);
      }
    }
    return found;
  }

  /** What a file says of the project and its assets that has no place of its own. */
  #notes(project: Json): readonly string[] {
    const contact = plainText(project['ownerContact']);
    const tags = textsIn(project['tags']).join(', ');
    const attributes = Object.entries(recordIn(project['attributes'])).flatMap(([name, value]) =>
      name === MARK ? [] : [`${name}: ${plainText(value)}`],
    );
    const about = [contact && `Contact: ${contact}`, tags && `Tags: ${tags}`, ...attributes];
    const sources = this.#representations.flatMap(({ name, repository }) => {
      const url = plainText(recordIn(repository)['url']);
      return url === '' ? [] : [`${textIn(name)}: ${url}`];
    });
    const assets = recordsIn(this.#file['assets']).map(({ name, id, description, risk }) => {
      const rated = Object.entries(recordIn(risk)).map(([of, value]) => `${of}: ${plainText(value)}`);
      return [`Asset: ${textIn(name) || textIn(id)}`, plainText(description), ...rated];
    });
    return [about, sources, ...assets]
      .map((lines) => lines.filter((line) => line !== '').join('\n'))
      .filter((text) => text !== '');
  }
}

const informationOf = (project: Json): Partial<Omit<ModelInformation, 'carried'>> => ({
  name: textIn(project['name']),
  owner: textIn(project['owner']),
  description: textIn(project['description']),
});

const ownTexts = (own: Json): Partial<Omit<ModelInformation, 'carried'>> =>
  Object.fromEntries(TEXTS.flatMap((name) => (textIn(own[name]) === '' ? [] : [[name, textIn(own[name])]])));
