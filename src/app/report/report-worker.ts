import { renderReport, reportFormat, reportOf, reportParts } from '../../core/session/index.ts';
import type { ReportAnswer, ReportJob } from './report-job.ts';

/** Milliseconds between two words on how far it is. */
const OFTEN = 100;

const answer = (message: ReportAnswer): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<ReportJob>) => {
  write(data).catch((error: unknown) => {
    answer({ kind: 'failed', cause: error instanceof Error ? error.message : String(error) });
  });
});

/** Writes one report. What a library throws in a callback of its own ends the worker instead. */
async function write({ model, now, format, theme }: ReportJob): Promise<void> {
  const report = reportOf(model, now);
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

/** Says how far a report is, from 0 to 1, but not more often than anybody can read. */
function teller(): (share: number) => void {
  let last = performance.now();
  return (share) => {
    const now = performance.now();
    if (now - last < OFTEN) return;
    last = now;
    answer({ kind: 'progress', share });
  };
}
