import { createStore } from 'zustand/vanilla';
import { type Canvas, createCanvas } from './canvas.ts';

/** The canvas of the editor: it shows the model in front, and keeps its views while it is not on the page. */
export const editorCanvas: Canvas = createCanvas('canvas');

/** Which canvas commands and keys go to: the one that was pressed or got the focus last. */
export const front = createStore<{ readonly canvas: Canvas }>(() => ({ canvas: editorCanvas }));

export const canvasInFront = (): Canvas => front.getState().canvas;

export function bringToFront(canvas: Canvas): void {
  if (canvasInFront() !== canvas) front.setState({ canvas });
}

/** It leaves the page: the editor's is in front again. */
export function leaveFront(canvas: Canvas): void {
  if (canvasInFront() === canvas) bringToFront(editorCanvas);
}
