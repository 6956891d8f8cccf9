import { err, ok, type Result } from '../base/index.ts';
import { NEVER, wholeUnit } from '../document/index.ts';
import { cleanText } from './text.ts';

const FORMAT = 'trustline-fragment';
const NONE = 'no copied part';

/**
 * A copied part of a diagram as plain data, for the clipboard and for other tabs. It says what the user made:
 * types by id, names, chosen values, places. Property lists are built anew where it is pasted.
 */
export interface Fragment {
  readonly format: typeof FORMAT;
  readonly version: 1;
  readonly shapes: readonly FragmentShape[];
  readonly lines: readonly FragmentLine[];
  readonly threats: readonly FragmentThreat[];
}

export interface FragmentElement {
  readonly id: string;
  readonly typeId: string;
  /** For messages when the type is missing where it is pasted. */
  readonly typeName: string;
  readonly name: string;
  /** How its type is drawn, `Inherited` resolved; empty when that is not known. */
  readonly representation: string;
  /** The types above its own, nearest first: where it is pasted, one of them may stand for it. */
  readonly ancestors: readonly (readonly [id: string, name: string])[];
  /** Values by the identifiers of properties. */
  readonly values: readonly (readonly [name: string, value: string | boolean])[];
  /** Display names by the identifiers of properties: other templates may have the same under another one. */
  readonly labels: readonly (readonly [name: string, displayName: string])[];
  /** Identifiers of the properties whose value is not that of a new element. */
  readonly chosen: readonly string[];
}

export interface FragmentShape extends FragmentElement {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface FragmentEnd {
  /** Id of a shape of the fragment; null for a free end. */
  readonly element: string | null;
  readonly port: string;
  readonly x: number;
  readonly y: number;
}

export interface FragmentLine extends FragmentElement {
  readonly source: FragmentEnd;
  readonly target: FragmentEnd;
  readonly handle: { readonly x: number; readonly y: number };
}

/** A threat on a flow of the fragment with what was written to it. */
export interface FragmentThreat {
  readonly typeId: string;
  readonly sourceId: string;
  readonly flowId: string;
  readonly targetId: string;
  readonly state: string;
  readonly priority: string;
  readonly properties: readonly (readonly [name: string, value: string])[];
  readonly changedBy: string | null;
  readonly modifiedAt: string;
}

/** What a text from the clipboard may hold at most; beyond it, it is refused. */
export const FRAGMENT_LIMITS = {
  /** Characters of the whole text. */
  text: 32_000_000,
  elements: 10_000,
  threats: 100_000,
  /** Values of one element, texts of one threat. */
  values: 1_000,
  ancestors: 100,
  /** Characters of one text. */
  string: 1_000_000,
  /** Model units. */
  coordinate: 1_000_000,
} as const;

export interface FragmentError {
  readonly message: string;
  /** Where in the data: `lines[2].source.x`; empty when it is no fragment at all. */
  readonly path: string;
}

class Fault extends Error {
  readonly path: string;
  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

/** Reads a fragment from a text that anybody may have put on the clipboard. Nothing unknown gets through. */
export function parseFragment(text: string): Result<Fragment, FragmentError> {
  try {
    // What others copied is not parsed here, where the page would wait for it: it is read in a worker.
    if (text.length > FRAGMENT_LIMITS.text || !text.includes(FORMAT)) throw new Fault('', NONE);
    return ok(fragment(JSON.parse(text)));
  } catch (fault) {
    if (fault instanceof Fault) return err({ message: fault.message, path: fault.path });
    if (fault instanceof SyntaxError) return err({ message: NONE, path: '' });
    throw fault;
  }
}

type Members = Readonly<Record<string, unknown>>;

function members(value: unknown, path: string): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Fault(path, 'An object is expected');
  }
  return Object.fromEntries(Object.entries(value));
}

function list<T>(
  value: unknown,
  path: string,
  most: number,
  item: (value: unknown, path: string) => T,
): readonly T[] {
  if (!Array.isArray(value)) throw new Fault(path, 'A list is expected');
  if (value.length > most) throw new Fault(path, `The list has more than ${most} items`);
  return value.map((one, index) => item(one, `${path}[${index}]`));
}

function string(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new Fault(path, 'A text is expected');
  if (value.length > FRAGMENT_LIMITS.string) throw new Fault(path, 'The text is too long');
  return cleanText(value);
}

function number(value: unknown, path: string): number {
  if (typeof value !== 'number') throw new Fault(path, 'A number is expected');
  if (Math.abs(value) > FRAGMENT_LIMITS.coordinate) throw new Fault(path, 'The number is too large');
  return wholeUnit(value);
}

