/** The dialog of the settings. */
export const settings = {
  text: 'Kept in this browser only.',
  author: 'Your name',
  authorHint: 'Written with the threats you change and the notes you add.',
  theme: 'Theme',
  canvas: 'Canvas',
  snapToGrid: 'Snap to the grid',
  smartGuides: 'Smart guides while moving',
  showGrid: 'Show the grid',
  showMinimap: 'Show the minimap',
  showThreatCounts: 'Show how many threats of flows and elements are handled',
  boundariesCarry: 'Moving a boundary carries what lies inside',
  done: 'Done',
};
