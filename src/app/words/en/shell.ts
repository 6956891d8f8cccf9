const PANELS = {
  left: 'Stencils and outline',
  right: 'Properties',
  bottom: 'Threats, messages and notes',
};

const THEMES = { system: 'System', light: 'Light', dark: 'Dark', contrast: 'High contrast' };

/** The frame of the app: bar, panels, dialogs, notices. */
export const shell = {
  template: 'Template',
  product: 'Trustline',
  windowTitle: ({ file, unsaved }: { file: string; unsaved: boolean }) =>
    `${unsaved ? '● ' : ''}${file} – Trustline`,
  menu: 'Menu',
  view: 'View',
  diagram: 'Diagram',
  report: 'Report',
  startPage: 'Start page',
  undo: ({ step }: { step: string | null }) => (step === null ? 'Undo' : `Undo: ${step}`),
  redo: ({ step }: { step: string | null }) => (step === null ? 'Redo' : `Redo: ${step}`),
  maximise: 'Maximise the lower panel',
  present: 'Present full screen',
  presenting: 'Presentation. Press Escape to leave.',
  presented: 'Presentation ended',
  leavePresentation: 'Leave the presentation',
  cancel: 'Cancel',
  tabs: {
    list: 'Open files',
    unsaved: ({ file }: { file: string }) => `${file}, not saved`,
    unsavedHint: ({ file }: { file: string }) => `${file}: not saved`,
    close: ({ file }: { file: string }) => `Close ${file}`,
  },
  panels: {
    ...PANELS,
    leftTabs: 'Left panel',
    bottomTabs: 'Lower panel',
    canvas: 'Diagram',
    leftEdge: 'Width of the left panel',
    rightEdge: 'Width of the properties',
    bottomEdge: 'Height of the lower panel',
    stencils: 'Stencils',
    outline: 'Outline',
    threats: 'Threats',
    messages: 'Messages',
    notes: 'Notes',
  },
  notices: {
    list: 'Notices',
    count: (n: number) => (n === 1 ? '1 notice' : `${n} notices`),
    details: (n: number) => (n === 1 ? 'Details' : `Details (${n})`),
    more: (n: number) => `and ${n} more`,
    undo: 'Undo',
    dismiss: 'Dismiss',
  },
  crash: {
    /** `stored`: whether every change is in the browser's storage; null while that is not known. */
    heading: ({ what, stored }: { what: string; stored: boolean | null }) =>
      stored === null
        ? `${what} stopped.`
        : `${what} stopped. Your work is ${stored ? 'kept' : 'not stored'}.`,
    text: ({ stored }: { stored: boolean | null }) =>
      stored === null
        ? 'Storing your work…'
        : stored
          ? 'Every change is stored in this browser. Reload to pick up where you left off.'
          : 'The browser did not let Trustline store it. Save a copy before you reload: what is not in a file is lost then.',
    saveCopyOf: ({ file }: { file: string }) => `Save a copy of ${file}`,
    reload: 'Reload',
    reloadStart: 'Reload on the start page',
    details: 'What happened',
  },
  fault: {
    text: 'Something went wrong in Trustline, and what you did last may not have worked. Your files are still open.',
    copy: 'Copy details',
    copied: 'Details copied',
    notCopied: 'The browser did not let Trustline copy the details.',
  },
  panelCrash: {
    heading: ({ name }: { name: string }) => `${name} stopped`,
    text: 'Everything else keeps working, and your work is safe.',
    again: 'Try again',
    saveCopy: 'Save a copy',
    close: 'Close',
    dialog: 'The dialog',
  },
  themes: THEMES,
  settings: { title: 'Settings' },
  commands: {
    showPanel: ({ side }: { side: keyof typeof PANELS }) => `Show ${PANELS[side].toLowerCase()}`,
    showPanelKeywords: 'hide panel toggle collapse sidebar dock',
    panels: 'Show or hide all panels',
    maximiseKeywords: 'enlarge whole height threats list panel',
    presentKeywords: 'presentation fullscreen show',
    theme: ({ theme }: { theme: keyof typeof THEMES }) => `Theme: ${THEMES[theme].toLowerCase()}`,
    themeKeywords: 'colour color dark light contrast mode',
    settingsKeywords: 'preferences options author name',
    startPageKeywords: 'home recent templates samples',
    nextModel: 'Next open file',
    previousModel: 'Previous open file',
    nextPanel: 'Go to the next panel',
    previousPanel: 'Go to the previous panel',
    stepPanelKeywords: 'focus keyboard region canvas',
    canvas: 'Go to the canvas',
    canvasKeywords: 'diagram focus keyboard',
    goTo: {
      stencils: 'Go to the stencils',
      outline: 'Go to the outline',
      threats: 'Go to the threats',
      messages: 'Go to the messages',
      notes: 'Go to the notes',
      properties: 'Go to the properties',
    },
    goToKeywords: 'panel focus keyboard open',
  },
};
