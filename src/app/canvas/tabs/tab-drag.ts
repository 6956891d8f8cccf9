import type { DragEvent } from 'react';
import { placeDiagram } from '../commands/diagrams.ts';
import type { PlacedTab } from './tab-keys.ts';

const MIME = 'application/x-trustline-diagram';

/** A tab is dragged to the place of another one of the same model. */
export function tabDrag({ diagrams, diagram, index }: PlacedTab) {
  return {
    onDragStart: ({ dataTransfer }: DragEvent) => {
      dataTransfer.setData(MIME, diagram.id);
      dataTransfer.effectAllowed = 'move';
    },
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes(MIME)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      const id = diagrams.find((other) => other.id === event.dataTransfer.getData(MIME))?.id;
      if (id === undefined) return;
      event.preventDefault();
      placeDiagram(id, index);
    },
  };
}
