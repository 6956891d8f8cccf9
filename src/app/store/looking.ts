import {
  type DiagramId,
  describeElement,
  type ElementId,
  findElement,
  inWords,
  type ThreatKey,
  type TypeId,
} from '../../core/document/index.ts';
import type { TemplateItem } from '../../core/edit/index.ts';
import { words as coreWords } from '../../core/words/index.ts';
import { words } from '../words/index.ts';
import {
  activeDiagram,
  activeModel,
  activeTemplate,
  modelIn,
  patchModel,
  patchTemplate,
  session,
} from './session.ts';
import type { Dialog, ForeignFile, Tool, View } from './state.ts';
import { endStep } from './tabs.ts';
import { announce } from './telling.ts';

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

/** Selects elements of the diagram in front of a model; of the model in front, when none is named. */
export function select(ids: Iterable<ElementId>, tab = session.getState().activeId): void {
  const open = modelIn(tab);
  if (open === null) return;
  const next = new Set(ids);
  if (next.size === open.selection.size && [...next].every((id) => open.selection.has(id))) return;
  endStep(open.id);
  patchModel(open.id, { selection: next });
}

export function selectThreats(keys: Iterable<ThreatKey>): void {
  const open = activeModel();
  if (open === null) return;
  const next = new Set(keys);
  if (next.size !== open.selectedThreats.size || [...next].some((key) => !open.selectedThreats.has(key)))
    endStep();
  patchModel(open.id, { selectedThreats: next });
}

export function showDiagram(id: DiagramId): void {
  const open = activeModel();
  if (open === null || open.diagramId === id) return;
  endStep();
  patchModel(open.id, { diagramId: id, selection: new Set() });
  session.setState({ renaming: null });
}

/** Goes to elements of any diagram of the model in front, selects them and brings them into view. */
export function reveal(diagram: DiagramId, ids: readonly ElementId[]): void {
  showDiagram(diagram);
  select(ids);
  session.setState((state) => ({ view: 'diagram', reveal: { ids, nonce: (state.reveal?.nonce ?? 0) + 1 } }));
  announce(selectionInWords() || words.commands.palette.showing({ diagram: activeDiagram()?.header ?? '' }));
}

/** The flow type that new connections get in a model; in the one in front, when none is named. */
export function setFlowType(id: TypeId | null, tab = session.getState().activeId): void {
  const open = modelIn(tab);
  if (open !== null) patchModel(open.id, { flowTypeId: id });
}

export function setView(view: View): void {
  endStep();
  session.setState({ view, renaming: null });
}
export const setTool = (tool: Tool): void => session.setState({ tool });
/** What the help explained above the dialog that was open goes with it. */
export const setDialog = (dialog: Dialog | null): void => session.setState({ dialog, explaining: null });

/** Asks about files of other programs, after those that are asked about already. */
export function askImport(files: readonly ForeignFile[]): void {
  const { dialog } = session.getState();
  const waiting = dialog?.kind === 'import-files' ? dialog.files : [];
  setDialog({ kind: 'import-files', files: [...waiting, ...files] });
}
export const setRenaming = (renaming: ElementId | null): void => session.setState({ renaming });
export const setPresenting = (presenting: boolean): void => session.setState({ presenting });

/** Selects a stencil, a category or a threat type of the template in front; null selects nothing. */
export function selectInTemplate(selected: TemplateItem | null): void {
  const open = activeTemplate();
  if (open === null) return;
  endStep();
  patchTemplate(open.id, { selected });
}
