import type { DiagramId } from '../../../core/document/index.ts';
import {
  addDiagram,
  deleteDiagram,
  duplicateDiagram,
  moveDiagram,
  nextDiagramName,
} from '../../../core/edit/index.ts';
import {
  activeModel,
  announce,
  type Command,
  commit,
  newGuid,
  notify,
  showDiagram,
} from '../../store/index.ts';
import { words } from '../../words/index.ts';
import { editable, onDiagram } from '../base/selected.ts';

const names = words.canvasCommands;

export function newDiagramInFront(): void {
  commit(words.canvas.steps.addDiagram, (model) => addDiagram(model, nextDiagramName(model), newGuid));
}

export function duplicateInFront(id: DiagramId): void {
  commit(words.canvas.steps.duplicateDiagram, (model) => duplicateDiagram(model, id, newGuid));
}

/** Deletes a diagram; what was on it is only an undo away, so nobody is asked. A model keeps at least one. */
export function removeDiagram(id: DiagramId): void {
  const diagrams = activeModel()?.model.diagrams ?? [];
  const at = diagrams.findIndex((diagram) => diagram.id === id);
  const gone = diagrams[at];
  if (gone === undefined || diagrams.length < 2) return;
  const neighbour = diagrams[at + 1] ?? diagrams[at - 1];
  if (activeModel()?.diagramId === id && neighbour !== undefined) showDiagram(neighbour.id);
  const { step: undoes } = commit(words.canvas.steps.deleteDiagram, (model) => deleteDiagram(model, id));
  if (undoes !== null && gone.shapes.length + gone.lines.length > 0)
    notify({
      tone: 'info',
      text: words.canvas.said.deletedDiagram({ name: gone.header, elements: gone.shapes.length }),
      undoes,
    });
}

/** Moves a diagram among the tabs; `to` counts from 0. */
export function placeDiagram(id: DiagramId, to: number): void {
  commit(words.canvas.steps.moveDiagram, (model) => moveDiagram(model, id, to));
}

function shift(by: 1 | -1): void {
  const open = activeModel();
  if (open === null) return;
  const at = open.model.diagrams.findIndex((diagram) => diagram.id === open.diagramId);
  const to = at + by;
  if (to >= 0 && to < open.model.diagrams.length) placeDiagram(open.diagramId, to);
}

function step(by: 1 | -1): void {
  const open = activeModel();
  if (open === null) return;
  const { diagrams } = open.model;
  const at = diagrams.findIndex((diagram) => diagram.id === open.diagramId);
  const next = diagrams[(at + by + diagrams.length) % diagrams.length];
  if (next === undefined) return;
  showDiagram(next.id);
  announce(words.canvas.diagram({ name: next.header }));
}

const several = () => onDiagram() && (activeModel()?.model.diagrams.length ?? 0) > 1;
const inFront = (run: (id: DiagramId) => void) => () => {
  const open = activeModel();
  if (open !== null) run(open.diagramId);
};

export const diagramCommands: readonly Command[] = [
  {
    id: 'diagram.add',
    label: names.newDiagram,
    group: 'Insert',
    keys: ['Alt+N'],
    keywords: names.newDiagramKeywords,
    enabled: editable,
    run: newDiagramInFront,
  },
  {
    id: 'diagram.duplicate',
    label: names.duplicateDiagram,
    group: 'Insert',
    keywords: names.duplicateDiagramKeywords,
    enabled: editable,
    run: inFront(duplicateInFront),
  },
  {
    id: 'diagram.delete',
    label: names.deleteDiagram,
    group: 'Edit',
    keywords: names.deleteDiagramKeywords,
    enabled: () => editable() && several(),
    run: inFront(removeDiagram),
  },
  {
    id: 'diagram.next',
    label: names.nextDiagram,
    group: 'Go',
    keys: ['Alt+PageDown'],
    enabled: several,
    run: () => step(1),
  },
  {
    id: 'diagram.previous',
    label: names.previousDiagram,
    group: 'Go',
    keys: ['Alt+PageUp'],
    enabled: several,
    run: () => step(-1),
  },
  {
    id: 'diagram.right',
    label: names.diagramRight,
    group: 'Arrange',
    keys: ['Alt+Shift+PageDown'],
    enabled: () => editable() && several(),
    run: () => shift(1),
  },
  {
    id: 'diagram.left',
    label: names.diagramLeft,
    group: 'Arrange',
    keys: ['Alt+Shift+PageUp'],
    enabled: () => editable() && several(),
    run: () => shift(-1),
  },
];
