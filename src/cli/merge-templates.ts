import { randomUUID } from 'node:crypto';
import { conflictLines, namesakes } from '../core/compare/index.ts';
import type { Template } from '../core/document/index.ts';
import { listedThing, mergeKeepingAll, mergeKeepingBoth } from '../core/session/index.ts';
import { laterWords } from '../core/words/later.ts';
import { checkEnding, EXIT, Failure, openFile, type Streams, shown, writeDocument } from './io.ts';

interface MergeOptions {
  readonly output: string;
  readonly base?: string;
  readonly prefer?: string;
}

function templateOf(file: string, streams: Streams): Template {
  const opened = openFile(file, streams);
  if (opened.format !== 'tb7')
    throw new Failure(`${shown(file)}: this is a model, not a template`, EXIT.unreadable);
  return opened.template;
}

/**
 * `trustline merge-templates`: two templates made one; with a common older version by what each side changed of that.
 * Conflicts are listed, and end with findings unless a side is preferred, or both are; the result is written and opens
 * either way.
 */
export function mergeTemplateFiles(a: string, b: string, options: MergeOptions, streams: Streams): void {
  checkEnding(options.output, ['.tb7']);
  const [ours, theirs] = [templateOf(a, streams), templateOf(b, streams)];
  const base = options.base === undefined ? null : templateOf(options.base, streams);
  const prefer = options.prefer === 'b' ? 'theirs' : 'ours';
  const templates = { base, ours, theirs };
  const { merged, both } =
    options.prefer === 'both'
      ? mergeKeepingAll(templates, randomUUID, { prefer })
      : { merged: mergeKeepingBoth(templates, [], randomUUID, { prefer }), both: [] };
  for (const one of both) {
    const { kind, name } = listedThing(theirs, one);
    streams.err(
      `both kept: ${laterWords.changes.kinds[kind]} "${name}": ${one.id}, and the second under a new id`,
    );
  }
  for (const { of, name, ours: one, theirs: other } of namesakes(ours, theirs))
    streams.err(`both kept: ${laterWords.changes.kinds[of]} "${name}": ${one} and ${other}`);
  const said = conflictLines('template', merged.conflicts, [ours, theirs]);
  for (const [index, { what }] of said.entries()) {
    const { name, version } = (merged.conflicts[index]?.taken === 'theirs' ? theirs : ours).manifest;
    streams.err(`conflict: ${what}: taken from ${name} ${version}`);
  }
  writeDocument(options.output, merged.document, streams);
  const count = merged.conflicts.length;
  if (count > 0 && options.prefer === undefined)
    throw new Failure(
      `${count} ${count === 1 ? 'conflict' : 'conflicts'}, settled by the first template`,
      EXIT.findings,
    );
}
