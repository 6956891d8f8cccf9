import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { escapeMarkup } from '../drawing/index.ts';
import { SARIF_SCHEMA, sarifAddress, sarifMessage } from '../report/index.ts';
import type { GateFinding, Level } from './finding.ts';
import type { Policy } from './policy.ts';

/** A file with what the gate says of it. */
export interface CheckedFile {
  /** As it is named in messages, with forward slashes. */
  readonly file: string;
  /** False for one that was not opened: no rule was tried on it, and its findings say why. */
  readonly readable: boolean;
  readonly findings: readonly GateFinding[];
  /** What could not be checked, in words. */
  readonly unchecked: readonly string[];
}

const SARIF_LEVELS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** The findings as SARIF 2.1.0: one run, a rule for each that speaks, a result for each finding. */
export function gateSarif(files: readonly CheckedFile[], policy: Policy, version: string): string {
  const explained = new Map(policy.rules.map(({ id, explanation }) => [id, explanation]));
  const rules = [...new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)))];
  const results = files.flatMap(({ file, findings }) => {
    const seen = new Map<string, number>();
    return findings.map((finding) => result(file, finding, rules.indexOf(finding.rule), seen));
  });
  const log = {
    $schema: SARIF_SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Trustline check',
            version,
            semanticVersion: version,
            rules: rules.map((id) => ({ id, shortDescription: sarifMessage(explained.get(id) ?? id) })),
          },
        },
        automationDetails: { id: 'trustline/check/' },
        invocations: [
          {
            executionSuccessful: files.every(({ readable }) => readable),
            toolExecutionNotifications: files.flatMap(({ file, unchecked }) =>
              unchecked.map((text) => ({
                descriptor: { id: 'unchecked' },
                level: 'warning',
                message: sarifMessage(`${file}: not checked: ${text}`),
              })),
            ),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function result(file: string, finding: GateFinding, ruleIndex: number, seen: Map<string, number>) {
  const { rule, level, text, diagram, element, threat } = finding;
  // Ids do not change when something is renamed: the fingerprint stays. Those that share one are counted.
  const what = [file, rule, diagram ?? '', element ?? '', threat ?? ''].join('\n');
  const turn = (seen.get(what) ?? 0) + 1;
  seen.set(what, turn);
  const print = bytesToHex(sha256(utf8ToBytes(`${what}\n${turn}`)));
  const place = [diagram, element, threat].filter((one) => one !== undefined).join('/');
  return {
    ruleId: rule,
    ruleIndex,
    level: SARIF_LEVELS[level],
    message: sarifMessage(text),
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: sarifAddress(file) }, region: { startLine: 1 } },
        ...(place === '' ? {} : { logicalLocations: [{ fullyQualifiedName: place }] }),
      },
    ],
    partialFingerprints: { 'trustlineCheck/v1': print },
  };
}

/**
 * The findings as JUnit: a suite for each file, a case for each rule that speaks or that a policy has and that
 * was tried; a case fails where a finding of it is at or above the level. What could not be checked is a case that
 * was skipped.
 */
export function gateJunit(
  files: readonly CheckedFile[],
  policy: Policy,
  fails: (level: Level) => boolean,
): string {
  const suites = files.map(({ file, readable, findings, unchecked }) => {
    const tried = readable ? policy.rules.map(({ id }) => id) : [];
    const rules = [...new Set([...tried, ...findings.map(({ rule }) => rule)])];
    const cases = rules.map((rule) => {
      const broken = findings.filter((one) => one.rule === rule);
      const failing = broken.filter(({ level }) => fails(level));
      const lines = (failing.length > 0 ? failing : broken)
        .map(({ level, text }) => escapeMarkup(`${level}: ${text}`))
        .join('\n');
      const inside =
        failing.length > 0
          ? `<failure message="${escapeMarkup(failing[0]?.text ?? '')}">${lines}</failure>`
          : lines === ''
            ? ''
            : `<system-out>${lines}</system-out>`;
      return {
        failed: failing.length > 0,
        text: `    <testcase classname="${escapeMarkup(file)}" name="${escapeMarkup(rule)}">${inside}</testcase>`,
      };
    });
    const skipped = unchecked.map(
      (text) =>
        `    <testcase classname="${escapeMarkup(file)}" name="unchecked"><skipped message="${escapeMarkup(text)}"/></testcase>`,
    );
    const failures = cases.filter(({ failed }) => failed).length;
    return {
      failures,
      count: cases.length + skipped.length,
      text: `  <testsuite name="${escapeMarkup(file)}" tests="${cases.length + skipped.length}" failures="${failures}" skipped="${skipped.length}">\n${[...cases.map(({ text }) => text), ...skipped].join('\n')}\n  </testsuite>`,
    };
  });
  const sum = (of: (suite: (typeof suites)[number]) => number): number =>
    suites.reduce((total, suite) => total + of(suite), 0);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="trustline check" tests="${sum(({ count }) => count)}" failures="${sum(({ failures }) => failures)}">\n${suites.map(({ text }) => text).join('\n')}\n</testsuites>\n`;
}
