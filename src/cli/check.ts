import packageJson from '../../package.json' with { type: 'json' };
import { checkTemplate, type Finding } from '../core/check/index.ts';
import type { Opened } from '../core/codec/index.ts';
import type { Template } from '../core/document/index.ts';
import {
  type CheckedFile,
  checkModel,
  checkRepairs,
  type GateFinding,
  gateJunit,
  gateSarif,
  LEVELS,
  type Level,
  NO_POLICY,
  type Policy,
  readPolicy,
  templateFindings,
} from '../core/policy/index.ts';
import { findingWords } from '../core/words/later.ts';
import { filesOf } from './glob.ts';
import { checkApart, EXIT, Failure, openFile, readText, type Streams, shown, writeText } from './io.ts';
import { unchecked } from './threats.ts';

export { LEVELS };
export const CHECK_FORMATS = ['text', 'json', 'sarif', 'junit'] as const;

interface CheckOptions {
  readonly format: string;
  readonly level: string;
  readonly output: string;
  readonly policy?: string;
}

/** A file with all that its findings are told from; nothing was opened of one that cannot be read. */
interface Checked extends CheckedFile {
  readonly opened: Opened | null;
}

/**
 * `trustline check`: what a person should look at in models and templates. Ends with findings when one is at or above
 * the level, otherwise with `unchecked` where a model could not be checked at all or not by every rule. A file that cannot
 * be read is a finding of its own, which decides: what is said of the others is written first.
 */
export function checkFiles(patterns: readonly string[], options: CheckOptions, streams: Streams): void {
  const policy = policyOf(options.policy, streams);
  const files = filesOf(patterns, streams);
  for (const read of [...files, ...(options.policy === undefined ? [] : [options.policy])])
    checkApart(read, options.output);
  const checked = files.map((file) => checkOrTell(file, policy, options.level === 'info', streams));
  const level = LEVELS.indexOf(levelOf(options.level));
  const fails = (one: Level): boolean => LEVELS.indexOf(one) <= level;
  write(checked, options, policy, fails, streams);
  for (const { file, unchecked: left } of checked)
    if (left.length > 0) streams.err(`${file}: not checked: ${left.join(', ')}`);
  const [unread, ...more] = unreadIn(checked);
  if (unread !== undefined) {
    const others = more.length === 0 ? '' : ` (and ${more.length} more of ${checked.length} files)`;
    throw new Failure(`${unread.text}${others}`, EXIT.unreadable);
  }
  const counts = LEVELS.filter(fails).flatMap((severity) => {
    const count = checked.flatMap(({ findings }) => findings).filter((one) => one.level === severity).length;
    return count === 0 ? [] : [`${count} ${NOUNS[severity]}${count === 1 ? '' : 's'}`];
  });
  if (counts.length > 0) throw new Failure(counts.join(', '), EXIT.findings);
  const left = checked.filter((one) => one.unchecked.length > 0).length;
  if (left > 0)
    throw new Failure(
      `${left} ${left === 1 ? 'file was' : 'files were'} not checked as a whole`,
      EXIT.unchecked,
    );
}

function policyOf(file: string | undefined, streams: Streams): Policy {
  if (file === undefined) return NO_POLICY;
  const read = readPolicy(readText(file, streams));
  if (read.ok) return read.value;
  for (const fault of read.error) streams.err(`${shown(file)}: ${fault}`);
  throw new Failure(`${shown(file)}: this is no policy`, EXIT.unreadable);
}

/** What the check says of a file, or why it cannot be read. */
function checkOrTell(file: string, policy: Policy, remarks: boolean, streams: Streams): Checked {
  try {
    return check(file, policy, remarks, streams);
  } catch (error) {
    if (!(error instanceof Failure) || error.exitCode !== EXIT.unreadable) throw error;
    const finding = { rule: 'file/unreadable', level: 'error', text: error.message } as const;
    return { file: shown(file), opened: null, readable: false, findings: [finding], unchecked: [] };
  }
}

/** Files that cannot be read, with a message that names them. */
const unreadIn = (checked: readonly Checked[]): readonly { readonly file: string; readonly text: string }[] =>
  checked.flatMap(({ file, opened, findings }) =>
    opened === null ? findings.map(({ text }) => ({ file, text })) : [],
  );

