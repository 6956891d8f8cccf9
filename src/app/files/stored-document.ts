import type { ModelDiff, TemplateDiff } from '../../core/compare/index.ts';
import type { Diagram, ElementId, Model, Template, Threat } from '../../core/document/index.ts';
import type { TemplateItem } from '../../core/edit/index.ts';
import { words } from '../words/index.ts';
import type {
  Restored,
  RestoredDocument,
  StoredContent,
  StoredHistory,
  StoredModel,
  StoredStep,
  StoredTemplate,
} from './records.ts';

/** What the stores hold of one document, as it was found: the browser promises nothing about it. */
export interface Found {
  readonly record: unknown;
  readonly original: unknown;
  /** The full copy that its record names; undefined when it cannot be put together, or when there is none. */
  readonly copy: unknown;
  /** The changes that its record names, each undefined when it cannot be put together. */
  readonly changes: readonly unknown[];
  /** The undo steps that its record names, likewise; absent when it names none. */
  readonly steps?: readonly unknown[];
}

/** A stored document that cannot be put together again. It stays stored. */
export interface DamagedDocument {
  /** The browser tab that had it open; null when that cannot be read. */
  readonly session: string | null;
  readonly fileName: string;
  /** What is wrong, in words that follow a colon. */
  readonly fault: string;
  /** The file as it was read, when it is there. */
  readonly original: Uint8Array | null;
  /** The document without its changes from the first damaged one on; null when there is no such state. */
  readonly rest: RestoredDocument | null;
}

export type Sorted =
  | { readonly sound: true; readonly restored: RestoredDocument }
  | { readonly sound: false; readonly damaged: DamagedDocument };

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

/** More changes than any log has. */
const TOO_MANY = 10_000;

/** Whether this says where the content of a document is. */
export function isContent(value: unknown): value is StoredContent {
  if (!isObject(value)) return false;
  const { copy, from, until } = value;
  return (
    (copy === null || Number.isInteger(copy)) &&
    typeof from === 'number' &&
    typeof until === 'number' &&
    Number.isInteger(from) &&
    Number.isInteger(until) &&
    from <= until &&
    until - from < TOO_MANY
  );
}

const isPlace = (value: unknown): boolean => value === null || Number.isInteger(value);

/** Whether this says where the undo steps of a document are. */
export function isHistory(value: unknown): value is StoredHistory {
  if (!isObject(value)) return false;
  const { from, at, until, read, saved } = value;
  return (
    typeof from === 'number' &&
    typeof at === 'number' &&
    typeof until === 'number' &&
    [from, at, until].every(Number.isInteger) &&
    from <= at &&
    at <= until &&
    until - from < TOO_MANY &&
    isPlace(read) &&
    isPlace(saved)
  );
}

const isFile = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isObject(value) &&
  Object.entries(FIELDS).every(([name, type]) => typeof value[name] === type) &&
  (value['modified'] === null || typeof value['modified'] === 'number') &&
  (value['size'] === undefined || value['size'] === null || typeof value['size'] === 'number') &&
  (value['handle'] === null || isObject(value['handle'])) &&
  (value['content'] === null || isContent(value['content']));

const isTemplateRecord = (value: unknown): value is StoredTemplate => isFile(value);

const isRecord = (value: unknown): value is StoredModel =>
  isFile(value) && typeof value['diagramId'] === 'string' && typeof value['noteDraft'] === 'string';

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

/** Why something is no model; null when it is one. */
export function faultOfModel(value: unknown): string | null {
  const { faults } = words.files.keeping;
  if (!isObject(value) || !isObject(value['information']) || !Array.isArray(value['notes']))
    return faults.content;
  if (!isTemplate(value['template'])) return faults.template;
  if (!isDiagrams(value['diagrams'])) return faults.diagrams;
  return isThreats(value['threats']) ? null : faults.threats;
}

const isModel = (value: unknown): value is Model => faultOfModel(value) === null;

/** A document that stays stored: told by what can still be read of its record. */
function damaged(
  { record, original }: Found,
  unnamed: string,
  fault: string,
  rest: RestoredDocument | null = null,
): Sorted {
  const { session, fileName } = isObject(record) ? record : {};
  return {
    sound: false,
    damaged: {
      session: typeof session === 'string' ? session : null,
      fileName: typeof fileName === 'string' && fileName !== '' ? fileName : unnamed,
      fault,
      original: isBytes(original) ? original : null,
      rest,
    },
  };
}

