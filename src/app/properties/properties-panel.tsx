import './properties.css';
import { useMemo } from 'react';
import { type Element, elementsById } from '../../core/document/index.ts';
import { type Command, useActiveDiagram, useActiveModel } from '../store/index.ts';
import { ElementProperties } from './element-properties.tsx';
import { ModelProperties } from './model-properties.tsx';

/** What is selected, or the diagram and the model when nothing is; `commands` has those of the canvas. */
export function PropertiesPanel({ commands }: { readonly commands: readonly Command[] }) {
  const open = useActiveModel();
  const diagram = useActiveDiagram();
  const elements = useMemo((): readonly Element[] => {
    // Without a selection no index of a diagram is made that has just been opened.
    if (open === null || diagram === null || open.selection.size === 0) return [];
    const index = elementsById(diagram);
    return [...open.selection].map((id) => index.get(id)).filter((element) => element !== undefined);
  }, [open, diagram]);
  if (open === null || diagram === null) return null;
  return (
    // Copies of one file have the same ids: another model starts new fields, as another element does.
    <div className="properties" key={open.id}>
      {elements.length === 0 ? (
        <ModelProperties model={open.model} diagram={diagram} />
      ) : (
        <ElementProperties model={open.model} diagram={diagram} elements={elements} commands={commands} />
      )}
    </div>
  );
}
