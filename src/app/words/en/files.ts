const KEPT = 'your work is kept in this browser';

/** Opening, saving, keeping and the start page. */
export const files = {
  place: ({ line, column }: { line: number; column: number }) => `line ${line}, column ${column}`,
  atPlace: ({ place, text }: { place: string; text: string }) => `${place}: ${text}`,
  opening: {
    refused: ({ file, reason, place }: { file: string; reason: string; place: string }) =>
      `${file} was not opened: ${reason} (${place}).`,
    at: ({ path }: { path: string }) => `At ${path}`,
    failed: ({ file, reason }: { file: string; reason: string }) =>
      `${file} was not opened: the browser could not read it (${reason}).`,
    warned: ({ file, count }: { file: string; count: number }) =>
      `${file} is open. ${count === 1 ? 'One thing was' : `${count} things were`} repaired, or kept without being understood.`,
    tooLarge: ({ file, megabytes }: { file: string; megabytes: number }) =>
      `${file} was not opened: it is larger than ${megabytes} MB.`,
    reading: ({ file }: { file: string }) => `Opening ${file}…`,
    stop: 'Cancel',
    opened: ({ file }: { file: string }) => `${file} opened`,
    alreadyOpen: ({ file }: { file: string }) => `${file} is already open.`,
    newOn: ({ template }: { template: string }) => `New model on ${template}`,
    copyOf: ({ template }: { template: string }) => `Template ${template} opened as a copy`,
    chooseFailed: ({ reason }: { reason: string }) => `The file could not be opened: ${reason}`,
    fetchFailed: ({ title, reason }: { title: string; reason: string }) =>
      `${title} could not be fetched (${reason}).`,
    folder: 'A folder cannot be opened; drop its files.',
    input: 'Files to open',
    drop: 'Drop to open',
  },
  pickers: {
    templates: 'Templates',
    all: 'Threat models and templates',
    model: 'Threat model',
    template: 'Template',
  },
  saving: {
    saved: ({ file }: { file: string }) => `${file} saved`,
    downloaded: ({ file }: { file: string }) => `${file} downloaded`,
    unreadable: ({ file, reason }: { file: string; reason: string }) =>
      `${file} was not saved: what would be written could not be opened again as it is here (${reason}). The file is as it was, and ${KEPT}.`,
    original: 'Download the original',
    failed: ({ file, reason }: { file: string; reason: string }) =>
      `${file} was not saved: ${reason}. Your work is kept in this browser.`,
    refused: ({ file }: { file: string }) =>
      `${file} was not saved: the browser was not allowed to write the file.`,
    save: 'Save',
    saveAs: 'Save as…',
    normalise: ({ file }: { file: string }) => `Save ${file} in the Windows tool's format?`,
    normaliseText:
      'This file was not written by the Microsoft tool. Its content is kept, but all of it is written the way that tool writes it, so a comparison with the old file shows more than your edits.',
    where: ({ file }: { file: string }) => `Save ${file}`,
    whereText: 'Choose where to save it.',
    choose: 'Choose…',
    changed: ({ file }: { file: string }) => `${file} has changed on disk`,
    changedText:
      'Another program has written the file since it was opened here. Overwriting it loses what was written there.',
    overwrite: 'Overwrite',
  },
  closing: {
    note: ({ file }: { file: string }) => `Close ${file} without the note?`,
    noteText: 'A note is being written that was not added. Closing loses it.',
    close: 'Close',
    save: ({ file }: { file: string }) => `Save ${file} before closing?`,
    saveText: 'It has unsaved changes.',
    discard: "Don't save",
  },
  keeping: {
    full: "The browser's storage is full: changes would not survive a reload. Save your work to files.",
    forbidden: 'The browser does not let Trustline keep your changes over a reload. Save your work to files.',
    lost: ({ file, fault }: { file: string; fault: string }) => `${file} could not be restored: ${fault}.`,
    lostMany: (n: number) => `${n} files could not be restored.`,
    lostLine: ({ file, fault }: { file: string; fault: string }) => `${file}: ${fault}`,
    download: (n: number) => (n === 1 ? 'Download it' : 'Download them'),
    discard: 'Discard',
    discardTitle: ({ file, files }: { file: string; files: number }) =>
      files === 1 ? `Discard what is stored of ${file}?` : `Discard what is stored of ${files} files?`,
    discardText: 'What this browser has stored is removed for good. Files on your disk stay as they are.',
    saveStored: 'Save a copy of what is stored',
    discarded: ({ files }: { files: number }) => (files === 1 ? 'Discarded' : `${files} files discarded`),
    notDiscarded: 'The browser did not let Trustline remove what is stored.',
    heldBack: ({ file }: { file: string }) =>
      `${file} was not restored: last time it did not finish opening. It is still kept in this browser.`,
    openAnyway: 'Open it anyway',
    saveCopy: 'Save a copy',
    aModel: 'A model',
    aTemplate: 'A template',
    faults: {
      record: 'its record is damaged',
      bytes: 'the bytes of its file are missing or damaged',
      noBytes: 'the bytes of its file are missing',
      template: 'its template is missing or damaged',
      diagrams: 'its diagrams are missing or damaged',
      threats: 'its threats are missing or damaged',
      content: 'its content is missing or damaged',
      changes: 'its changes are missing or damaged',
    },
  },
  update: 'A new version of Trustline is ready.',
  updateNow: 'Reload to update',
  start: {
    product: 'Trustline',
    line: 'A threat model is a drawing of your system with a list of what could go wrong in it, and what you do about that. Draw one here, or open a file of the Microsoft Threat Modeling Tool: nothing leaves this computer.',
    open: 'Open a file',
    openHint:
      'or drop it here: .tm7, .tb7, draw.io, Visio, Threat Dragon, Open Threat Model, TM-BOM or Mermaid',
    newModel: 'New model',
    newModelText: 'On which template?',
    fromFile: 'From a template file',
    fromFileLine: 'Your own .tb7, from here or the Microsoft tool.',
    samples: 'Samples',
    answered: 'Answered',
    done: 'What done looks like',
  },
  commands: {
    new: 'New model…',
    newKeywords: 'create template empty',
    open: 'Open…',
    openKeywords: 'file load tm7 tb7',
    newFromFile: 'New model from a template file…',
    newFromFileKeywords: 'tb7 knowledge base',
    save: 'Save',
    saveKeywords: 'write download tm7 tb7',
    saveAs: 'Save as…',
    saveAll: 'Save all',
    close: 'Close the file',
  },
};
