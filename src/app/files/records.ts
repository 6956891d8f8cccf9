import type { DBSchema } from 'idb';
import type { Diagram, Model, Template, Threat } from '../../core/document/index.ts';

/** What the autosave keeps of an open document of any kind. */
interface StoredFile {
  readonly id: string;
  /** The browser tab that has it open. */
  readonly session: string;
  /** Place among the tabs. */
  readonly order: number;
  readonly fileName: string;
  readonly unsaved: boolean;
  readonly untouched: boolean;
  readonly handle: FileSystemFileHandle | null;
  readonly modified: number | null;
  readonly toldNormalises: boolean;
  readonly active: boolean;
}

/** An open model as the autosave keeps it: what is small, and changes with almost every edit. */
export interface StoredModel extends StoredFile {
  /** The model without its `PARTS`; null while it is the one that was read. */
  readonly rest: Omit<Model, 'template' | 'diagrams' | 'threats'> | null;
  readonly diagramId: string;
  readonly noteDraft: string;
}

/** An open template as the autosave keeps it, beside the template itself. */
export interface StoredTemplate extends StoredFile {
  /** Whether the template is stored; false while it is the one that was read. */
  readonly edited: boolean;
}

/** The record of a model up to version 2: the file as it was read and the document as the bytes of a file. */
export interface StoredModel2 extends Omit<StoredModel, 'rest' | 'noteDraft'> {
  readonly original: Uint8Array | null;
  readonly current: Uint8Array | null;
}

/** A large part of an open model, stored again only when it has changed. */
interface StoredPart<T> {
  /** That of its model. */
  readonly id: string;
  readonly value: T;
}

/** A model that was opened or saved here. */
export interface StoredRecent {
  readonly key: string;
  readonly fileName: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Where the browser can open the file again itself; otherwise `bytes` holds a copy. */
  readonly handle: FileSystemFileHandle | null;
  readonly bytes: Uint8Array | null;
}

/**
 * Documents are stored as the plain data they are: the browser copies that many times faster than a file is written.
 * Their types are therefore stored too: a change of them needs a step in `MIGRATIONS`.
 */
export interface Stores extends DBSchema {
  models: { key: string; value: StoredModel | StoredModel2 };
  openTemplates: { key: string; value: StoredTemplate };
  /** Files as they were read. */
  originals: { key: string; value: StoredPart<Uint8Array> };
  /** Those of open models, and open templates themselves: the ids of the tabs tell them apart. */
  templates: { key: string; value: StoredPart<Template> };
  diagrams: { key: string; value: StoredPart<readonly Diagram[]> };
  threats: { key: string; value: StoredPart<readonly Threat[]> };
  recent: { key: string; value: StoredRecent };
}

/** An open model as the autosave knows it: its record with what is stored in parts. */
export interface KeptModel extends Omit<StoredModel, 'rest'> {
  readonly kind: 'model';
  /** The file as it was read; null for a new model. */
  readonly original: Uint8Array | null;
  /** Null while it is the one that was read. */
  readonly edited: Model | null;
}

/** An open template as the autosave knows it: its record with what is stored in parts. */
export interface KeptTemplate extends Omit<StoredTemplate, 'edited'> {
  readonly kind: 'template';
  /** The file as it was read; null for one out of a model. */
  readonly original: Uint8Array | null;
  /** Null while it is the one that was read. */
  readonly edited: Template | null;
}

export type KeptDocument = KeptModel | KeptTemplate;