const idOrNull = (value: unknown, path: string): string | null =>
  value === null ? null : string(value, path);

function pair<T>(value: unknown, path: string, second: (value: unknown, path: string) => T) {
  if (!Array.isArray(value) || value.length !== 2) throw new Fault(path, 'A pair is expected');
  return [string(value[0], `${path}[0]`), second(value[1], `${path}[1]`)] as const;
}

function fragment(value: unknown): Fragment {
  const { format, version, shapes, lines, threats } = members(value, '');
  if (format !== FORMAT) throw new Fault('format', NONE);
  if (version !== 1) throw new Fault('version', 'It was copied by another version');
  const result: Fragment = {
    format: FORMAT,
    version: 1,
    shapes: list(shapes, 'shapes', FRAGMENT_LIMITS.elements, shape),
    lines: list(lines, 'lines', FRAGMENT_LIMITS.elements, line),
    threats: list(threats, 'threats', FRAGMENT_LIMITS.threats, threat),
  };
  const ids = new Set<string>();
  for (const { id } of [...result.shapes, ...result.lines]) {
    if (ids.has(id)) throw new Fault('', `Two elements have the id ${id.slice(0, 80)}`);
    ids.add(id);
  }
  const shapeIds = new Set(result.shapes.map(({ id }) => id));
  result.lines.forEach(({ source, target }, index) => {
    for (const end of [source, target]) {
      if (end.element !== null && !shapeIds.has(end.element)) {
        throw new Fault(`lines[${index}]`, 'An end is attached to nothing that was copied');
      }
    }
  });
  return result;
}

/** What other versions did not copy counts as not known. */
function element(value: Members, path: string): FragmentElement {
  return {
    id: string(value.id, `${path}.id`),
    typeId: string(value.typeId, `${path}.typeId`),
    typeName: string(value.typeName, `${path}.typeName`),
    name: string(value.name, `${path}.name`),
    values: list(value.values, `${path}.values`, FRAGMENT_LIMITS.values, (one, at) =>
      pair(one, at, (second, where) => (typeof second === 'boolean' ? second : string(second, where))),
    ),
    representation: string(value.representation ?? '', `${path}.representation`),
    ancestors: list(value.ancestors ?? [], `${path}.ancestors`, FRAGMENT_LIMITS.ancestors, (one, at) =>
      pair(one, at, string),
    ),
    labels: list(value.labels ?? [], `${path}.labels`, FRAGMENT_LIMITS.values, (one, at) =>
      pair(one, at, string),
    ),
    chosen: list(value.chosen ?? [], `${path}.chosen`, FRAGMENT_LIMITS.values, string),
  };
}

function shape(value: unknown, path: string): FragmentShape {
  const all = members(value, path);
  return {
    ...element(all, path),
    left: number(all.left, `${path}.left`),
    top: number(all.top, `${path}.top`),
    width: number(all.width, `${path}.width`),
    height: number(all.height, `${path}.height`),
  };
}

function end(value: unknown, path: string): FragmentEnd {
  const all = members(value, path);
  return {
    element: idOrNull(all.element, `${path}.element`),
    port: string(all.port, `${path}.port`),
    x: number(all.x, `${path}.x`),
    y: number(all.y, `${path}.y`),
  };
}

function line(value: unknown, path: string): FragmentLine {
  const all = members(value, path);
  const handle = members(all.handle, `${path}.handle`);
  return {
    ...element(all, path),
    source: end(all.source, `${path}.source`),
    target: end(all.target, `${path}.target`),
    handle: { x: number(handle.x, `${path}.handle.x`), y: number(handle.y, `${path}.handle.y`) },
  };
}

const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?(Z|[+-]\d{2}:\d{2})?$/;

function threat(value: unknown, path: string): FragmentThreat {
  const all = members(value, path);
  const modifiedAt = string(all.modifiedAt, `${path}.modifiedAt`);
  const texts = list(all.properties, `${path}.properties`, FRAGMENT_LIMITS.values, (one, at) =>
    pair(one, at, string),
  );
  return {
    typeId: string(all.typeId, `${path}.typeId`),
    sourceId: string(all.sourceId, `${path}.sourceId`),
    flowId: string(all.flowId, `${path}.flowId`),
    targetId: string(all.targetId, `${path}.targetId`),
    state: string(all.state, `${path}.state`),
    priority: string(all.priority, `${path}.priority`),
    // A dictionary in the file: no name twice.
    properties: [...new Map(texts)],
    changedBy: idOrNull(all.changedBy, `${path}.changedBy`),
    modifiedAt: DATE.test(modifiedAt) ? modifiedAt : NEVER,
  };
}
