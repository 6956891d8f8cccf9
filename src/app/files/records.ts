import type { DBSchema } from 'idb';
import type { ModelDiff, TemplateDiff } from '../../core/compare/index.ts';
import type { Diagram, ElementId, Model, Template, Threat } from '../../core/document/index.ts';
import type { Sketch } from '../../core/drawing/index.ts';
import type { Selected, Step, TemplateItem } from '../../core/edit/index.ts';
import type { Count } from '../../core/threat-list/index.ts';
import type { Piece } from '../ui/pieces.ts';

/** Where the content of a document is: a full copy, and the changes that lead on from it. */
export interface StoredContent {
  /** Number of the copy, `OLD_COPY` among them; null: the file as it was read. */
  readonly copy: number | null;
  /** Number of the first change. */
  readonly from: number;
  /** Number behind the last change. */
  readonly until: number;
}

/** Where the undo steps of a document are. Step n leads from place n to place n + 1. */
export interface StoredHistory {
  /** Number of the first step. */
  readonly from: number;
  /** Place of the document as it is: the steps before it can be undone, the others redone. */
  readonly at: number;
  /** Number behind the last step. */
  readonly until: number;
  /** Places of the document as it was read and as it was saved; null where it is not among them. */
  readonly read: number | null;
  readonly saved: number | null;
}

/** One undo step: what it changed. */
export interface StoredStep<D, S> {
  readonly label: string;
  readonly diff: D;
  readonly selected?: Selected<S>;
}

/** The copy of a document that version 4 of the database stored, in stores of its own. */
export const OLD_COPY = -1;

/** What the autosave keeps of an open document of any kind: what is small, and changes with almost every edit. */
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
  /** Absent in records of older versions. */
  readonly size?: number | null;
  readonly toldNormalises: boolean;
  readonly active: boolean;
  /** Null while it is the one that was read. */
  readonly content: StoredContent | null;
  /** Absent where no step is stored. */
  readonly history?: StoredHistory;
}

/** An open model as the autosave keeps it, beside its content. */
export interface StoredModel extends StoredFile {
  readonly diagramId: string;
  readonly noteDraft: string;
}

/** An open template as the autosave keeps it, beside its content. */
export type StoredTemplate = StoredFile;

/** An open model as versions 3 and 4 of the database keep it. */
export interface StoredModel4 extends Omit<StoredModel, 'content' | 'history'> {
  /** The model without its parts; null while it is the one that was read. */
  readonly rest: Omit<Model, 'template' | 'diagrams' | 'threats'> | null;
}

/** An open template as version 4 of the database keeps it. */
export interface StoredTemplate4 extends Omit<StoredTemplate, 'content' | 'history'> {
  /** Whether the template is stored; false while it is the one that was read. */
  readonly edited: boolean;
}

/** An open model up to version 2: the file as it was read and the document as the bytes of a file. */
export interface StoredModel2 extends Omit<StoredModel4, 'rest' | 'noteDraft'> {
  readonly original: Uint8Array | null;
  readonly current: Uint8Array | null;
}

/** A large part of an open document. */
export interface StoredPart<T> {
  /** That of its document. */
  readonly id: string;
  readonly value: T;
}

/** One piece of a full copy or of the changes that one write added. */
export interface StoredPiece {
  /** That of its document. */
  readonly id: string;
  /** Number of the copy, or of the change. */
  readonly number: number;
  /** Place among the pieces. */
  readonly part: number;
  readonly piece: Piece;
}

/** A model that was opened or saved here. */
export interface StoredRecent {
  readonly key: string;
  readonly fileName: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Where the browser can open the file again itself; otherwise `bytes` holds a copy. */
  readonly handle: FileSystemFileHandle | null;
  readonly bytes: Uint8Array | Blob | null;
  /** How many of its threats were handled then; absent of a template, and in records of older versions. */
  readonly threats?: Count;
  /** Its first diagram; absent of a template, of an empty model, and in records of older versions. */
  readonly sketch?: Sketch;
}

/** A template that was used, opened or saved here. */
export interface StoredOwnTemplate {
  /** Its id and version: of each version there is one, the last that came. */
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly fileName: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Bytes of its file, which is stored beside it. */
  readonly size: number;
}

/** What states are kept of one model, whatever its file was called meanwhile. */
export interface StoredModelHistory {
  readonly id: string;
  /** The tab that kept a state last. */
  readonly tab: string;
  /** What it was opened from and saved to, the last first. */
  readonly places: readonly {
    readonly fileName: string;
    readonly handle: FileSystemFileHandle | null;
  }[];
  /** Ids of the diagrams of the state that was kept last. */
  readonly diagrams: readonly string[];
}

