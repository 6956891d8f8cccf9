import { atOnce, firstOfEach, type Steps } from '../base/index.ts';
import { defaultFlowType, type Template } from '../document/index.ts';
import { compileSteps } from '../engine/index.ts';
import type { Finding } from './findings.ts';
import { stencilFindings } from './stencils.ts';
import { threatFindings } from './threat-types.ts';

const ORDER = { error: 0, warning: 1, info: 2 } as const;
/** Findings of one sort that are told one by one. */
const MOST_OF_A_SORT = 200;

/** What a person should look at in a template, the gravest first, else in the order of the file. */
export const checkTemplate = (template: Template): readonly Finding[] => atOnce(checkSteps(template));

/** The same, in steps: what goes over a type or a stencil at a time, and what has to see all of them in one. */
export function* checkSteps(template: Template): Steps<readonly Finding[]> {
  const compiled = yield* compileSteps(template);
  const findings = [
    ...wholeFindings(template),
    ...(yield* stencilFindings(template, compiled)),
    ...(yield* threatFindings(template, compiled)),
  ];
  return shortened(findings.sort((a, b) => ORDER[a.severity] - ORDER[b.severity]));
}

function wholeFindings(template: Template): readonly Finding[] {
  const { manifest, genericElements, standardElements } = template;
  const findings: Finding[] = [];
  const say = (
    severity: Finding['severity'],
    code: 'no-template-id' | 'no-template-name' | 'no-stencils' | 'no-flow',
  ) => findings.push({ code, severity, item: null });
  if (manifest.id.trim() === '') say('error', 'no-template-id');
  if (manifest.name.trim() === '') say('warning', 'no-template-name');
  if (!/^\d{1,9}(?:\.\d{1,9}){3}$/.test(manifest.version))
    findings.push({
      code: 'odd-version',
      params: { version: manifest.version.slice(0, 60) },
      severity: 'warning',
      item: null,
    });
  if (genericElements.length + standardElements.length === 0) say('error', 'no-stencils');
  else if (defaultFlowType(template) === null) say('error', 'no-flow');
  return findings;
}

/** The first findings of each sort, and how many more there are in the place of the next. */
const shortened = (findings: readonly Finding[]): readonly Finding[] =>
  firstOfEach(
    findings,
    ({ code }) => code,
    MOST_OF_A_SORT,
    ({ code, severity }, count) => ({
      code: 'more-findings',
      params: { count },
      severity,
      item: null,
      of: code,
    }),
  );