function check(file: string, policy: Policy, remarks: boolean, streams: Streams): Checked {
  // What was repaired is among the findings.
  const opened = openFile(file, { ...streams, err: () => undefined });
  const own = templateFindings(templateOf(opened), policy);
  const findings =
    opened.format === 'tm7'
      ? // Remarks about its template are for who edits that.
        [
          ...checkModel(opened.model, opened.warnings, policy),
          ...own.filter(({ level }) => remarks || level !== 'info'),
        ]
      : [...checkRepairs(opened.warnings, policy), ...own];
  return {
    file: shown(file),
    opened,
    readable: true,
    // The message about it and the check of the template may say the same of a rule of the template.
    findings: findings.filter(({ rule }) => opened.format === 'tb7' || rule !== 'broken-filter'),
    unchecked: opened.format === 'tm7' ? unchecked(opened.model) : [],
  };
}

function write(
  checked: readonly Checked[],
  { format, output }: CheckOptions,
  policy: Policy,
  fails: (level: Level) => boolean,
  streams: Streams,
): void {
  switch (format) {
    case 'json':
      writeText(output, `${JSON.stringify(factsOf(checked, policy), null, 2)}\n`, 'json', streams);
      return;
    case 'sarif':
      writeText(output, gateSarif(checked.map(placed), policy, packageJson.version), 'json', streams);
      return;
    case 'junit':
      writeText(output, gateJunit(checked, policy, fails), 'csv', streams);
      return;
    default:
      writeText(output, lines(checked, policy), 'table', streams);
  }
}

/** As a path below the working folder, with forward slashes. */
const placed = (one: Checked): CheckedFile => ({
  ...one,
  file: one.file.replaceAll('\\', '/').replace(/^\.\//, ''),
});

/** A line for each finding, and what a policy has to say about it once below the first of its rule. */
function lines(checked: readonly Checked[], policy: Policy): string {
  const explained = new Map(policy.rules.map(({ id, explanation }) => [id, explanation]));
  return checked
    .flatMap(({ file, opened, findings }) => {
      if (opened === null) return findings.map(({ rule, text }) => `${text} [${rule}]\n`);
      const places = placesOf(templateOf(opened));
      return findings.flatMap(({ rule, level, text }) => {
        const line = `${file}: ${level}: ${text}${places.get(`${rule} ${text}`) ?? ''} [${rule}]\n`;
        const why = explained.get(rule);
        explained.delete(rule);
        return why === undefined ? [line] : [line, `  ${why}\n`];
      });
    })
    .join('');
}

const templateOf = (opened: Opened): Template =>
  opened.format === 'tb7' ? opened.template : opened.model.template;

/** Where in a filter a finding is, counted from 1 as editors do. */
const placesOf = (template: Template): ReadonlyMap<string, string> =>
  new Map(
    checkTemplate(template).flatMap((finding) =>
      finding.place === undefined
        ? []
        : [[`${finding.code} ${findingWords(finding)}`, ` (character ${finding.place.start + 1})`] as const],
    ),
  );

const NOUNS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', info: 'remark' };

const levelOf = (text: string): Level => LEVELS.find((level) => level === text) ?? 'warning';

/** As docs/schemas/check-1.json says. */
function factsOf(checked: readonly Checked[], policy: Policy) {
  return {
    $schema: 'urn:trustline:schema:check:1',
    version: 1,
    rules: policy.rules.map(({ id, explanation }) => ({ id, explanation })),
    unreadable: unreadIn(checked),
    files: checked.flatMap(({ file, opened, findings, unchecked: left }) => {
      if (opened === null) return [];
      const template = templateOf(opened);
      const { id, name, version } = template.manifest;
      const own = new Map(checkTemplate(template).map((one) => [`${one.code} ${findingWords(one)}`, one]));
      return {
        file,
        kind: opened.format === 'tb7' ? 'template' : 'model',
        template: { id, name, version },
        unchecked: left,
        findings: findings.map((one) => factOf(one, own.get(`${one.rule} ${one.text}`))),
      };
    }),
  };
}

const factOf = (
  { rule, level, text, diagram, element, threat }: GateFinding,
  finding: Finding | undefined,
) => ({
  level,
  code: rule,
  text,
  diagram: diagram ?? null,
  element: element ?? null,
  threat: threat ?? null,
  item: finding?.item ?? null,
  place: finding?.place ?? null,
  fixable: finding?.fix !== undefined,
});
