import { assertNever } from '../../core/base/index.ts';
import type { Opened } from '../../core/codec/index.ts';
import type { DiagramId, Model, Template } from '../../core/document/index.ts';
import { emptyHistory, seal } from '../../core/edit/index.ts';
import { newGuid, patchModel, patchTemplate, session } from './session.ts';
import type { OpenDocument, OpenModel, OpenTemplate } from './state.ts';

/** What is not the content of a document and may be changed at any time, of both kinds. */
type Kept = 'fileName' | 'saved' | 'opened' | 'place' | 'toldNormalises';

/** Changes what is not the model: where it is saved, what the user was told, a note being written. */
export function updateModel(
  id: string,
  change: Partial<Pick<OpenModel, Kept | 'noteDraft' | 'newThreats'>>,
): void {
  // What was saved is a stop of undo.
  if (change.saved !== undefined) endStep(id);
  patchModel(id, change);
}

/** Changes what is not the template: where it is saved, what the user was told. */
export function updateTemplate(id: string, change: Partial<Pick<OpenTemplate, Kept>>): void {
  if (change.saved !== undefined) endStep(id);
  patchTemplate(id, change);
}

/**
 * Ends the undo step of a document that typing or nudging would go on with: the field was left, the document is being
 * saved, something else is looked at. The document in front when none is named.
 */
export function endStep(id: string | null = session.getState().activeId): void {
  const open = session.getState().documents.find((one) => one.id === id);
  if (open === undefined) return;
  switch (open.kind) {
    case 'model': {
      const history = seal(open.history);
      if (history !== open.history) patchModel(open.id, { history });
      return;
    }
    case 'template': {
      const history = seal(open.history);
      if (history !== open.history) patchTemplate(open.id, { history });
      return;
    }
    default:
      assertNever(open);
  }
}

export interface OpenRequest {
  readonly id?: string;
  readonly fileName: string;
  readonly model: Model;
  readonly opened?: Extract<Opened, { format: 'tm7' }> | null;
  readonly place?: unknown;
  /** Null: never saved, so it counts as unsaved. */
  readonly saved?: Model | null;
  /** Steps that led to the model, when it comes back. */
  readonly history?: OpenModel['history'];
}

/** Opens a model in a new tab, in front, with its first diagram. Returns the tab's id. */
export function openModel(request: OpenRequest): string {
  const id = request.id ?? newGuid();
  const first = request.model.diagrams[0];
  toFront({
    kind: 'model',
    id,
    fileName: request.fileName,
    model: request.model,
    history: request.history ?? emptyHistory,
    saved: request.saved === undefined ? request.model : request.saved,
    opened: request.opened ?? null,
    place: request.place ?? null,
    warnings: request.opened?.warnings ?? [],
    toldNormalises: false,
    diagramId: first?.id ?? ('' as DiagramId),
    selection: new Set(),
    selectedThreats: new Set(),
    newThreats: new Set(),
    flowTypeId: null,
    noteDraft: '',
  });
  session.setState({ view: 'diagram' });
  return id;
}

export interface OpenTemplateRequest {
  readonly id?: string;
  readonly fileName: string;
  readonly template: Template;
  readonly opened?: Extract<Opened, { format: 'tb7' }> | null;
  readonly place?: unknown;
  /** Null: never saved, so it counts as unsaved. */
  readonly saved?: Template | null;
  /** Steps that led to the template, when it comes back. */
  readonly history?: OpenTemplate['history'];
}

/** Opens a template in a new tab, in front. Returns the tab's id. */
export function openTemplate(request: OpenTemplateRequest): string {
  const id = request.id ?? newGuid();
  toFront({
    kind: 'template',
    id,
    fileName: request.fileName,
    template: request.template,
    history: request.history ?? emptyHistory,
    saved: request.saved === undefined ? request.template : request.saved,
    opened: request.opened ?? null,
    place: request.place ?? null,
    warnings: request.opened?.warnings ?? [],
    toldNormalises: false,
    selected: null,
  });
  return id;
}

function toFront(open: OpenDocument): void {
  endStep();
  session.setState((state) => ({
    documents: [...state.documents, open],
    activeId: open.id,
    tool: { kind: 'select' },
    renaming: null,
    // Files that still wait to be asked about are not forgotten for one that came.
    dialog: state.dialog?.kind === 'import-files' ? state.dialog : null,
  }));
}

/** Closes a tab without asking; the neighbour comes to the front. */
export function closeDocument(id: string): void {
  session.setState((state) => {
    const index = state.documents.findIndex((open) => open.id === id);
    const documents = state.documents.filter((open) => open.id !== id);
    const neighbour = documents[Math.min(index, documents.length - 1)]?.id ?? null;
    return { documents, activeId: state.activeId === id ? neighbour : state.activeId, renaming: null };
  });
}

/** Brings a tab to the front; null shows the start page. */
export function activateDocument(id: string | null): void {
  endStep();
  session.setState({ activeId: id, renaming: null, tool: { kind: 'select' } });
}
