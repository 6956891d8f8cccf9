import type { Imported, Opened, Warning } from '../../core/codec/index.ts';
import type { DiagramId, ElementId, Model, Template, ThreatKey, TypeId } from '../../core/document/index.ts';
import type { History, TemplateItem } from '../../core/edit/index.ts';
import type { MessageCode } from '../../core/engine/index.ts';
import type { Point } from '../../core/geometry/index.ts';
import type { RefusalSaid } from '../../core/words/index.ts';
import type { FindingSaid, LossCode } from '../../core/words/later.ts';
import type { Settings } from './settings.ts';

/** What every open document has, whatever its kind. */
interface OpenFile {
  /** Our own id of the tab, kept over a reload. */
  readonly id: string;
  readonly fileName: string;
  /** Where to save in place. Only `files` knows what it is (a FileSystemFileHandle). */
  readonly place: unknown;
  readonly warnings: readonly Warning[];
  /** The user was told that saving normalises this file of another writer. */
  readonly toldNormalises: boolean;
}

/** A model open in a tab. */
export interface OpenModel extends OpenFile {
  readonly kind: 'model';
  readonly model: Model;
  readonly history: History<Model, ElementId>;
  /** The model as it was opened or last saved; null when it was never saved. */
  readonly saved: Model | null;
  /** The file as it was read: an unedited model is saved with its bytes. Null for a new model. */
  readonly opened: Extract<Opened, { format: 'tm7' }> | null;
  readonly diagramId: DiagramId;
  readonly selection: ReadonlySet<ElementId>;
  readonly selectedThreats: ReadonlySet<ThreatKey>;
  /** The threats that the last update added, until the next one. */
  readonly newThreats: ReadonlySet<ThreatKey>;
  /** The flow type that new connections get; null: the template's first. */
  readonly flowTypeId: TypeId | null;
  /** A note that is being written and not in the model yet. */
  readonly noteDraft: string;
}

/** A template open in a tab. */
export interface OpenTemplate extends OpenFile {
  readonly kind: 'template';
  readonly template: Template;
  readonly history: History<Template, TemplateItem>;
  /** The template as it was opened or last saved; null when it was never saved. */
  readonly saved: Template | null;
  /** The file as it was read: an unedited template is saved with its bytes. Null for one out of a model. */
  readonly opened: Extract<Opened, { format: 'tb7' }> | null;
  /** The stencil, category or threat type that is looked at. */
  readonly selected: TemplateItem | null;
}

/** A document open in a tab. */
export type OpenDocument = OpenModel | OpenTemplate;

/** What the pointer does on the canvas. */
export type Tool =
  | { readonly kind: 'select' }
  | { readonly kind: 'hand' }
  /** Click places this stencil; `keep` places more than one, `dragged` drops it where the drag ends. */
  | {
      readonly kind: 'place';
      readonly typeId: TypeId;
      readonly keep: boolean;
      readonly dragged?: true;
    };

/** The type of a stencil's drag onto a canvas; its data is the id of the stencil's element type. */
export const STENCIL_MIME = 'application/x-trustline-stencil';

export type View = 'diagram' | 'threats' | 'report';

/** A model that is not open, or another state of one that is, and what it is called. */
export interface OtherModel {
  readonly name: string;
  readonly model: Model;
}

/** A file of another program as it was read. */
export interface ForeignFile {
  /** Tells it from another one of that name. */
  readonly id: string;
  readonly name: string;
  readonly imported: Imported;
}

/** Where a text of another program goes: the tab of the model, the diagram, the middle of what it becomes. */
export interface OtherPlace {
  readonly model: string;
  readonly diagram: DiagramId;
  readonly at: Point;
}

/** A page of the help. */
export type HelpPage = 'guide' | 'glossary' | 'news' | 'about';

/** Something that is wrong, by its code; `app/help/explained.ts` has the place of the help that explains it. */
export type Wrong =
  | `message:${MessageCode}`
  | `refusal:${RefusalSaid['cause']}`
  | `finding:${FindingSaid['code']}`
  | `loss:${LossCode}`
  | `choice:${'upgrade' | 'list' | 'merge' | 'misfit' | 'question' | 'refused' | 'paste'}`
  | `field:${'value' | 'picture' | 'risk' | 'search'}`
  | `reader:${'repaired' | 'rewrites'}`
  | `fault:${'not-saved' | 'not-stored' | 'not-restored' | 'not-fetched' | 'not-opened' | 'not-made' | 'stopped'}`
  | `fault:${'clipboard' | 'crossings' | 'history' | 'off'}`;

/** What the help is opened at: a page, a heading of it by its id, or what explains something that is wrong. */
export type HelpTopic = HelpPage | `${HelpPage}#${string}` | Wrong;

