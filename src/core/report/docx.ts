import type { Report } from './model.ts';

/** The report as a Word document. The library is loaded when the first one is made. */
export async function renderDocx(report: Report, progress?: (share: number) => void): Promise<Uint8Array> {
  const writer = await import('./docx/write.ts');
  return writer.renderDocx(report, progress);
}
