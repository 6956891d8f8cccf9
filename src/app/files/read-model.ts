import { LIMITS } from '../../core/codec/index.ts';
import type { Model } from '../../core/document/index.ts';
import { notify, tellWaiting } from '../store/index.ts';
import { words } from '../words/index.ts';
import { readBeside } from './file-service.ts';
import { tellRefused } from './open.ts';

/**
 * Reads the model of a file that is not opened, only looked at; null, and the user was told, where there is none or
 * the reading was stopped. No tab comes of it.
 */
export async function readModelOf(file: File): Promise<{ name: string; model: Model } | null> {
  const { name } = file;
  try {
    if (file.size > LIMITS.bytes) {
      const megabytes = Math.floor(LIMITS.bytes / 1024 / 1024);
      notify({ tone: 'error', text: words.files.opening.tooLarge({ file: name, megabytes }) });
      return null;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { read, stop } = readBeside(bytes, {
      name,
      as: 'model',
      file,
      progress: (share) => waiting.progress(share),
    });
    const text = words.files.opening.reading({ file: name });
    const waiting = tellWaiting(text, { label: words.files.opening.stop, run: stop });
    const found = await read.finally(waiting.done);
    if (found === null) return null;
    if (found.ok && found.value.format === 'tm7') return { name, model: found.value.model };
    if (!found.ok) tellRefused(name, found.error);
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    notify({ tone: 'error', text: words.files.opening.failed({ file: name, reason }) });
    return null;
  }
}