/** One dialog at a time. A feature adds its own kind here and shows it in its own component. */
export type Dialog =
  | { readonly kind: 'commands'; readonly query?: string }
  | { readonly kind: 'shortcuts' }
  /** What to do on an empty diagram. */
  | { readonly kind: 'first-steps' }
  | { readonly kind: 'help'; readonly at: HelpTopic }
  | { readonly kind: 'settings' }
  | { readonly kind: 'new-model' }
  /** The choice of a template: another one for the model in front, or one to be edited. */
  | { readonly kind: 'choose-template'; readonly purpose: 'change' | 'open' | 'merge' }
  /** What a model, by its tab, would become on it. */
  | { readonly kind: 'change-template'; readonly model: string; readonly template: Template }
  /** What a template, by its tab, and another one have of their own; `base`: a version that both come from. */
  | {
      readonly kind: 'merge-template';
      readonly into: string;
      readonly template: Template;
      readonly base: Template | null;
    }
  /** Another descendant of one model to be merged into this one, by its tab. */
  | { readonly kind: 'merge-models'; readonly model: string }
  /** What comes of files of other programs, one after the other. */
  | { readonly kind: 'import-files'; readonly files: readonly ForeignFile[] }
  /** The model in front as a file of another program. */
  | { readonly kind: 'export-as' }
  /** What the model in front is to be compared with. */
  | { readonly kind: 'compare-with' }
  /** A model, by its tab, beside another one that is only looked at. */
  | {
      readonly kind: 'compare';
      readonly model: string;
      readonly other: OtherModel;
    }
  /** The states that are kept of a model, by its tab. */
  | { readonly kind: 'history'; readonly model: string }
  | { readonly kind: 'custom-threat'; readonly flowId: ElementId }
  /** The interaction that threats of one's own go to. */
  | { readonly kind: 'move-threats'; readonly keys: readonly ThreatKey[] }
  /** Which properties of risks the threats of the model have. */
  | { readonly kind: 'risk-properties' }
  | { readonly kind: 'update-threats' }
  | { readonly kind: 'import-list' }
  /** What the selected threats get together, texts to find and replace, and the views that are kept. */
  | { readonly kind: 'edit-threats' | 'replace-justifications' | 'threat-views' }
  | {
      readonly kind: 'confirm';
      readonly title: string;
      readonly text: string;
      readonly confirmLabel: string;
      readonly danger?: boolean;
      /** What of the help explains it. */
      readonly wrong?: HelpTopic;
      readonly onConfirm: () => void;
      /** A third way, such as "Don't save". */
      readonly otherLabel?: string;
      readonly onOther?: () => void;
    };

/** An undo step of an open document. */
export interface StepOf<D extends OpenDocument = OpenDocument> {
  /** Id of the document's tab. */
  readonly document: string;
  /** The very record in its history. */
  readonly step: D['history']['past'][number];
}

/** A short message at the edge of the screen. */
export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'success' | 'warning' | 'error';
  readonly text: string;
  /** More lines, such as the warnings of a file with their places. */
  readonly details?: readonly string[];
  /** What of the help explains it. */
  readonly wrong?: HelpTopic;
  /** How far what it tells of is, from 0 to 1; stays until that is done. */
  readonly progress?: number;
  readonly action?: NoticeAction;
  /** Another way out. */
  readonly otherAction?: NoticeAction;
  /** Whether what it offers still makes sense; it goes when that is over. */
  readonly holds?: (documents: readonly OpenDocument[]) => boolean;
  /** The step that it is about: it can be undone here while it is the last, and the notice goes with it. */
  readonly undoes?: StepOf;
}

/** What is said in a notice: of all that is wrong the help has an explanation. */
export type Said = Omit<Notice, 'id'> &
  ({ readonly tone: 'error' | 'warning'; readonly wrong: HelpTopic } | { readonly tone: 'info' | 'success' });

export interface SessionState {
  readonly documents: readonly OpenDocument[];
  /** Null shows the start page. */
  readonly activeId: string | null;
  readonly view: View;
  readonly presenting: boolean;
  readonly tool: Tool;
  readonly dialog: Dialog | null;
  /** What the help explains above the dialog, which goes on behind it. */
  readonly explaining: HelpTopic | null;
  /** The step of the tour that is under way, from 0. */
  readonly tour: number | null;
  readonly notices: readonly Notice[];
  /** Said to screen readers after an edit. */
  readonly announcement: { readonly text: string; readonly nonce: number };
  /** The element whose name is edited in place on the canvas. */
  readonly renaming: ElementId | null;
  /** The canvas brings these into view when the nonce changes. */
  readonly reveal: { readonly ids: readonly ElementId[]; readonly nonce: number } | null;
  readonly settings: Settings;
}
