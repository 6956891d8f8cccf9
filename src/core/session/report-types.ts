import type { ReportFormatId } from './report-formats.ts';

/** The media types of the formats: of use only once a report is written, so no part of what menus are made of. */
export const REPORT_TYPES: Readonly<Record<ReportFormatId, string>> = {
  html: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'csv-windows': 'text/csv',
  'csv-defectdojo': 'text/csv',
  'csv-elements': 'text/csv',
  md: 'text/markdown',
  json: 'application/json',
  sarif: 'application/sarif+json',
};
