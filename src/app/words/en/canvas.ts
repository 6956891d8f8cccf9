import { andMore, counted, ELEMENT, FLOW, THREAT } from './plurals.ts';

/** The canvas: what it says of itself, its buttons, and what its gestures are called in the history. */
export const canvas = {
  noDiagram: 'The model has no diagram.',
  newDiagram: 'New diagram',
  editor: 'diagram editor',
  /** The name of the context menu. */
  menu: 'Selection',
  diagram: ({ name }: { name: string }) => `Diagram ${name}`,
  flows: 'Flows',
  elements: 'Elements',
  /** An element without a name, before the name of its type. */
  unnamed: 'Unnamed',
  boundary: 'boundary',
  element: 'element',
  name: 'Name',
  controls: {
    zoomOut: 'Zoom out',
    zoomIn: 'Zoom in',
    percent: ({ percent }: { percent: number }) => `Zoom ${percent} percent, back to 100`,
    fit: 'Fit the diagram',
    snap: 'Snap to grid',
    grid: 'Show grid',
    map: 'Show map',
  },
  tabs: {
    all: 'All diagrams',
    menu: 'Diagram',
    diagrams: 'Diagrams',
    unnamed: 'Unnamed',
    rename: 'Rename',
    duplicate: 'Duplicate',
    moveLeft: 'Move left',
    moveRight: 'Move right',
    delete: 'Delete',
    name: 'Name of the diagram',
  },
  /** What each edit is called in the history. */
  steps: {
    add: ({ type }: { type: string }) => `Add ${type}`,
    connect: ({ type }: { type: string }) => `Connect with ${type}`,
    delete: 'Delete',
    duplicate: 'Duplicate',
    cut: 'Cut',
    paste: 'Paste',
    rename: 'Rename',
    move: 'Move',
    resize: 'Resize',
    reverse: 'Reverse flow',
    reroute: 'Reroute',
    moveLabel: 'Move label',
    bend: 'Bend flow',
    reconnect: 'Reconnect',
    detach: 'Detach',
    moveEnd: 'Move end',
    changeType: 'Change type',
    tidy: 'Tidy the diagram',
    addDiagram: 'Add diagram',
    duplicateDiagram: 'Duplicate diagram',
    deleteDiagram: 'Delete diagram',
    moveDiagram: 'Move diagram',
    renameDiagram: 'Rename diagram',
  },
  /** What the commands say of what they did, and of what there was not to do. */
  said: {
    copied: 'Copied',
    selected: ({ elements }: { elements: number }) => `Selected ${counted(elements, ELEMENT)}`,
    selectedNothing: 'Nothing selected',
    nothing: {
      left: 'Nothing on the left',
      right: 'Nothing on the right',
      up: 'Nothing above',
      down: 'Nothing below',
    },
    empty: 'The diagram is empty',
    noFlowOn: 'No flow leaves here',
    noFlowIn: 'No flow arrives here',
    switched: ({ what, on }: { what: string; on: boolean }) => `${what}: ${on ? 'on' : 'off'}`,
    tidied: ({ elements }: { elements: number }) => `Tidied ${counted(elements, ELEMENT)}`,
    notTidied: 'The layout could not be computed.',
    crossings: ({ came, went }: { came: number; went: number }) =>
      `Other flows cross boundaries now: ${counted(came, THREAT)} came, ${went} went.`,
    deletedDiagram: ({ name, elements }: { name: string; elements: number }) =>
      `Deleted “${name}” with ${counted(elements, ELEMENT)}.`,
    /** How far elements went, in model units; `held`: the edge of the canvas stopped them. */
    moved: ({ dx, dy, held }: { dx: number; dy: number; held: boolean }) => {
      const ways = [
        dx === 0 ? '' : `${Math.abs(dx)} ${dx < 0 ? 'left' : 'right'}`,
        dy === 0 ? '' : `${Math.abs(dy)} ${dy < 0 ? 'up' : 'down'}`,
      ].filter((way) => way !== '');
      if (ways.length === 0) return 'At the edge of the canvas';
      return `Moved ${ways.join(', ')}${held ? ', at the edge of the canvas' : ''}`;
    },
    /** The size that a shape has now; `held`: it gets no smaller. */
    sized: ({ width, height, held }: { width: number; height: number; held: boolean }) =>
      `${width} by ${height}${held ? ', the least size' : ''}`,
  },
  clipboard: {
    refused: 'The browser does not allow access to the clipboard here. Use the keyboard shortcuts instead.',
    closed: ({ file }: { file: string }) => `Nothing was pasted: ${file} was closed.`,
    diagramGone: 'Nothing was pasted: the diagram was deleted.',
    foreign: 'The clipboard has nothing from a diagram.',
    elsewhere: ({ done, diagram, file }: { done: string; diagram: string; file: string }) =>
      `${done} into “${diagram}” of ${file}`,
    became: ({ from, to }: { from: string; to: string }) => `${from} became ${to}`,
    leftOut: ({ type }: { type: string }) => `${type} was left out`,
    lost: ({ element, property, value }: { element: string; property: string; value: string }) =>
      `${element}: ${property} “${value}”`,
    otherTypes: ({ names, more }: { names: readonly string[]; more: number }) =>
      `Other types in this template: ${andMore(names, more)}.`,
    noTypes: ({ names, more }: { names: readonly string[]; more: number }) =>
      `Left out, no such type in this template: ${andMore(names, more)}.`,
    flowsLeftOut: ({ flows }: { flows: number }) => `Left out with their elements: ${counted(flows, FLOW)}.`,
    noPlace: ({ names, more }: { names: readonly string[]; more: number }) =>
      `Values that could not be kept: ${andMore(names, more)}.`,
  },
  pictures: {
    selection: ({ elements }: { elements: number }) => `the selection (${counted(elements, ELEMENT)})`,
    diagram: ({ name }: { name: string }) => `the diagram “${name}”`,
    copied: ({ what, form }: { what: string; form: string }) => `Copied ${what} as ${form}.`,
    saved: ({ what, file }: { what: string; file: string }) => `Saved ${what} as ${file}`,
    notCopied: 'The browser did not let us copy the picture.',
    notMade: 'The browser did not let us make the picture.',
    /** The name of a file without its ending. */
    file: ({ model, diagram, part }: { model: string; diagram: string; part: 'diagram' | 'selection' }) =>
      `${model} - ${diagram}${part === 'selection' ? ' - selection' : ''}`,
    /** The model's name where it has none. */
    nameless: 'diagram',
  },
  /** Lists over the canvas. */
  lists: {
    add: 'Add to the diagram',
    addAndConnect: 'Add and connect',
    addHint: 'Enter adds · Alt+Enter adds and connects',
    aroundHint: 'Enter draws it around the selection',
    connect: 'Connect to',
    connectFrom: ({ name }: { name: string }) => `Connect ${name} to`,
    connectHint: 'Enter, or a click on an element, connects · Alt+Enter chooses the flow type',
    itself: 'itself',
    end: 'Change the end',
    source: ({ flow }: { flow: string }) => `Source of ${flow}`,
    target: ({ flow }: { flow: string }) => `Target of ${flow}`,
    type: 'Change type to',
    now: 'now',
    find: ({ diagram }: { diagram: string }) => `Find in ${diagram}`,
    findHint: 'Enter goes there · Alt+Enter adds it to the selection',
    nothing: 'Nothing found',
    narrow: ({ shown, found }: { shown: number; found: number }) =>
      `${shown} of ${found}. Type to narrow down.`,
  },
};
