import { seldom } from '../../core/base/index.ts';
import { renderReport, reportFormat, reportOf, reportParts } from '../../core/session/index.ts';
import type { ReportAnswer, SentJob } from './report-job.ts';

const answer = (message: ReportAnswer): void => postMessage(message);

const teller = (): ((share: number) => void) =>
  seldom(
    (share) => answer({ kind: 'progress', share }),
    () => performance.now(),
  );

addEventListener('message', ({ data }: MessageEvent<SentJob>) => {
  write(data).catch((error: unknown) => {
    answer({ kind: 'failed', cause: error instanceof Error ? error.message : String(error) });
  });
});

/** Writes one report. What a library throws in a callback of its own ends the worker instead. */
async function write({ model, fileName, now, format, theme, tool }: SentJob): Promise<void> {
  const report = reportOf(model, now, {
    tool,
    ...(fileName === undefined ? {} : { place: fileName }),
  });
  const type = reportFormat(format)?.type ?? '';
  const parts = reportParts(report, format, theme === undefined ? {} : { theme });
  if (parts === undefined) {
    const written = await renderReport(report, format, teller());
    const part = typeof written === 'string' ? written : new Uint8Array(written);
    answer({ kind: 'done', file: new Blob([part], { type }) });
    return;
  }
  const tell = teller();
  const all = report.model.threats.length;
  let threats = 0;
  const files: Blob[] = [];
  let waiting: string[] = [];
  for (const part of parts) {
    waiting.push(part);
    if (waiting.length >= 1000) {
      files.push(new Blob(waiting));
      waiting = [];
    }
    // As a rule a part is a threat, or stands around some.
    threats += 1;
    tell(Math.min(threats / Math.max(all, 1), 0.99));
  }
  answer({ kind: 'done', file: new Blob([...files, ...waiting], { type }) });
}
