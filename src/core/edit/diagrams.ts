import {
  type Diagram,
  type DiagramId,
  findDiagram,
  type Model,
  type NewGuid,
  newDiagram,
} from '../document/index.ts';
import { words } from '../words/index.ts';
import { copyRecords, withCopiedThreats } from './copies.ts';
import { type Edited, edited } from './edited.ts';
import { withDiagramName } from './properties.ts';
import { updateDiagram, withMembers } from './update.ts';

/** `name`, or the first of `name 2`, `name 3` … that no diagram has. */
export function freeName(model: Model, name: string): string {
  const taken = new Set(model.diagrams.map((diagram) => diagram.header));
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name} ${number}`;
  return free;
}

/** The first of `Diagram 1`, `Diagram 2` … that is not taken. */
export function nextDiagramName(model: Model): string {
  const taken = new Set(model.diagrams.map((diagram) => diagram.header));
  let number = model.diagrams.length + 1;
  while (taken.has(words.edits.diagram({ number }))) number++;
  return words.edits.diagram({ number });
}

/** Adds an empty diagram at the end, and shows it. */
export function addDiagram(model: Model, name: string, newGuid: NewGuid): Edited {
  const diagram = withDiagramName(newDiagram('', newGuid), name);
  return {
    value: { ...model, diagrams: [...model.diagrams, diagram] },
    show: diagram.id,
    said: words.edits.diagramAdded({ name: diagram.header }),
  };
}

export function renameDiagram(model: Model, id: DiagramId, name: string): Model {
  return updateDiagram(model, id, (diagram) => withDiagramName(diagram, name));
}

/** Moves a diagram to the place `index` (from 0) among the others; beyond the ends means the end. */
export function moveDiagram(model: Model, id: DiagramId, index: number): Model {
  const diagram = findDiagram(model, id);
  if (diagram === undefined || !Number.isFinite(index)) return model;
  const others = model.diagrams.filter((other) => other !== diagram);
  const place = Math.min(others.length, Math.max(0, Math.trunc(index)));
  if (model.diagrams[place] === diagram) return model;
  return { ...model, diagrams: others.toSpliced(place, 0, diagram) };
}

/** Deletes a diagram with its threats. The last one stays: the Windows tool opens no model without any. */
export function deleteDiagram(model: Model, id: DiagramId): Edited {
  const gone = findDiagram(model, id);
  if (model.diagrams.length < 2 || gone === undefined) return { value: model };
  const threats = model.threats.filter((threat) => threat.diagramId !== id);
  const next = withMembers(model, {
    diagrams: model.diagrams.filter((diagram) => diagram.id !== id),
    threats: threats.length === model.threats.length ? model.threats : threats,
  });
  return { value: next, said: words.edits.diagramDeleted({ name: gone.header }) };
}

/** Puts a copy of a diagram behind it and shows it, with new ids throughout and its threats' work when asked. */
export function duplicateDiagram(
  model: Model,
  id: DiagramId,
  newGuid: NewGuid,
  options: { readonly withThreats?: boolean } = {},
): Edited {
  const original = findDiagram(model, id);
  if (original === undefined) return { value: model };
  const empty = newDiagram('', newGuid);
  const copies = copyRecords(model, original.shapes, original.lines, newGuid);
  const copy: Diagram = withDiagramName(
    {
      ...empty,
      properties: original.properties,
      shapes: copies.shapes,
      lines: copies.lines,
      zoom: original.zoom,
    },
    freeName(model, `${original.header} copy`),
  );
  const place = model.diagrams.indexOf(original) + 1;
  const next = { ...model, diagrams: model.diagrams.toSpliced(place, 0, copy) };
  const threats =
    options.withThreats === true ? model.threats.filter((threat) => threat.diagramId === id) : [];
  const value = withCopiedThreats(next, copy.id, threats, copies.ids, newGuid);
  return edited(model, value, { show: copy.id, said: words.edits.diagramAdded({ name: copy.header }) });
}
