import type { Model } from '../../core/document/index.ts';
import { REPORT_TYPES, type ReportFormat } from '../../core/session/index.ts';
import { author, notify, type OpenModel, session, tellWaiting } from '../store/index.ts';
import { download } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { choicesOf } from './kept-choices.ts';
import { olderOf } from './kept-since.ts';
import { withEnding, writeReport } from './report-job.ts';

/** The ending of a text with its pictures. */
const ARCHIVE = 'zip';

/** Writes the report of a model in one format and hands it to the downloads. */
export async function exportReport(
  model: Model,
  fileName: string,
  format: ReportFormat,
  progress?: (share: number) => void,
): Promise<void> {
  const choices = choicesOf(model);
  // Pictures as files come with the text in one archive.
  const packed = format.id === 'md' && choices.markdownPictures === 'files';
  const name = withEnding(fileName, packed ? ARCHIVE : format.extensions[0]);
  const open = session
    .getState()
    .documents.find((each): each is OpenModel => each.kind === 'model' && each.model === model);
  const opened = open?.opened;
  const job = {
    model,
    fileName,
    bytes: opened?.model === model ? opened.bytes : null,
    choices,
    since: olderOf(open?.id),
    now: author().now,
    format: format.id,
  };
  const { file, cancel } = writeReport(job, (share) => {
    waiting.progress(share);
    progress?.(share);
  });
  const text = laterWords.reportView.takesAWhile({ file: name });
  const waiting = tellWaiting(text, { label: laterWords.reportView.cancel, run: cancel });
  try {
    const written = await file;
    if (written === null) return;
    download(name, written, packed ? 'application/zip' : REPORT_TYPES[format.id]);
    notify({ tone: 'success', text: laterWords.reportView.exported({ file: name }) });
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    notify({
      tone: 'error',
      text: laterWords.reportView.failed({ file: name, cause }),
      wrong: 'fault:not-made',
    });
  } finally {
    waiting.done();
  }
}
