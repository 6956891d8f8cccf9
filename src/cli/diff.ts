import type { Opened } from '../core/codec/index.ts';
import { diffLines, diffModels, diffTemplates, summary } from '../core/compare/index.ts';
import { EXIT, Failure, openFile, type Streams, shown, writeText } from './io.ts';

export const DIFF_FORMATS = ['text', 'json'] as const;

interface DiffOptions {
  readonly format: string;
  readonly exitCode?: boolean;
}

/** `trustline diff`: what is different from one model to another, or from one template to another. */
export function diffFiles(a: string, b: string, options: DiffOptions, streams: Streams): void {
  if (a === '-' && b === '-') throw new Failure('only one of the two can be standard input', EXIT.usage);
  const before = openFile(a, streams);
  const after = openFile(b, streams);
  const [diff, lines] = differenceOf(a, before, b, after);
  if (options.format === 'json') {
    const { counts, movesOnly, mayChangeThreats } = summary(diff);
    const facts = { version: 1, of: diff.of, counts, movesOnly, mayChangeThreats, changes: diff.changes };
    writeText('-', `${JSON.stringify(facts, null, 2)}\n`, 'json', streams);
  } else writeText('-', lines.map((line) => `${line}\n`).join(''), 'table', streams);
  if (options.exitCode === true && diff.changes.length > 0) throw new Failure('', EXIT.findings);
}

function differenceOf(a: string, before: Opened, b: string, after: Opened) {
  if (before.format === 'tm7' && after.format === 'tm7') {
    const diff = diffModels(before.model, after.model);
    return [diff, diffLines(diff, before.model, after.model)] as const;
  }
  if (before.format === 'tb7' && after.format === 'tb7') {
    const diff = diffTemplates(before.template, after.template);
    return [diff, diffLines(diff, before.template, after.template)] as const;
  }
  throw new Failure(`${shown(a)} and ${shown(b)}: one is a model, the other a template`, EXIT.unreadable);
}
