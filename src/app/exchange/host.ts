import type { Imported } from '../../core/codec/index.ts';
import type { Template } from '../../core/document/index.ts';
import type { LayoutEngine } from '../../core/session/index.ts';

/** A template that can be chosen. */
export interface TemplateChoice {
  readonly id: string;
  readonly label: string;
  /** Whether it comes with the app. */
  readonly isOurs: boolean;
  /** The template; null when it cannot be had. Never rejects. */
  readonly read: () => Promise<Template | null>;
}

/** What imports need of the other features. */
export interface Host {
  readonly templates: () => Promise<readonly TemplateChoice[]>;
  /** A file name that no tab has. */
  readonly freeName: (stem: string, ending: string) => string;
  /** A layout rejects, and is stopped, once it is no longer wanted. */
  readonly engine: (isWanted: () => boolean) => Promise<LayoutEngine>;
}

/** What pasting needs of them. */
export interface PasteHost extends Pick<Host, 'engine'> {
  /** Reads a file of another program beside the page; null where the bytes are none. */
  readonly read: (bytes: Uint8Array) => Promise<Imported | null>;
}
