import type { Opened } from '../core/codec/index.ts';
import { type Conflict, conflictLines, type Merged, mergeTemplates } from '../core/compare/index.ts';
import type { Model, Template } from '../core/document/index.ts';
import { brokenBy, type Misfit, mergeWhole, misfitOf } from '../core/session/index.ts';
import { brokenWords } from '../core/words/later.ts';
import {
  EXIT,
  Failure,
  openBytes,
  readBytes,
  type Streams,
  shown,
  writeBytes,
  writeDocument,
  writeText,
} from './io.ts';

export const MERGE_FORMATS = ['text', 'json'] as const;

interface MergeOptions {
  readonly output: string;
  readonly prefer?: string;
  readonly keepThreats?: boolean;
  readonly format: string;
  /** What messages call the file; git hands over temporary ones. */
  readonly name?: string;
}

/** The three files in their order. */
const SIDES = ['base', 'ours', 'theirs'] as const;
type Files = Readonly<Record<(typeof SIDES)[number], Opened>>;

/**
 * `trustline merge`: two descendants of one model, or of one template, made one. Conflicts are listed and end with
 * findings unless a side is preferred; the result is written and opens either way. What cannot be merged is told, and
 * nothing is written.
 */
export function mergeFiles(
  files: readonly [base: string, ours: string, theirs: string],
  options: MergeOptions,
  streams: Streams,
): void {
  if (files.filter((file) => file === '-').length > 1)
    throw new Failure('only one of the three can be standard input', EXIT.usage);
  if (options.format === 'json' && options.output === '-')
    throw new Failure('standard output takes the merged file or --format json, not both', EXIT.usage);
  const opened = openThree(files, options.name, streams);
  checkEndingOf(options.output, opened.ours);
  const name = options.name ?? shown(files[1]);
  const { conflicts, said } = merge(opened, name, options, streams);
  if (options.format === 'json')
    writeText('-', `${JSON.stringify(factsOf(files, conflicts, said), null, 2)}\n`, 'json', streams);
  for (const [index, { what, ours, theirs }] of said.entries())
    streams.err(
      `${name}: conflict: ${what}: ours ${ours}, theirs ${theirs}; taken: ${conflicts[index]?.taken ?? 'ours'}`,
    );
  const count = conflicts.length;
  if (count > 0 && options.prefer === undefined)
    throw new Failure(
      `${name}: ${count} ${count === 1 ? 'conflict' : 'conflicts'}; the file opens, and has what each line says was taken`,
      EXIT.findings,
    );
}

function openThree(
  files: readonly [string, string, string],
  name: string | undefined,
  streams: Streams,
): Files {
  const [base, ours, theirs] = files.map((file, index) => {
    const bytes = readBytes(file, streams);
    const called = name === undefined ? file : `${name} (${SIDES[index]})`;
    if (bytes.length === 0 && index === 0)
      throw new Failure(
        `${name ?? shown(file)}: there is no common version (it is empty): both sides made the file anew, and nothing tells how they belong together`,
        EXIT.unreadable,
      );
    return openBytes(called, bytes, streams);
  });
  if (base === undefined || ours === undefined || theirs === undefined)
    throw new Failure('three files are merged', EXIT.usage);
  return { base, ours, theirs };
}

/** A name of git has no ending; one that has must be that of what is written. */
function checkEndingOf(output: string, { format }: Opened): void {
  const other = format === 'tm7' ? '.tb7' : '.tm7';
  if (output.toLowerCase().endsWith(other))
    throw new Failure(`${output}: a ${format === 'tm7' ? 'model' : 'template'} is no ${other}`, EXIT.usage);
}

function merge({ base, ours, theirs }: Files, name: string, options: MergeOptions, streams: Streams) {
  if (base.format === 'tm7' && ours.format === 'tm7' && theirs.format === 'tm7') {
    const three = { base: base.model, ours: ours.model, theirs: theirs.model };
    fitting(misfitOf(three), name, 'model');
    const threats = options.keepThreats === true ? 'keep' : 'follow';
    const merged = mergeWhole(three, { ...preferring(options), threats });
    const [fault] = brokenBy(merged.document, three);
    if (fault !== undefined) throw new Failure(`${name}: not written: ${brokenWords(fault)}`, EXIT.internal);
    write(merged, [three.ours, ours.bytes], [three.theirs, theirs.bytes], options, streams);
    return {
      conflicts: merged.conflicts,
      said: conflictLines('model', merged.conflicts, [three.ours, three.theirs]),
    };
  }
  if (base.format === 'tb7' && ours.format === 'tb7' && theirs.format === 'tb7') {
    const three = { base: base.template, ours: ours.template, theirs: theirs.template };
    fitting(misfitOf(three), name, 'template');
    const merged = mergeTemplates(three.base, three.ours, three.theirs, preferring(options));
    write(merged, [three.ours, ours.bytes], [three.theirs, theirs.bytes], options, streams);
    return {
      conflicts: merged.conflicts,
      said: conflictLines('template', merged.conflicts, [three.ours, three.theirs]),
    };
  }
  throw new Failure(`${name}: models and templates cannot be merged with each other`, EXIT.unreadable);
}

const preferring = ({ prefer }: MergeOptions) =>
  ({ prefer: prefer === 'theirs' ? 'theirs' : 'ours' }) as const;

const MISFITS: Readonly<Record<Misfit, (kind: string) => string>> = {
  different: (kind) => `these are two different ${kind}s: they have nothing in common`,
  base: (kind) => `the base does not fit: it is no version of the ${kind}`,
  templates: () =>
    'the models are on different templates; put all on one first (trustline upgrade), the base, too',
};

function fitting(misfit: Misfit | null, name: string, kind: string): void {
  if (misfit !== null)
    throw new Failure(`${name}: ${MISFITS[misfit](kind)}; nothing is written`, EXIT.unreadable);
}

/** Writes the result; a side that the result is keeps its bytes. */
function write<Doc extends Model | Template>(
  { document }: Merged<Doc>,
  ours: readonly [Doc, Uint8Array],
  theirs: readonly [Doc, Uint8Array],
  { output }: MergeOptions,
  streams: Streams,
): void {
  const same = [ours, theirs].find(([side]) => side === document);
  if (same !== undefined) writeBytes(output, same[1], streams);
  else writeDocument(output, document, streams);
}

/** As docs/schemas/merge-1.json says. */
const factsOf = (
  [base, ours, theirs]: readonly [string, string, string],
  conflicts: readonly Conflict[],
  said: readonly { readonly what: string; readonly ours: string; readonly theirs: string }[],
) => ({
  $schema: 'urn:trustline:schema:merge:1',
  version: 1,
  base,
  ours,
  theirs,
  conflicts: conflicts.map(({ cause, kind, taken, ...rest }, index) => ({
    what: said[index]?.what ?? '',
    ours: said[index]?.ours ?? '',
    theirs: said[index]?.theirs ?? '',
    taken,
    cause,
    kind,
    id: rest.id,
    path: rest.path,
    field: rest.field,
    ...(rest.key === undefined ? {} : { key: rest.key }),
    values: { base: rest.base ?? null, ours: rest.ours ?? null, theirs: rest.theirs ?? null },
  })),
});
