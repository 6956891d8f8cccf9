import packageJson from '../../package.json' with { type: 'json' };
import { checkTemplate, type Finding } from '../core/check/index.ts';
import type { Opened } from '../core/codec/index.ts';
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
import { EXIT, Failure, openFile, readBytes, type Streams, shown, writeText } from './io.ts';
import { unchecked } from './threats.ts';

export { LEVELS };
export const CHECK_FORMATS = ['text', 'json', 'sarif', 'junit'] as const;

interface CheckOptions {
  readonly format: string;
  readonly level: string;
  readonly output: string;
  readonly policy?: string;
}

/** A file with all that its findings are told from. */
interface Checked extends CheckedFile {
  readonly opened: Opened;
}

/**
 * `trustline check`: what a person should look at in models and templates. Ends with findings when one is at or above
 * the level, otherwise with `unchecked` where a model could not be checked at all or not by every rule.
 */
export function checkFiles(patterns: readonly string[], options: CheckOptions, streams: Streams): void {
  const policy = policyOf(options.policy, streams);
  const checked = filesOf(patterns).map((file) => check(file, policy, options.level === 'info', streams));
  const level = LEVELS.indexOf(levelOf(options.level));
  const fails = (one: Level): boolean => LEVELS.indexOf(one) <= level;
  write(checked, options, policy, fails, streams);
  for (const { file, unchecked: left } of checked)
    if (left.length > 0) streams.err(`${file}: not checked: ${left.join(', ')}`);
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
  const read = readPolicy(new TextDecoder().decode(readBytes(file, streams)));
  if (read.ok) return read.value;
  for (const fault of read.error) streams.err(`${shown(file)}: ${fault}`);
  throw new Failure(`${shown(file)}: this is no policy`, EXIT.unreadable);
}

function check(file: string, policy: Policy, remarks: boolean, streams: Streams): Checked {
  // What was repaired is among the findings.
  const opened = openFile(file, { ...streams, err: () => undefined });
  const own = templateFindings(opened.format === 'tb7' ? opened.template : opened.model.template, policy);
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
      const template = opened.format === 'tb7' ? opened.template : opened.model.template;
      const places = placesOf(template);
      return findings.flatMap(({ rule, level, text }) => {
        const line = `${file}: ${level}: ${text}${places.get(`${rule} ${text}`) ?? ''} [${rule}]\n`;
        const why = explained.get(rule);
        explained.delete(rule);
        return why === undefined ? [line] : [line, `  ${why}\n`];
      });
    })
    .join('');
}

/** Where in a filter a finding is, counted from 1 as editors do. */
const placesOf = (template: Parameters<typeof checkTemplate>[0]): ReadonlyMap<string, string> =>
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
    files: checked.map(({ file, opened, findings, unchecked: left }) => {
      const template = opened.format === 'tb7' ? opened.template : opened.model.template;
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
