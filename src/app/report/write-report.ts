import type { Model } from '../../core/document/index.ts';
import type { ReportFormat } from '../../core/session/index.ts';
import { author, dismissNotice, notify } from '../store/index.ts';
import { download } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { writeReport } from './report-job.ts';

/** Milliseconds after which a person is told that it takes a while, and may stop it. */
const A_WHILE = 1000;

/** Writes the report of a model in one format and hands it to the downloads. */
export async function exportReport(
  model: Model,
  fileName: string,
  format: ReportFormat,
  progress?: (share: number) => void,
): Promise<void> {
  const name = `${fileName.replace(/\.tm7$/i, '')}.${format.extensions[0]}`;
  const { file, cancel } = writeReport({ model, now: author().now, format: format.id }, progress);
  let notice: number | null = null;
  const timer = setTimeout(() => {
    const text = words.report.takesAWhile({ file: name });
    notice = notify({ tone: 'info', text, action: { label: words.report.cancel, run: cancel } });
  }, A_WHILE);
  try {
    const written = await file;
    if (written === null) return;
    download(name, written, format.type);
    notify({ tone: 'success', text: words.report.exported({ file: name }) });
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    notify({ tone: 'error', text: words.report.failed({ file: name, cause }) });
  } finally {
    clearTimeout(timer);
    if (notice !== null) dismissNotice(notice);
  }
}
