interface State {
  readonly file: string;
  readonly time: string;
}

/** The history of a model: states that this browser keeps. */
export const history = {
  command: 'History…',
  keywords: 'versions revisions earlier states restore backup snapshots saved',
  title: ({ file }: { file: string }) => `History of ${file}`,
  text: 'Every save, and the work in between once in ten minutes. Kept in this browser only.',
  list: 'Kept states',
  empty: 'Nothing is kept of this model yet. The first save, or ten minutes of work, will be.',
  reading: 'Fetching what is kept…',
  unknown: ({ reason }: { reason: string }) =>
    `The browser does not let Trustline read what is kept (${reason}).`,
  /** The language of times and numbers. */
  language: 'en',
  kinds: { saved: 'Saved', opened: 'As opened', between: 'In between' },
  handled: ({ handled, all }: { handled: number; all: number }) => `${handled} of ${all} handled`,
  handledLong: ({ handled, all }: { handled: number; all: number }) => `${handled} of ${all} threats handled`,
  noThreats: 'no threats',
  stateName: {
    saved: ({ file, time }: State) => `${file}, saved ${time}`,
    opened: ({ file, time }: State) => `${file} as opened, before the save of ${time}`,
    between: ({ file, time }: State) => `${file}, ${time}`,
  },
  namedState: ({ name, file, time }: State & { name: string }) => `${file}, “${name}”, ${time}`,
  compare: 'Compare',
  restore: 'Restore',
  saveAs: 'Save as a file',
  remove: 'Delete',
  name: 'Name of the state',
  nameHint: 'What has a name is kept until you delete it.',
  unnamed: 'Its name was taken away',
  named: ({ name }: { name: string }) => `Named “${name}”`,
  removed: ({ name }: { name: string }) => `Deleted: ${name}.`,
  undo: 'Undo',
  undone: 'It is back',
  restoreStep: 'Restore an earlier state',
  restored: ({ file, name }: { file: string; name: string }) => `${file} is as it was: ${name}.`,
  same: ({ name }: { name: string }) => `Nothing changed: the model is ${name}.`,
  most: 'States without a name, of each model',
  megabytes: 'Megabytes, of all models together',
  stored: ({ count, size, all }: { count: number; size: string; all: string }) =>
    `${count === 1 ? '1 state' : `${count} states`} of this model, ${size}; all models ${all}.`,
  limitsHint: 'When there is more, the oldest without a name go, with the next state that is kept.',
  others: {
    offer: ({ count, size }: { count: number; size: string }) =>
      `Delete what is kept of other models (${count === 1 ? '1 state' : `${count} states`}, ${size})…`,
    title: 'Delete what is kept of models that are not open?',
    text: ({ count }: { count: number }) =>
      count === 1
        ? 'It is one state. It cannot be brought back; the file of the model is not touched.'
        : `They are ${count} states, those with a name too. They cannot be brought back; the files of the models are not touched.`,
    remove: 'Delete',
    removed: ({ count }: { count: number }) => (count === 1 ? 'Deleted 1 state' : `Deleted ${count} states`),
  },
  close: 'Close',
  full: "The browser's storage is full: this state is not in the history. The file and your work are not touched.",
  forbidden:
    'The browser does not let Trustline keep the history of models. Files and your work are not touched.',
  show: 'Open the history',
  failed: 'The browser did not let Trustline change what is kept.',
  missing: 'it is no longer in the browser',
  unreadable: ({ name, reason }: { name: string; reason: string }) => `${name} cannot be read: ${reason}.`,
  kept: 'A kept state',
  stateBefore: ({ kind, time }: { kind: string; time: string }) => `${time}, ${kind}`,
};
