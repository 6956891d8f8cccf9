/** Opens the panel at a side of the canvas; null closes those that lie over a narrow canvas. */
export type ShowPanel = (side: 'left' | 'bottom' | null) => void;

let given: ShowPanel = () => undefined;

/** Hands in what shows panels: the help does not know the shell. */
export const giveShowPanel = (show: ShowPanel): void => {
  given = show;
};

export const showPanel: ShowPanel = (side) => given(side);
