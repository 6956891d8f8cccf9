import { createStore } from 'zustand/vanilla';
import { deepFreeze } from '../../core/base/index.ts';
import type { Opened } from '../../core/codec/index.ts';
import {
  type Diagram,
  type DiagramId,
  describeElement,
  type ElementId,
  findElement,
  inWords,
  type Model,
  type ThreatKey,
  type TypeId,
} from '../../core/document/index.ts';
import {
  type Author,
  type Edited,
  emptyHistory,
  formatDateTime,
  record,
  redo,
  seal,
  undo,
} from '../../core/edit/index.ts';
import { applyEdit } from '../../core/session/index.ts';
import { words as coreWords } from '../../core/words/index.ts';
import { words } from '../words/index.ts';
import { browserEnvironment, type Environment } from './environment.ts';
import { DEFAULT_SETTINGS, loadSettings, type Settings, storeSettings } from './settings.ts';
import type { Dialog, Notice, OpenModel, SessionState, StepOf, Tool, View } from './state.ts';

/** Undefined where there is none (Node), or where the user forbids it: naming it throws then. */
function browserStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
const storage = browserStorage();

/** The one store. The document changes only through `commit`, `undoEdit` and `redoEdit` below. */
export const session = createStore<SessionState>(() => ({
  models: [],
  activeId: null,
  view: 'diagram',
  presenting: false,
  tool: { kind: 'select' },
  dialog: null,
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
const NOBODY = 'Trustline';

/** Who edits and when, as the files store it (`ChangedBy`, `ModifiedAt`, notes). */
export function author(): Author {
  const { settings } = session.getState();
  const now = formatDateTime(environment.now(), environment.utcOffsetMinutes());
  return { name: settings.author || NOBODY, now };
}

// ---- reading

/** The open model in front, or null on the start page. */
export function activeModel(state: SessionState = session.getState()): OpenModel | null {
  return state.models.find((open) => open.id === state.activeId) ?? null;
}

/** The diagram in front of the open model in front. */
export function activeDiagram(state: SessionState = session.getState()): Diagram | null {
  const open = activeModel(state);
  return open?.model.diagrams.find((diagram) => diagram.id === open.diagramId) ?? null;
}

/** Whether the model has edits that no file holds. */
export function isUnsaved(open: OpenModel): boolean {
  return open.model !== open.saved;
}

// ---- models in tabs

function patch(id: string, change: Partial<OpenModel>): void {
  session.setState((state) => ({
    models: state.models.map((open) => (open.id === id ? { ...open, ...change } : open)),
  }));
}

/** Changes what is not the document: where it is saved, what the user was told, a note being written. */
export function updateModel(
  id: string,
  change: Partial<
    Pick<OpenModel, 'fileName' | 'saved' | 'opened' | 'place' | 'toldNormalises' | 'noteDraft' | 'newThreats'>
  >,
): void {
  // What was saved is a stop of undo.
  if (change.saved !== undefined) endStep(id);
  patch(id, change);
}

/**
 * Ends the undo step of a model that typing or nudging would go on with: the field was left, the model is being
 * saved, something else is looked at. The model in front when none is named.
 */
export function endStep(id: string | null = session.getState().activeId): void {
  const open = session.getState().models.find((one) => one.id === id);
  if (open === undefined) return;
  const history = seal(open.history);
  if (history !== open.history) patch(open.id, { history });
}

export interface OpenRequest {
  readonly id?: string;
  readonly fileName: string;
  readonly model: Model;
  readonly opened?: Extract<Opened, { format: 'tm7' }> | null;
  readonly place?: unknown;
  /** Null: never saved, so it counts as unsaved. */
  readonly saved?: Model | null;
}

/** Opens a model in a new tab, in front, with its first diagram. Returns the tab's id. */
export function openModel(request: OpenRequest): string {
  const id = request.id ?? newGuid();
  const first = request.model.diagrams[0];
  const open: OpenModel = {
    id,
    fileName: request.fileName,
    model: request.model,
    history: emptyHistory,
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
  };
  endStep();
  session.setState((state) => ({
    models: [...state.models, open],
    activeId: id,
    view: 'diagram',
    tool: { kind: 'select' },
    renaming: null,
    dialog: null,
  }));
  return id;
}

/** Closes a tab without asking; the neighbour comes to the front. */
export function closeModel(id: string): void {
  session.setState((state) => {
    const index = state.models.findIndex((open) => open.id === id);
    const models = state.models.filter((open) => open.id !== id);
    const neighbour = models[Math.min(index, models.length - 1)]?.id ?? null;
    return { models, activeId: state.activeId === id ? neighbour : state.activeId, renaming: null };
  });
}

/** Brings a tab to the front; null shows the start page. */
export function activateModel(id: string | null): void {
  endStep();
  session.setState({ activeId: id, renaming: null, tool: { kind: 'select' } });
}

// ---- the one door to the document

export interface CommitOptions {
  /** Steps that follow each other with the same key become one, such as typing in one field. */
  readonly mergeKey?: string;
  /** Milliseconds: a later step starts anew even with the same key, as after a pause in moving by keys. */
  readonly mergeWithin?: number;
  /** The tab of the model to change, for what was asked of it before another came to the front. */
  readonly model?: string;
}

/** What a commit came to. */
export interface Committed<E extends Edited> {
  /** The recorded step; null when the document is as it was. */
  readonly step: StepOf | null;
  /** What the command answered, when it answered more than a document. */
  readonly answer: E | null;
}

/** When a step was last recorded, in milliseconds since the epoch. */
let lastStepAt = 0;

/**
 * Applies a command to the model in front, brings its threats up to date and records both as one undo step. Selects,
 * shows and says what the command answers; the label when it says nothing. A command that returns the same document
 * leaves no step, and only what it says is heard.
 */
export function commit<E extends Edited = Edited>(
  label: string,
  command: (model: Model) => Model | E,
  options: CommitOptions = {},
): Committed<E> {
  const { models, activeId } = session.getState();
  const wanted = options.model ?? activeId;
  const open = models.find((one) => one.id === wanted);
  if (open === undefined) return { step: null, answer: null };
  const before = open.model;
  const { model: after, answer } = applyEdit(before, command);
  if (after === before) {
    if (answer?.said !== undefined) announce(answer.said);
    return { step: null, answer };
  }
  if (import.meta.env?.DEV) deepFreeze(after);
  const shown = valid({ ...open, model: after, ...answered(open, after, answer) });
  const now = environment.now();
  const paused = options.mergeWithin !== undefined && now - lastStepAt > options.mergeWithin;
  lastStepAt = now;
  // The saved document is a stop of undo, however it became the saved one.
  const past = paused || open.saved === before ? seal(open.history) : open.history;
  const history = record(past, label, before, after, options.mergeKey, {
    before: [...open.selection],
    after: [...shown.selection],
  });
  patch(open.id, { model: after, history, ...shown });
  if (shown.diagramId !== open.diagramId) session.setState({ renaming: null });
  announce(answer?.said ?? label);
  const last = history.past.at(-1);
  return { step: last?.after === after ? { model: open.id, step: last } : null, answer };
}

/** What a command wants to be looked at: another diagram, or elements of the one that is shown. */
function answered(
  { diagramId, selection }: OpenModel,
  after: Model,
  answer: Edited | null,
): Pick<OpenModel, 'diagramId' | 'selection'> {
  const show = answer?.show ?? diagramId;
  const diagram = after.diagrams.find(({ id }) => id === show);
  const here = (answer?.select ?? []).filter(
    (id) => diagram !== undefined && findElement(diagram, id) !== undefined,
  );
  if (here.length > 0) return { diagramId: show, selection: new Set(here) };
  return { diagramId: show, selection: show === diagramId ? selection : new Set() };
}

/** Whether undo would take back this very step: its model is in front and nothing followed it. */
export function isLastStep({ model, step }: StepOf, state: SessionState = session.getState()): boolean {
  const open = activeModel(state);
  return open?.id === model && open.history.past.at(-1) === step;
}

/** Takes back this very step, or nothing when it is not the last one. */
export function undoStep(of: StepOf): void {
  if (isLastStep(of)) undoEdit();
}

/** Undo never computes an inverse: it puts the recorded document back. */
export function undoEdit(): void {
  step(undo, 'Undid');
}

export function redoEdit(): void {
  step(redo, 'Redid');
}

function step(move: typeof undo, verb: string): void {
  const open = activeModel();
  if (open === null) return;
  const moved = move(open.history);
  if (moved === null) return;
  const changed = changedDiagram(open, moved.model);
  const shown = valid({
    ...open,
    model: moved.model,
    diagramId: changed ?? open.diagramId,
    // A step that changed no diagram (a note, the state of a threat) says nothing about what is selected.
    selection: changed === null || moved.selected === undefined ? open.selection : new Set(moved.selected),
  });
  patch(open.id, { model: moved.model, history: moved.history, ...shown });
  if (shown.diagramId !== open.diagramId) session.setState({ renaming: null });
  const now = changed === null ? '' : selectionInWords();
  announce(`${verb} ${inSentence(moved.label)}${now === '' ? '' : `: ${now}`}`);
}

/** A label behind a verb: its first word in lower case, unless it is an abbreviation. Names stay as they are. */
const inSentence = (label: string): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/** Where undo shows what it did: the diagram in front when it changed, else the one that did; null when none did. */
function changedDiagram({ model: before, diagramId }: OpenModel, after: Model): DiagramId | null {
  const known = new Set(before.diagrams);
  const changed = after.diagrams.filter((diagram) => !known.has(diagram));
  return changed.some(({ id }) => id === diagramId) ? diagramId : (changed[0]?.id ?? null);
}

/** The parts of the view that still fit the document: gone elements, threats and diagrams leave it. */
function valid(open: OpenModel): Pick<OpenModel, 'diagramId' | 'selection' | 'selectedThreats'> {
  const { diagrams, threats } = open.model;
  const diagram = diagrams.find((candidate) => candidate.id === open.diagramId) ?? diagrams[0];
  const alive = new Set<ElementId>();
  for (const element of [...(diagram?.shapes ?? []), ...(diagram?.lines ?? [])]) alive.add(element.id);
  const keys = new Set(threats.map((threat) => threat.key));
  return {
    diagramId: diagram?.id ?? open.diagramId,
    selection: keep(open.selection, alive),
    selectedThreats: keep(open.selectedThreats, keys),
  };
}

/** The same set when nothing is dropped, so that views do not redraw. */
function keep<T>(set: ReadonlySet<T>, alive: ReadonlySet<T>): ReadonlySet<T> {
  const kept = [...set].filter((item) => alive.has(item));
  return kept.length === set.size ? set : new Set(kept);
}

// ---- what is looked at

/** What is selected, as a text: one element by its name and place, several by their number; empty for nothing. */
export function selectionInWords(): string {
  const open = activeModel();
  const diagram = activeDiagram();
  if (open === null || diagram === null || open.selection.size === 0) return '';
  const [first] = open.selection;
  const only = open.selection.size === 1 && first !== undefined ? findElement(diagram, first) : undefined;
  if (only === undefined) return coreWords.counts.elements(open.selection.size);
  return inWords(describeElement(diagram, only, open.model.template));
}

export function select(ids: Iterable<ElementId>): void {
  const open = activeModel();
  if (open === null) return;
  const next = new Set(ids);
  if (next.size === open.selection.size && [...next].every((id) => open.selection.has(id))) return;
  endStep();
  patch(open.id, { selection: next });
}

export function selectThreats(keys: Iterable<ThreatKey>): void {
  const open = activeModel();
  if (open === null) return;
  const next = new Set(keys);
  if (next.size !== open.selectedThreats.size || [...next].some((key) => !open.selectedThreats.has(key)))
    endStep();
  patch(open.id, { selectedThreats: next });
}

export function showDiagram(id: DiagramId): void {
  const open = activeModel();
  if (open === null || open.diagramId === id) return;
  endStep();
  patch(open.id, { diagramId: id, selection: new Set() });
  session.setState({ renaming: null });
}

/** Goes to elements of any diagram of the model in front, selects them and brings them into view. */
export function reveal(diagram: DiagramId, ids: readonly ElementId[]): void {
  showDiagram(diagram);
  select(ids);
  session.setState((state) => ({ view: 'diagram', reveal: { ids, nonce: (state.reveal?.nonce ?? 0) + 1 } }));
  announce(selectionInWords() || words.commands.palette.showing({ diagram: activeDiagram()?.header ?? '' }));
}

export function setFlowType(id: TypeId | null): void {
  const open = activeModel();
  if (open !== null) patch(open.id, { flowTypeId: id });
}

export function setView(view: View): void {
  endStep();
  session.setState({ view, renaming: null });
}
export const setTool = (tool: Tool): void => session.setState({ tool });
export const setDialog = (dialog: Dialog | null): void => session.setState({ dialog });
export const setRenaming = (renaming: ElementId | null): void => session.setState({ renaming });
export const setPresenting = (presenting: boolean): void => session.setState({ presenting });

/** Changes settings and remembers them on this machine. */
export function changeSettings(change: Partial<Settings>): void {
  const settings = { ...session.getState().settings, ...change };
  session.setState({ settings });
  if (storage !== undefined) storeSettings(storage, settings);
}

// ---- telling the user

/** Says something to screen readers. */
export function announce(text: string): void {
  session.setState((state) => ({ announcement: { text, nonce: state.announcement.nonce + 1 } }));
}

let nextNotice = 1;

/** Shows a short message; returns its id. */
export function notify(notice: Omit<Notice, 'id'>): number {
  const id = nextNotice++;
  session.setState((state) => ({ notices: [...state.notices, { ...notice, id }].slice(-4) }));
  return id;
}

export function dismissNotice(id: number): void {
  session.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }));
}

// A notice about a step goes with it: undone, dropped from the history, or its model closed.
session.subscribe((state, before) => {
  if (state.models === before.models) return;
  const holds = ({ model, step }: StepOf): boolean =>
    state.models.some((open) => open.id === model && open.history.past.includes(step));
  const notices = state.notices.filter(({ undoes }) => undoes === undefined || holds(undoes));
  if (notices.length < state.notices.length) session.setState({ notices });
});
