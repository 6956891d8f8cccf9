/** The tabs of the open files, beside their names. */
export const openFiles = {
  save: 'Save',
  saveFile: ({ file }: { file: string }) => `Save ${file}`,
  saved: 'Saved',
  savedHint: ({ file }: { file: string }) => `Everything is in ${file}`,
  downloaded: 'Downloaded',
  downloadedHint: ({ file }: { file: string }) =>
    `Everything is in the ${file} that was downloaded. The browser cannot write into that file: the next save downloads another one.`,
};
