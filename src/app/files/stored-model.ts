import type { Diagram, Model, Template, Threat } from '../../core/document/index.ts';
import { words } from '../words/index.ts';
import type { KeptDocument, StoredModel, StoredTemplate } from './records.ts';

/** What the stores hold of one model, as it was found: the browser promises nothing about it. */
export interface FoundModel {
  readonly record: unknown;
  readonly original: unknown;
  readonly template: unknown;
  readonly diagrams: unknown;
  readonly threats: unknown;
}

/** What the stores hold of one template, as it was found. */
export type FoundTemplate = Pick<FoundModel, 'record' | 'original' | 'template'>;

/** A stored document that cannot be put together again. It stays stored. */
export interface DamagedDocument {
  /** The browser tab that had it open; null when that cannot be read. */
  readonly session: string | null;
  readonly fileName: string;
  /** What is wrong, in words that follow a colon. */
  readonly fault: string;
  /** The file as it was read, when it is there. */
  readonly original: Uint8Array | null;
}

export type Sorted =
  | { readonly sound: true; readonly kept: KeptDocument }
  | { readonly sound: false; readonly damaged: DamagedDocument };

type Rest = NonNullable<StoredModel['rest']>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;

/** What the record of every kind has. */
const FIELDS = {
  id: 'string',
  session: 'string',
  order: 'number',
  fileName: 'string',
  unsaved: 'boolean',
  untouched: 'boolean',
  toldNormalises: 'boolean',
  active: 'boolean',
} as const;

const isRest = (value: unknown): value is Rest =>
  isObject(value) && isObject(value['information']) && Array.isArray(value['notes']);

const isFile = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isObject(value) &&
  Object.entries(FIELDS).every(([name, type]) => typeof value[name] === type) &&
  (value['modified'] === null || typeof value['modified'] === 'number') &&
  (value['handle'] === null || isObject(value['handle']));

const isTemplateRecord = (value: unknown): value is StoredTemplate =>
  isFile(value) && typeof value['edited'] === 'boolean';

const isRecord = (value: unknown): value is StoredModel =>
  isFile(value) &&
  typeof value['diagramId'] === 'string' &&
  typeof value['noteDraft'] === 'string' &&
  (value['rest'] === null || isRest(value['rest']));

const isTemplate = (value: unknown): value is Template => isObject(value);

const isDiagrams = (value: unknown): value is readonly Diagram[] =>
  Array.isArray(value) &&
  value.every(
    (diagram) =>
      isObject(diagram) &&
      typeof diagram['id'] === 'string' &&
      Array.isArray(diagram['shapes']) &&
      Array.isArray(diagram['lines']),
  );

const isThreats = (value: unknown): value is readonly Threat[] =>
  Array.isArray(value) && value.every((threat) => isObject(threat) && typeof threat['key'] === 'string');

/** The model of a record; a text says which part of it is missing or not what it should be. */
function modelOf(rest: Rest, { template, diagrams, threats }: FoundModel): Model | string {
  if (!isTemplate(template)) return words.files.keeping.faults.template;
  if (!isDiagrams(diagrams)) return words.files.keeping.faults.diagrams;
  if (!isThreats(threats)) return words.files.keeping.faults.threats;
  return { ...rest, template, diagrams, threats };
}

/** A document that stays stored: told by what can still be read of its record. */
function damaged({ record, original }: FoundTemplate, unnamed: string, fault: string): Sorted {
  const { session, fileName } = isObject(record) ? record : {};
  return {
    sound: false,
    damaged: {
      session: typeof session === 'string' ? session : null,
      fileName: typeof fileName === 'string' && fileName !== '' ? fileName : unnamed,
      fault,
      original: isBytes(original) ? original : null,
    },
  };
}

/** Puts one stored model together again, or says what is wrong with it. A part that is missing is damage. */
export function sortOut(found: FoundModel): Sorted {
  const { record } = found;
  const original = isBytes(found.original) ? found.original : null;
  const damage = (fault: string): Sorted => damaged(found, words.files.keeping.aModel, fault);
  if (!isRecord(record)) return damage(words.files.keeping.faults.record);
  const { rest, ...small } = record;
  const edited = rest === null ? null : modelOf(rest, found);
  if (typeof edited === 'string') return damage(edited);
  if (edited === null && original === null) return damage(words.files.keeping.faults.bytes);
  return { sound: true, kept: { ...small, kind: 'model', original, edited } };
}

/** The parts that every reader of a template walks through: without one of them it is none. */
const LISTS = ['genericElements', 'standardElements', 'threatCategories', 'threatTypes'] as const;

const isWholeTemplate = (value: unknown): value is Template =>
  isObject(value) &&
  isObject(value['manifest']) &&
  isObject(value['threatMetadata']) &&
  LISTS.every((name) => Array.isArray(value[name]));

/** Puts one stored template together again, or says what is wrong with it. A part that is missing is damage. */
export function sortOutTemplate(found: FoundTemplate): Sorted {
  const { record, template } = found;
  const original = isBytes(found.original) ? found.original : null;
  const damage = (fault: string): Sorted => damaged(found, words.files.keeping.aTemplate, fault);
  if (!isTemplateRecord(record)) return damage(words.files.keeping.faults.record);
  const kept = { ...record, kind: 'template', original } as const;
  if (record.edited)
    return isWholeTemplate(template)
      ? { sound: true, kept: { ...kept, edited: template } }
      : damage(words.files.keeping.faults.content);
  return original === null
    ? damage(words.files.keeping.faults.bytes)
    : { sound: true, kept: { ...kept, edited: null } };
}
