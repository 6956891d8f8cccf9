/** The commands of the report. */
export const report = {
  commands: {
    diagram: 'Show the diagram',
    threats: 'Show the threats',
    report: 'Show the report',
    exportAs: ({ format }: { format: string }) => `Export report as ${format}`,
    exportKeywords: ({ hint }: { hint: string }) => `save download ${hint}`,
  },
};
