/** The report on screen, and its exports. */
export const reportView = {
  name: 'Report',
  heading: ({ file }: { file: string }) => `Report of ${file}`,
  toolbar: 'Export the report',
  export: 'Export',
  lists: 'Lists',
  writing: 'Writing…',
  writingShare: ({ percent }: { percent: number }) => `Writing… ${percent}%`,
  takesAWhile: ({ file }: { file: string }) => `Writing ${file}…`,
  cancel: 'Cancel',
  preparing: 'Preparing the report…',
  cancelled: 'The report was cancelled.',
  notShown: ({ cause }: { cause: string }) => `The report cannot be shown: ${cause}`,
  show: 'Show the report',
  frame: 'Threat modeling report',
  exported: ({ file }: { file: string }) => `Exported ${file}`,
  failed: ({ file, cause }: { file: string; cause: string }) => `${file} could not be written: ${cause}`,
};