/** The parts that every reader of a template walks through: without one of them it is none. */
const LISTS = ['genericElements', 'standardElements', 'threatCategories', 'threatTypes'] as const;

/** Whether something is a whole template. */
export const isWholeTemplate = (value: unknown): value is Template =>
  isObject(value) &&
  isObject(value['manifest']) &&
  isObject(value['threatMetadata']) &&
  LISTS.every((name) => Array.isArray(value[name]));

const hasChanges = (
  value: unknown,
): value is { readonly of: unknown; readonly changes: readonly unknown[] } =>
  isObject(value) && Array.isArray(value['changes']);
const isModelDiff = (value: unknown): value is ModelDiff => hasChanges(value) && value.of === 'model';
const isTemplateDiff = (value: unknown): value is TemplateDiff =>
  hasChanges(value) && value.of === 'template';

const isSelected = (value: unknown): boolean =>
  value === undefined || (isObject(value) && Array.isArray(value['before']) && Array.isArray(value['after']));

/**
 * The history of a record, as far as it can be read. It may be damaged without harm to the document: a history that
 * is none is left out, and a step that is none is null.
 */
function historyOf<D, S>(
  { steps = [] }: Found,
  history: unknown,
  isDiff: (value: unknown) => value is D,
): { readonly history?: StoredHistory; readonly steps: readonly (StoredStep<D, S> | null)[] } {
  if (!isHistory(history)) return { steps: [] };
  const isStep = (value: unknown): value is StoredStep<D, S> =>
    isObject(value) &&
    typeof value['label'] === 'string' &&
    isSelected(value['selected']) &&
    isDiff(value['diff']);
  return { history, steps: steps.map((step) => (isStep(step) ? step : null)) };
}

/** The changes before the first that is none. */
function readable<D>(changes: readonly unknown[], isChange: (value: unknown) => value is D): readonly D[] {
  const fine: D[] = [];
  for (const change of changes) {
    if (!isChange(change)) break;
    fine.push(change);
  }
  return fine;
}

/** How documents of a kind are told from what is none. */
interface Kind<R, T, D> {
  /** As people call it, where its file has no name. */
  readonly name: string;
  readonly isRecord: (value: unknown) => value is R;
  readonly isWhole: (copy: unknown) => copy is T;
  readonly faultOf: (copy: unknown) => string;
  readonly isDiff: (value: unknown) => value is D;
}

/** Puts one stored document together again, or says what is wrong with it. A part that is missing is damage. */
function putTogether<R extends StoredTemplate, T, D, S>(
  found: Found,
  { name, isRecord, isWhole, faultOf, isDiff }: Kind<R, T, D>,
  restoredOf: (file: Omit<R, 'history'>, parts: Restored<T, D, S>) => RestoredDocument,
): Sorted {
  const { record, copy } = found;
  const { faults } = words.files.keeping;
  const original = isBytes(found.original) ? found.original : null;
  if (!isRecord(record)) return damaged(found, name, faults.record);
  const hasCopy = record.content !== null && record.content.copy !== null;
  if (!hasCopy && original === null) return damaged(found, name, faults.bytes);
  const whole = hasCopy && isWhole(copy) ? copy : null;
  if (hasCopy && whole === null) return damaged(found, name, faultOf(copy));
  const changes = readable(found.changes, isDiff);
  const { history, ...file } = record;
  const steps = historyOf<D, S>(found, history, isDiff);
  const restored = restoredOf(file, { original, copy: whole, changes, ...steps });
  return changes.length === found.changes.length
    ? { sound: true, restored }
    : damaged(found, name, faults.changes, restored);
}

export function sortOut(found: Found): Sorted {
  const { faults, aModel } = words.files.keeping;
  const faultOf = (copy: unknown): string => faultOfModel(copy) ?? faults.content;
  const kind = { name: aModel, isRecord, isWhole: isModel, faultOf, isDiff: isModelDiff };
  return putTogether<StoredModel, Model, ModelDiff, ElementId>(found, kind, (file, parts) => ({
    ...file,
    kind: 'model',
    ...parts,
  }));
}

export function sortOutTemplate(found: Found): Sorted {
  const { faults, aTemplate } = words.files.keeping;
  const kind = {
    name: aTemplate,
    isRecord: isTemplateRecord,
    isWhole: isWholeTemplate,
    faultOf: () => faults.content,
    isDiff: isTemplateDiff,
  };
  return putTogether<StoredTemplate, Template, TemplateDiff, TemplateItem>(found, kind, (file, parts) => ({
    ...file,
    kind: 'template',
    ...parts,
  }));
}
