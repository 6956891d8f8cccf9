import { assertNever, deepFreeze } from '../../core/base/index.ts';
import {
  type DiagramId,
  type ElementId,
  findElement,
  type Model,
  type Template,
  type Threat,
  type ThreatKey,
} from '../../core/document/index.ts';
import {
  type Edited,
  type EditedTemplate,
  type History,
  hasItem,
  type Moved,
  record,
  redo,
  type Selected,
  seal,
  type TemplateItem,
  undo,
} from '../../core/edit/index.ts';
import { applyEdit } from '../../core/session/index.ts';
import { selectionInWords } from './looking.ts';
import { activeDocument, activeTemplate, now, patchModel, patchTemplate, session } from './session.ts';
import type { OpenModel, OpenTemplate, SessionState, StepOf } from './state.ts';
import { announce } from './telling.ts';

export interface CommitOptions {
  /** Steps that follow each other with the same key become one, such as typing in one field. */
  readonly mergeKey?: string;
  /** Milliseconds: a later step starts anew even with the same key, as after a pause in moving by keys. */
  readonly mergeWithin?: number;
  /** The tab of the model to change, for what was asked of it before another came to the front. */
  readonly model?: string;
  /** `keep`: the threats are what the command left, not what follows from the diagrams. */
  readonly threats?: 'follow' | 'keep';
}

/** What a commit came to. */
export interface Committed<E extends Edited> {
  /** The recorded step; null when the document is as it was. */
  readonly step: StepOf<OpenModel> | null;
  /** What the command answered, when it answered more than a document. */
  readonly answer: E | null;
}

/** When a step was last recorded, in milliseconds since the epoch. */
let lastStepAt = 0;

/** The history of a document after a step that has just been made. */
function withStep<T, S>(
  { history, saved }: { readonly history: History<T, S>; readonly saved: T | null },
  step: { readonly label: string; readonly before: T; readonly after: T; readonly selected: Selected<S> },
  { mergeKey, mergeWithin }: CommitOptions,
): History<T, S> {
  const at = now();
  const paused = mergeWithin !== undefined && at - lastStepAt > mergeWithin;
  lastStepAt = at;
  // The saved document is a stop of undo, however it became the saved one.
  const past = paused || saved === step.before ? seal(history) : history;
  return record(past, step.label, step.before, step.after, mergeKey, step.selected);
}

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
  const { documents, activeId } = session.getState();
  const wanted = options.model ?? activeId;
  const open = documents.find((one) => one.id === wanted);
  if (open?.kind !== 'model') return { step: null, answer: null };
  const before = open.model;
  const { model: after, answer } = applyEdit(before, command, options.threats);
  if (after === before) {
    if (answer?.said !== undefined) announce(answer.said);
    return { step: null, answer };
  }
  if (import.meta.env?.DEV) deepFreeze(after);
  const shown = valid({ ...open, model: after, ...answered(open, after, answer) });
  const selected = { before: [...open.selection], after: [...shown.selection] };
  const history = withStep(open, { label, before, after, selected }, options);
  patchModel(open.id, { model: after, history, ...shown });
  if (shown.diagramId !== open.diagramId) session.setState({ renaming: null });
  announce(answer?.said ?? label);
  const last = history.past.at(-1);
  return { step: last?.after === after ? { document: open.id, step: last } : null, answer };
}

/**
 * Applies a command to the template in front and records it as one undo step; false when it changes nothing. Selects
 * what the command answers; the label is said.
 */
export function commitTemplate(
  label: string,
  command: (template: Template) => Template | EditedTemplate,
  options: Omit<CommitOptions, 'model' | 'threats'> = {},
): boolean {
  const open = activeTemplate();
  if (open === null) return false;
  const before = open.template;
  const answer = command(before);
  const { value: after, select }: EditedTemplate = 'value' in answer ? answer : { value: answer };
  if (after === before) return false;
  if (import.meta.env?.DEV) deepFreeze(after);
  const selected = select ?? alive(after, open.selected);
  const history = withStep(
    open,
    { label, before, after, selected: { before: listed(open.selected), after: listed(selected) } },
    options,
  );
  patchTemplate(open.id, { template: after, history, selected });
  announce(label);
  return true;
}

const listed = <T>(item: T | null): readonly T[] => (item === null ? [] : [item]);

/** The selection when the template still has it. */
const alive = (template: Template, selected: TemplateItem | null): TemplateItem | null =>
  selected !== null && hasItem(template, selected) ? selected : null;

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

/** Whether undo would take back this very step: its document is in front and nothing followed it. */
export function isLastStep({ document, step }: StepOf, state: SessionState = session.getState()): boolean {
  const open = activeDocument(state);
  return open?.id === document && open.history.past.at(-1) === step;
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
  const open = activeDocument();
  if (open === null) return;
  switch (open.kind) {
    case 'model':
      stepModel(open, move(open.history), verb);
      return;
    case 'template':
      stepTemplate(open, move(open.history), verb);
      return;
    default:
      assertNever(open);
  }
}

function stepModel(open: OpenModel, moved: Moved<Model, ElementId> | null, verb: string): void {
  if (moved === null) return;
  const changed = changedDiagram(open, moved.value);
  const shown = valid({
    ...open,
    model: moved.value,
    diagramId: changed ?? open.diagramId,
    // A step that changed no diagram (a note, the state of a threat) says nothing about what is selected.
    selection: changed === null || moved.selected === undefined ? open.selection : new Set(moved.selected),
  });
  patchModel(open.id, { model: moved.value, history: moved.history, ...shown });
  if (shown.diagramId !== open.diagramId) session.setState({ renaming: null });
  const now = changed === null ? '' : selectionInWords();
  announce(`${verb} ${inSentence(moved.label)}${now === '' ? '' : `: ${now}`}`);
}

function stepTemplate(open: OpenTemplate, moved: Moved<Template, TemplateItem> | null, verb: string): void {
  if (moved === null) return;
  const [selected = open.selected] = moved.selected ?? [];
  patchTemplate(open.id, {
    template: moved.value,
    history: moved.history,
    selected: alive(moved.value, selected),
  });
  announce(`${verb} ${inSentence(moved.label)}`);
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
  const isThere = (id: ElementId): boolean => diagram !== undefined && findElement(diagram, id) !== undefined;
  return {
    diagramId: diagram?.id ?? open.diagramId,
    selection: keep(open.selection, isThere),
    selectedThreats: keepThreats(open.selectedThreats, threats),
  };
}

/** The keys of a long list are gathered only where threats are selected: after most edits none are. */
function keepThreats(selected: ReadonlySet<ThreatKey>, threats: readonly Threat[]): ReadonlySet<ThreatKey> {
  if (selected.size === 0) return selected;
  const keys = new Set(threats.map(({ key }) => key));
  return keep(selected, (key) => keys.has(key));
}

/** The same set when nothing is dropped, so that views do not redraw. */
function keep<T>(set: ReadonlySet<T>, isThere: (item: T) => boolean): ReadonlySet<T> {
  const kept = [...set].filter(isThere);
  return kept.length === set.size ? set : new Set(kept);
}
