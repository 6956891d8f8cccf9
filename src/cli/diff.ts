import path from 'node:path';
import {
  besideSvg,
  type ChangeReport,
  changeComment,
  changeHtml,
  changeMarkdown,
  changeReport,
  comparedDiagrams,
  groupsOf,
} from '../core/change-report/index.ts';
import type { Opened } from '../core/codec/index.ts';
import {
  DIFFERENCE_GROUPS,
  type Difference,
  differenceLine,
  differencesOf,
  diffModels,
  diffTemplates,
  haveNothingInCommon,
  type ModelDiff,
  summary,
  type TemplateDiff,
} from '../core/compare/index.ts';
import type { Model, Template } from '../core/document/index.ts';
import {
  checkApart,
  EXIT,
  Failure,
  makeFolder,
  openFile,
  picturesBeside,
  type Streams,
  shown,
  writeBytes,
  writeText,
} from './io.ts';

export const DIFF_FORMATS = ['text', 'json', 'md', 'comment', 'html'] as const;

/** What `--only` takes: the groups, and what a difference amounts to. */
export const ONLY = [...DIFFERENCE_GROUPS, 'threat-changes', 'moves', 'no-moves'] as const;

interface DiffOptions {
  readonly format: string;
  readonly output: string;
  readonly only?: string;
  readonly exitCode?: boolean;
  /** What both are called in reports; build servers compare temporary files. */
  readonly name?: string;
}

/** Two documents of one kind with what is different between them. */
export interface Compared {
  readonly before: Model | Template;
  readonly after: Model | Template;
  readonly diff: ModelDiff | TemplateDiff;
  readonly differences: readonly Difference[];
}

/** `trustline diff`: what is different from one model to another, or from one template to another. */
export function diffFiles(a: string, b: string, options: DiffOptions, streams: Streams): void {
  for (const file of [a, b]) checkApart(file, options.output);
  const compared = compareFiles(a, b, streams);
  const wanted = options.only === undefined ? () => true : filterOf(options.only);
  const differences = compared.differences.filter(wanted);
  write(options, compared, differences, [a, b], streams);
  if (options.exitCode === true && differences.length > 0) throw new Failure('', EXIT.findings);
}

/** Reads two files and compares them; one of them may be standard input. */
export function compareFiles(a: string, b: string, streams: Streams): Compared {
  if (a === '-' && b === '-') throw new Failure('only one of the two can be standard input', EXIT.usage);
  const before = openFile(a, streams);
  const after = openFile(b, streams);
  const compared = differenceOf(a, before, b, after);
  if (haveNothingInCommon(compared.before, compared.after))
    streams.err(
      `${shown(a)} and ${shown(b)}: warning: they have nothing in common: these are different ${compared.diff.of}s`,
    );
  return compared;
}

function differenceOf(a: string, before: Opened, b: string, after: Opened): Compared {
  if (before.format === 'tm7' && after.format === 'tm7') {
    const diff = diffModels(before.model, after.model);
    return {
      before: before.model,
      after: after.model,
      diff,
      differences: differencesOf(diff, before.model, after.model),
    };
  }
  if (before.format === 'tb7' && after.format === 'tb7') {
    const diff = diffTemplates(before.template, after.template);
    return {
      before: before.template,
      after: after.template,
      diff,
      differences: differencesOf(diff, before.template, after.template),
    };
  }
  throw new Failure(`${shown(a)} and ${shown(b)}: one is a model, the other a template`, EXIT.unreadable);
}

/** A test of `--only`: several, apart by commas, let through what one of them does; `no-moves` takes away. */
function filterOf(only: string): (difference: Difference) => boolean {
  const asked = only.split(',').map((one) => one.trim());
  const known: readonly string[] = ONLY;
  const odd = asked.find((one) => !known.includes(one));
  if (odd !== undefined) throw new Failure(`--only takes ${ONLY.join(', ')}, not "${odd}"`, EXIT.usage);
  const kept = asked.filter((one) => one !== 'no-moves');
  return ({ group, effect }) => {
    if (effect === 'moves' && asked.includes('no-moves')) return false;
    if (kept.length === 0 || kept.includes(group)) return true;
    return effect === 'threats'
      ? kept.includes('threat-changes')
      : effect === 'moves' && kept.includes('moves');
  };
}

function write(
  { format, output, name }: DiffOptions,
  compared: Compared,
  differences: readonly Difference[],
  [a, b]: readonly [string, string],
  streams: Streams,
): void {
  if (format === 'json') {
    writeText(output, `${JSON.stringify(factsOf(compared, differences, a, b), null, 2)}\n`, 'json', streams);
    return;
  }
  if (format === 'text') {
    writeText(output, diffText(differences), 'table', streams);
    return;
  }
  const names =
    name === undefined
      ? { before: shown(a), after: shown(b) }
      : { before: `${name} (before)`, after: `${name} (after)` };
  const report = changeReport(differences, compared.before, compared.after, names);
  if (format === 'html') writeBytes(output, changeHtml(report), streams);
  else if (format === 'comment') writeText(output, changeComment(report), 'md', streams);
  else writeText(output, markdown(report, output, streams), 'md', streams);
}

/** The differences as lines below the names of their groups. */
const diffText = (differences: readonly Difference[]): string =>
  groupsOf(differences)
    .map(
      ({ title, differences: list }) =>
        `${title} (${list.length})\n${list.map((one) => `  ${differenceLine(one)}\n`).join('')}`,
    )
    .join('\n');

/** As docs/schemas/diff-1.json says. With `--only`, `changes` are those of the differences. */
function factsOf(
  { diff, differences: all }: Compared,
  differences: readonly Difference[],
  a: string,
  b: string,
) {
  const isWhole = differences.length === all.length;
  const part = isWhole ? diff : { ...diff, changes: differences.flatMap(({ changes }) => changes) };
  const { counts } = summary(part);
  return {
    $schema: 'urn:trustline:schema:diff:1',
    version: 1,
    of: diff.of,
    before: a,
    after: b,
    counts,
    movesOnly: differences.length > 0 && differences.every(({ effect }) => effect === 'moves'),
    mayChangeThreats: differences.some(({ effect }) => effect === 'threats'),
    differences: differences.map(({ changes: _, ...one }) => one),
    changes: part.changes,
  };
}

/** Markdown, with pictures of the diagrams in a folder beside it where it goes to a file. */
function markdown(report: ChangeReport, output: string, streams: Streams): string {
  const { models, differences } = report;
  if (output === '-' || models === null) return changeMarkdown(report);
  const drawn = comparedDiagrams(differences, models.before, models.after);
  if (drawn.length === 0) return changeMarkdown(report);
  const folder = picturesBeside(output);
  makeFolder(folder.path);
  const pictures = drawn.map((diagram, index) => {
    const name = `diagram-${index + 1}.svg`;
    writeBytes(path.join(folder.path, name), besideSvg(diagram), streams);
    return { header: diagram.header, address: encodeURI(`${folder.name}/${name}`) };
  });
  return changeMarkdown(report, { pictures });
}
