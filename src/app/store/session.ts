import { createStore } from 'zustand/vanilla';
import { assertNever } from '../../core/base/index.ts';
import type { Diagram, Model, Template } from '../../core/document/index.ts';
import { type Author, formatDateTime } from '../../core/edit/index.ts';
import { browserEnvironment, type Environment } from './environment.ts';
import { DEFAULT_SETTINGS, loadSettings, type Settings, storeSettings } from './settings.ts';
import type { OpenDocument, OpenModel, OpenTemplate, SessionState } from './state.ts';

/** Undefined where there is none (Node), or where the user forbids it: naming it throws then. */
function browserStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
const storage = browserStorage();

/** The one store. Documents change only through `commit`, `commitTemplate`, `undoEdit` and `redoEdit`. */
export const session = createStore<SessionState>(() => ({
  documents: [],
  activeId: null,
  view: 'diagram',
  presenting: false,
  tool: { kind: 'select' },
  dialog: null,
  explaining: null,
  tour: null,
  notices: [],
  announcement: { text: '', nonce: 0 },
  renaming: null,
  reveal: null,
  settings: storage === undefined ? DEFAULT_SETTINGS : loadSettings(storage),
}));

let environment: Environment = browserEnvironment;

/** Replaces the outside world, for tests. */
export function setEnvironment(next: Environment): void {
  environment = next;
}

/** A fresh guid from the environment. */
export const newGuid = (): string => environment.newGuid();

/** What files say of who edited while no name is set; not translated, as it is stored. */
export const NOBODY = 'Trustline';

/** Who edits and when, as the files store it (`ChangedBy`, `ModifiedAt`, notes). */
export function author(): Author {
  const { settings } = session.getState();
  const now = formatDateTime(environment.now(), environment.utcOffsetMinutes());
  return { name: settings.author || NOBODY, now };
}
/** The time now, in milliseconds since the epoch, from the environment. */
export const now = (): number => environment.now();

/** Changes settings and remembers them on this machine. */
export function changeSettings(change: Partial<Settings>): void {
  const settings = { ...session.getState().settings, ...change };
  session.setState({ settings });
  if (storage !== undefined) storeSettings(storage, settings);
}

/** The open document in front, or null on the start page. */
export function activeDocument(state: SessionState = session.getState()): OpenDocument | null {
  return state.documents.find((open) => open.id === state.activeId) ?? null;
}

/** The open model in a tab; null when there is no such tab, or another kind of document in it. */
export function modelIn(tab: string | null, state: SessionState = session.getState()): OpenModel | null {
  const open = state.documents.find(({ id }) => id === tab);
  return open?.kind === 'model' ? open : null;
}

/** The open model in front, or null when a template or the start page is. */
export function activeModel(state: SessionState = session.getState()): OpenModel | null {
  const open = activeDocument(state);
  return open?.kind === 'model' ? open : null;
}

/** The open template in front, or null when a model or the start page is. */
export function activeTemplate(state: SessionState = session.getState()): OpenTemplate | null {
  const open = activeDocument(state);
  return open?.kind === 'template' ? open : null;
}

/** The diagram in front of the open model in front. */
export function activeDiagram(state: SessionState = session.getState()): Diagram | null {
  const open = activeModel(state);
  return open?.model.diagrams.find((diagram) => diagram.id === open.diagramId) ?? null;
}

/** What a tab holds, as it is now. */
export function contentOf(open: OpenDocument): Model | Template {
  switch (open.kind) {
    case 'model':
      return open.model;
    case 'template':
      return open.template;
    default:
      return assertNever(open);
  }
}

/** Whether a document has edits that no file holds. */
export const isUnsaved = (open: OpenDocument): boolean => contentOf(open) !== open.saved;

function replace(id: string, next: (open: OpenDocument) => OpenDocument): void {
  session.setState((state) => ({
    documents: state.documents.map((open) => (open.id === id ? next(open) : open)),
  }));
}

/** Changes an open model; nothing when that tab holds none. For the files of this folder only. */
export function patchModel(id: string, change: Partial<OpenModel>): void {
  replace(id, (open) => (open.kind === 'model' ? { ...open, ...change } : open));
}

/** Changes an open template; nothing when that tab holds none. For the files of this folder only. */
export function patchTemplate(id: string, change: Partial<OpenTemplate>): void {
  replace(id, (open) => (open.kind === 'template' ? { ...open, ...change } : open));
}
