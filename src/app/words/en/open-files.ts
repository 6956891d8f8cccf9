/** The tabs of the open files, beside their names. */
export const openFiles = {
  save: 'Save',
  saveFile: ({ file }: { file: string }) => `Save ${file}`,
  saved: 'Saved',
  savedHint: ({ file }: { file: string }) => `Everything is in ${file}`,
  downloaded: 'Downloaded',
  downloadedHint: ({ file }: { file: string }) =>
    `Everything is in the ${file} that was downloaded. The browser cannot write into that file: the next save downloads another one.`,
  all: 'All open files',
  history: ({ file }: { file: string }) => `History of ${file}, which is not saved`,
  menu: ({ file }: { file: string }) => `Menu of ${file}`,
  copyName: 'Copy the name',
  copied: ({ file }: { file: string }) => `${file} copied`,
  notCopied: 'The browser did not let Trustline copy the name.',
  moveLeft: 'Move left',
  moveRight: 'Move right',
  moved: ({ file, place, of }: { file: string; place: number; of: number }) =>
    `${file} is at place ${place} of ${of}`,
  close: 'Close',
  closeOthers: 'Close the others',
  closeOthersCommand: 'Close the other files',
  closeOthersKeywords: 'tabs models all but this one',
};
