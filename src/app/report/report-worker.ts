import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { strToU8, zipSync } from 'fflate';
import { seldom } from '../../core/base/index.ts';
import { writeModel } from '../../core/codec/index.ts';
import {
  choicesFor,
  markdownWithPictures,
  REPORT_TYPES,
  renderReport,
  reportFormat,
  reportOf,
  reportParts,
} from '../../core/session/index.ts';
import { joined, type Piece } from '../ui/pieces.ts';
import { type ReportAnswer, type ReportQuestion, type SentJob, withEnding } from './report-job.ts';

/** The folder of the pictures beside a Markdown report. */
const PICTURES = 'pictures';

const answer = (message: ReportAnswer): void => postMessage(message);

const teller = (): ((share: number) => void) =>
  seldom(
    (share) => answer({ kind: 'progress', share }),
    () => performance.now(),
  );

const pieces: Piece[] = [];

addEventListener('message', ({ data }: MessageEvent<ReportQuestion>) => {
  if (data.kind === 'piece') {
    pieces.push(data.piece);
    answer({ kind: 'taken' });
    return;
  }
  // What was cut into pieces at the other end, which is this program too.
  const job = joined(pieces.splice(0)) as Omit<SentJob, 'bytes'>;
  write({ ...job, bytes: data.bytes }).catch((error: unknown) => {
    answer({ kind: 'failed', cause: error instanceof Error ? error.message : String(error) });
  });
});

addEventListener('messageerror', ({ type }) => answer({ kind: 'failed', cause: type }));

/** As many threats are shown in the frame. Its page is laid out while one works on. */
const MOST = 1000;

/** Writes one report. What a library throws in a callback of its own ends the worker instead. */
async function write(job: SentJob): Promise<void> {
  const { model, fileName, bytes, choices, since, now, format, theme, tool } = job;
  const report = reportOf(model, now, {
    tool,
    place: fileName,
    choices: choicesFor(format, choices),
    ...(since === null ? {} : { since }),
    // What a save would write has this sum as well: a file that nothing changed keeps its bytes.
    file: { name: fileName, sha256: bytesToHex(sha256(bytes ?? writeModel(model))) },
  });
  const beside = format === 'md' ? markdownWithPictures(report, PICTURES) : null;
  if (beside !== null) {
    const name = withEnding(fileName, reportFormat(format)?.extensions[0] ?? format);
    const files = beside.pictures.map(({ name: picture, svg }) => [`${PICTURES}/${picture}`, strToU8(svg)]);
    const packed = zipSync(Object.fromEntries([[name, strToU8(beside.text)], ...files]));
    answer({ kind: 'done', file: new Blob([new Uint8Array(packed)], { type: 'application/zip' }) });
    return;
  }
  const type = REPORT_TYPES[format];
  const shown = job.preview === true ? { most: MOST } : { search: true };
  const parts = reportParts(report, format, theme === undefined ? shown : { ...shown, theme });
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
