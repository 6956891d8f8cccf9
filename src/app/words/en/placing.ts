/** A stencil that waits to be placed; its name stands before it. */
export const placing = {
  how: ': click or drag on the canvas to place',
  /** After the name of the key. */
  putBack: 'puts it back',
};
