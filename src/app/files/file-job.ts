import type { Fidelity, Imported, Opened, ReadError, Warning } from '../../core/codec/index.ts';
import type { Model, Template } from '../../core/document/index.ts';
import type { RefusalSaid } from '../../core/words/index.ts';
import { joined, type Piece } from '../ui/pieces.ts';

/** A document and the format of its file. */
export type Content =
  | { readonly format: 'tm7'; readonly model: Model }
  | { readonly format: 'tb7'; readonly template: Template };

/** What a file has to hold; `any`: what its content says; `foreign`: that, or a file of another program. */
export type Wanted = 'any' | 'foreign' | 'model' | 'template';

/**
 * What is asked about one file. What is to be written comes before the question, in pieces of its `Content`. What was
 * read is asked for piece by piece, and how exactly it was read when there is time: on few cores the page would wait for
 * a worker that works ahead.
 */
export type FileQuestion =
  | { readonly kind: 'read'; readonly file: Blob; readonly name: string; readonly as: Wanted }
  | { readonly kind: 'next' }
  | { readonly kind: 'prove' }
  | { readonly kind: 'piece'; readonly piece: Piece }
  | { readonly kind: 'write' };

/** What is answered. A document that was read comes in pieces of its `Content`. */
export type FileAnswer =
  | { readonly kind: 'progress' /** From 0 to 1. */; readonly share: number }
  | { readonly kind: 'refused'; readonly error: ReadError }
  | { readonly kind: 'piece'; readonly piece: Piece }
  | {
      readonly kind: 'read';
      readonly warnings: readonly Warning[];
      /** The bytes that were read. */
      readonly source: Blob;
    }
  /** A piece has come. */
  | { readonly kind: 'taken' }
  /** A file of another program; it came in pieces, too. */
  | { readonly kind: 'imported' }
  | { readonly kind: 'proven'; readonly fidelity: Fidelity }
  | { readonly kind: 'written'; readonly written: Written }
  | { readonly kind: 'failed'; readonly cause: string };

/** The bytes of a document, or why they could not be opened again as what they were written from. */
export type Written =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** The same bytes. */
      readonly blob: Blob;
    }
  | { readonly ok: false; readonly fault: RefusalSaid };

/** The content of a file that was read. */
export const contentOfFile = (opened: Opened): Content =>
  opened.format === 'tm7'
    ? { format: 'tm7', model: opened.model }
    : { format: 'tb7', template: opened.template };

/** What was cut into pieces at the other end, which is this program too: what comes is what was sent. */
export const assembled = <T extends Content | Imported = Content>(pieces: readonly Piece[]): T =>
  joined(pieces) as T;
