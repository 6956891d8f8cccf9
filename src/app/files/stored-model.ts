import type { Diagram, Model, Template, Threat } from '../../core/document/index.ts';
import { words } from '../words/index.ts';
import type { KeptModel, StoredModel } from './records.ts';

/** What the stores hold of one model, as it was found: the browser promises nothing about it. */
export interface FoundModel {
  readonly record: unknown;
  readonly original: unknown;
  readonly template: unknown;
  readonly diagrams: unknown;
  readonly threats: unknown;
}

/** A stored model that cannot be put together again. It stays stored. */
export interface DamagedModel {
  /** The browser tab that had it open; null when that cannot be read. */
  readonly session: string | null;
  readonly fileName: string;
  /** What is wrong, in words that follow a colon. */
  readonly fault: string;
  /** The file as it was read, when it is there. */
  readonly original: Uint8Array | null;
}

export type Sorted =
  | { readonly sound: true; readonly kept: KeptModel }
  | { readonly sound: false; readonly damaged: DamagedModel };

type Rest = NonNullable<StoredModel['rest']>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;

const FIELDS = {
  id: 'string',
  session: 'string',
  order: 'number',
  fileName: 'string',
  unsaved: 'boolean',
  untouched: 'boolean',
  toldNormalises: 'boolean',
  diagramId: 'string',
  noteDraft: 'string',
  active: 'boolean',
} as const;

const isRest = (value: unknown): value is Rest =>
  isObject(value) && isObject(value['information']) && Array.isArray(value['notes']);

const isRecord = (value: unknown): value is StoredModel =>
  isObject(value) &&
  Object.entries(FIELDS).every(([name, type]) => typeof value[name] === type) &&
  (value['modified'] === null || typeof value['modified'] === 'number') &&
  (value['handle'] === null || isObject(value['handle'])) &&
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

/** The document of a record; a text says which part of it is missing or not what it should be. */
function documentOf(rest: Rest, { template, diagrams, threats }: FoundModel): Model | string {
  if (!isTemplate(template)) return words.files.keeping.faults.template;
  if (!isDiagrams(diagrams)) return words.files.keeping.faults.diagrams;
  if (!isThreats(threats)) return words.files.keeping.faults.threats;
  return { ...rest, template, diagrams, threats };
}

/** Puts one stored model together again, or says what is wrong with it. A part that is missing is damage. */
export function sortOut(found: FoundModel): Sorted {
  const { record } = found;
  const fields = isObject(record) ? record : {};
  const original = isBytes(found.original) ? found.original : null;
  const damaged = (fault: string): Sorted => ({
    sound: false,
    damaged: {
      session: typeof fields['session'] === 'string' ? fields['session'] : null,
      fileName:
        typeof fields['fileName'] === 'string' && fields['fileName'] !== ''
          ? fields['fileName']
          : words.files.keeping.aModel,
      fault,
      original,
    },
  });
  if (!isRecord(record)) return damaged(words.files.keeping.faults.record);
  const { rest, ...small } = record;
  if (rest === null)
    return original === null
      ? damaged(words.files.keeping.faults.bytes)
      : { sound: true, kept: { ...small, original, document: null } };
  const model = documentOf(rest, found);
  return typeof model === 'string'
    ? damaged(model)
    : { sound: true, kept: { ...small, original, document: model } };
}
