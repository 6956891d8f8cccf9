import './properties.css';
import { useDeferredValue, useMemo } from 'react';
import { type Element, elementsById } from '../../core/document/index.ts';
import { type Command, useActiveDiagram, useActiveModel } from '../store/index.ts';
import { ElementProperties } from './element-properties.tsx';
import { ModelProperties } from './model-properties.tsx';

/** Elements of which the panel may be a moment late. */
const MANY = 500;

/** What is selected, or the diagram and the model when nothing is; `commands` has those of the canvas. */
export function PropertiesPanel({ commands }: { readonly commands: readonly Command[] }) {
  const open = useActiveModel();
  const diagram = useActiveDiagram();
  const selected = open?.selection;
  const deferred = useDeferredValue(selected);
  // What thousands have in common comes after the mark of their selection.
  const isSame = useDeferredValue(open?.id) === open?.id;
  const selection = isSame && (selected?.size ?? 0) > MANY ? deferred : selected;
  const elements = useMemo((): readonly Element[] => {
    // Without a selection no index of a diagram is made that has just been opened.
    if (selection === undefined || diagram === null || selection.size === 0) return [];
    const index = elementsById(diagram);
    return [...selection].map((id) => index.get(id)).filter((element) => element !== undefined);
  }, [selection, diagram]);
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
