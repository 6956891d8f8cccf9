/** The report on screen, and its exports. */
export const report = {
  name: 'Report',
  heading: ({ file }: { file: string }) => `Report of ${file}`,
  toolbar: 'Export the report',
  export: 'Export',
  writing: 'Writing…',
  frame: 'Threat modeling report',
  exported: ({ file }: { file: string }) => `Exported ${file}`,
  failed: ({ file, cause }: { file: string; cause: string }) => `${file} could not be written: ${cause}`,
  commands: {
    diagram: 'Show the diagram',
    report: 'Show the report',
    exportAs: ({ format }: { format: string }) => `Export report as ${format}`,
    exportKeywords: ({ hint }: { hint: string }) => `save download ${hint}`,
  },
};
