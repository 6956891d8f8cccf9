/** The sheet of shortcuts. */
export const shortcuts = {
  sheet: {
    search: 'Search shortcuts',
    nothing: ({ text }: { text: string }) => `No shortcut matches “${text}”.`,
  },
  /** Keys and gestures that are no commands. */
  gestures: {
    inLists: 'In lists over the canvas',
    dragging: 'While dragging',
    inThreats: 'In the threat list',
    presenting: 'In a presentation',
    panByDragging: 'Pan by dragging',
    panVertically: 'Pan up and down',
    panHorizontally: 'Pan left and right',
    zoom: 'Zoom at the pointer',
    choose: 'Choose the active entry',
    chooseAndMore: 'Choose it, and connect, pick the flow type or keep the selection',
    close: 'Close the list',
    constrain: 'Keep to one axis, or keep the proportions',
    carry: 'Take along what lies inside a boundary, or leave it',
    copy: 'Drag a copy, or keep the centre',
    cancel: 'Cancel the drag',
    setState: 'Set the state',
    setPriority: 'Set the priority',
    choosePriority: 'Go to the priority',
    justify: 'Write the justification',
    nextOpen: 'Next one that is not started',
    show: 'Show on the canvas',
    stepFlows: 'Next and previous flow',
    endFlows: 'First and last flow',
    leave: 'Whole diagram, then leave',
  },
  /** What stands on keys and what is done with a pointer. */
  keys: {
    spaceDrag: 'Space+drag',
    middleDrag: 'Middle button+drag',
    wheel: 'Wheel',
    shiftWheel: 'Shift+wheel',
    modWheel: 'Mod+wheel',
    pinch: 'Pinch',
  },
};
