/** What a finger does that nothing on the screen shows. */
export const touch = {
  longPress: 'Press an element, a tab or a threat for a moment, and its menu opens.',
};
