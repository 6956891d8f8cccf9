import type { Model } from '../../core/document/index.ts';
import { type ReportFormat, renderReport, reportOf } from '../../core/session/index.ts';
import { author, notify } from '../store/index.ts';
import { download } from '../ui/index.ts';
import { words } from '../words/index.ts';

/** Writes the report of a model in one format and hands it to the downloads. */
export async function exportReport(model: Model, fileName: string, format: ReportFormat): Promise<void> {
  const name = `${fileName.replace(/\.tm7$/i, '')}.${format.extensions[0]}`;
  try {
    download(name, await renderReport(reportOf(model, author().now), format.id), format.type);
    notify({ tone: 'success', text: words.report.exported({ file: name }) });
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    notify({ tone: 'error', text: words.report.failed({ file: name, cause }) });
  }
}
