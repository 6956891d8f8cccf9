import type { Report } from './model.ts';

/** The report as a PDF file. The library and its fonts are loaded when the first one is made. */
export async function renderPdf(report: Report, progress?: (share: number) => void): Promise<Uint8Array> {
  const writer = await import('./pdf/write.ts');
  return writer.renderPdf(report, progress);
}
