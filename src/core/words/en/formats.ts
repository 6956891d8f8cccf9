/** The formats of files: what they are called, and what saving does to a file of theirs. */
export const formats = {
  tm7: {
    label: 'Threat model',
    note: 'Unchanged files keep their bytes. After an edit, files of the Windows tool differ only where they were edited; others are written by its rules.',
  },
  tb7: {
    label: 'Threat model template',
    note: 'Unchanged files keep their bytes; otherwise a template is written by the rules of the Windows tool.',
  },
};

/** The formats of the report: what they are called, and what each is for. */
export const reports = {
  html: { label: 'HTML', hint: 'One file with the diagrams in it, opens in any browser' },
  pdf: { label: 'PDF', hint: 'Pages with searchable text and vector diagrams' },
  docx: { label: 'Word', hint: 'A document with styles that you can change' },
  csv: { label: 'CSV', hint: 'One row per threat, for a spreadsheet; it can be read back' },
  xlsx: {
    label: 'Excel workbook',
    hint: 'Threats with filters and lists for states, elements, a summary; it can be read back',
  },
  'csv-windows': { label: 'CSV (Windows tool)', hint: "The Windows tool's list of threats" },
  'csv-defectdojo': { label: 'CSV (DefectDojo)', hint: 'Findings for DefectDojo’s generic import' },
  'csv-elements': { label: 'Elements (CSV)', hint: 'One row per element, with its properties' },
  md: { label: 'Markdown', hint: 'Text for a wiki or a repository' },
  sarif: { label: 'SARIF', hint: 'Results for code hosts and build servers, by SARIF 2.1.0' },
  json: { label: 'JSON', hint: 'The statements of the report as data' },
};
