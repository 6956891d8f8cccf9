import type { Model } from '../../core/document/index.ts';
import type { ReportFormat } from '../../core/session/index.ts';
import { author, notify, tellWaiting } from '../store/index.ts';
import { download } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { writeReport } from './report-job.ts';

/** Writes the report of a model in one format and hands it to the downloads. */
export async function exportReport(
  model: Model,
  fileName: string,
  format: ReportFormat,
  progress?: (share: number) => void,
): Promise<void> {
  const name = `${fileName.replace(/\.tm7$/i, '')}.${format.extensions[0]}`;
  const { file, cancel } = writeReport({ model, fileName, now: author().now, format: format.id }, (share) => {
    waiting.progress(share);
    progress?.(share);
  });
  const text = words.report.takesAWhile({ file: name });
  const waiting = tellWaiting(text, { label: words.report.cancel, run: cancel });
  try {
    const written = await file;
    if (written === null) return;
    download(name, written, format.type);
    notify({ tone: 'success', text: words.report.exported({ file: name }) });
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    notify({ tone: 'error', text: words.report.failed({ file: name, cause }) });
  } finally {
    waiting.done();
  }
}