/** A kept state of a model. */
export interface StoredRevision {
  /** That of its history. */
  readonly id: string;
  /** What it is known by in its history. */
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Whether a file had it: as it was saved, as it was opened before the first save; or work in between. */
  readonly kind: 'saved' | 'opened' | 'between';
  /** What a person called it; empty for one that goes when there is no more room. */
  readonly name: string;
  /** Who worked then, as the settings say; may be empty. */
  readonly who: string;
  readonly fileName: string;
  /** The SHA-256 of its file: equal states are stored once. */
  readonly file: string;
  /** Bytes of its file, and of what is stored of it. */
  readonly size: number;
  readonly packed: number;
  readonly threats: Count;
}

/** The file of kept states. */
export interface StoredRevisionFile {
  /** Its SHA-256. */
  readonly id: string;
  readonly value: Blob;
  /** Whether `value` is its GZIP. */
  readonly isPacked: boolean;
}

/**
 * Documents are stored as the plain data they are: the browser copies that many times faster than a file is written.
 * Their types, and those of changes, are therefore stored too: a change of them needs a step in `MIGRATIONS`.
 */
export interface Stores extends DBSchema {
  models: { key: string; value: StoredModel | StoredModel4 | StoredModel2 };
  openTemplates: { key: string; value: StoredTemplate | StoredTemplate4 };
  /** Files as they were read. */
  originals: { key: string; value: StoredPart<Uint8Array | Blob> };
  /** Full copies of documents. */
  copies: { key: [string, number, number]; value: StoredPiece };
  /** What changed of documents since. */
  changes: { key: [string, number, number]; value: StoredPiece };
  /** Undo steps. */
  steps: { key: [string, number, number]; value: StoredPiece };
  /** What version 4 stored of edited documents. Read until such a document is written again, never written. */
  templates: { key: string; value: StoredPart<Template> };
  diagrams: { key: string; value: StoredPart<readonly Diagram[]> };
  threats: { key: string; value: StoredPart<readonly Threat[]> };
  recent: { key: string; value: StoredRecent };
  library: { key: string; value: StoredOwnTemplate };
  libraryFiles: { key: string; value: StoredPart<Uint8Array | Blob> };
  modelHistories: { key: string; value: StoredModelHistory };
  revisions: { key: [string, number]; value: StoredRevision };
  revisionFiles: { key: string; value: StoredRevisionFile };
}

/** The history of a document, and the documents in it that are of meaning. */
export interface Steps<T, S> {
  /** The nearest step last in both. */
  readonly past: readonly Step<T, S>[];
  readonly future: readonly Step<T, S>[];
  /** What was read from its file; null for a new document. */
  readonly asRead: T | null;
  /** What was saved last; null when nothing was. */
  readonly saved: T | null;
}

/** What the autosave knows of a document of any kind, with the file that it was read from. */
export interface Kept<T, S> extends Steps<T, S> {
  /** The file as it was read; null for a new document. */
  readonly original: Uint8Array | null;
  /** Null while it is the one that was read. */
  readonly edited: T | null;
}

/** An open model as the autosave knows it. */
export interface KeptModel extends Omit<StoredModel, 'content' | 'history'>, Kept<Model, ElementId> {
  readonly kind: 'model';
}

/** An open template as the autosave knows it. */
export interface KeptTemplate
  extends Omit<StoredTemplate, 'content' | 'history'>,
    Kept<Template, TemplateItem> {
  readonly kind: 'template';
}

export type KeptDocument = KeptModel | KeptTemplate;

/** What comes back of the content of a document: a full copy or the file, and what changed since. */
export interface Restored<T, D, S> {
  readonly original: Uint8Array | null;
  /** Null where the changes lead on from the file as it was read. */
  readonly copy: T | null;
  readonly changes: readonly D[];
  /** The steps of its history, null where one cannot be read. */
  readonly steps: readonly (StoredStep<D, S> | null)[];
}

export interface RestoredModel extends StoredModel, Restored<Model, ModelDiff, ElementId> {
  readonly kind: 'model';
}

export interface RestoredTemplate extends StoredTemplate, Restored<Template, TemplateDiff, TemplateItem> {
  readonly kind: 'template';
}

/** A document as it comes back from the database. */
export type RestoredDocument = RestoredModel | RestoredTemplate;
