import { Wrench } from 'lucide-react';
import { useId } from 'react';
import { checkSteps, type Finding, fixed } from '../../core/check/index.ts';
import type { Template } from '../../core/document/index.ts';
import { findingWords } from '../../core/words/later.ts';
import { commitTemplate, explain, newGuid, selectInTemplate } from '../store/index.ts';
import { ExplainButton, IconButton, sliced, useSliced } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';

const { check: said, steps } = laterWords.template;

/** What the check finds in a template, worked out while nothing else is to be done. */
const checks = sliced(checkSteps);

/** What a person should look at: each leads to its place, and can be put right where that needs no question. */
export function CheckList({ template }: { readonly template: Template }) {
  const found = useSliced(checks, template, template.manifest.id);
  const findings = found?.value ?? null;
  return (
    <details className="template-check-list">
      <summary>{findings === null ? said.going : said.found({ count: findings.length })}</summary>
      {findings?.length === 0 && <p className="empty">{said.none}</p>}
      <Findings findings={findings ?? []} current={found?.of === template} />
    </details>
  );
}

interface FindingsProps {
  readonly findings: readonly Finding[];
  /** Whether they are of the template as it is now: those of another state cannot be put right. */
  readonly current: boolean;
}

function Findings({ findings, current }: FindingsProps) {
  const id = useId();
  return (
    <ul className="template-findings">
      {findings.map((finding, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: findings have no other identity
        <li key={index}>
          <button
            id={`${id}-${index}`}
            type="button"
            className="template-line"
            disabled={finding.item === null}
            onClick={() => finding.item !== null && selectInTemplate(finding.item)}
          >
            <span className="template-level" data-level={finding.severity}>
              {said.levels[finding.severity]}
            </span>
            {findingWords(finding)}
          </button>
          {finding.fix !== undefined && <FixButton finding={finding} current={current} />}
          <ExplainButton
            about={`${id}-${index}`}
            onClick={() => explain(`finding:${finding.of ?? finding.code}`)}
          />
        </li>
      ))}
    </ul>
  );
}

function FixButton({ finding, current }: { readonly finding: Finding; readonly current: boolean }) {
  const { fix } = finding;
  if (fix === undefined) return null;
  return (
    <IconButton
      label={`${said.fix}: ${findingWords(finding)}`}
      disabled={!current}
      onClick={({ currentTarget }) => {
        // The button goes with what it puts right; the number of what is left is read instead.
        currentTarget.closest('details')?.querySelector('summary')?.focus();
        commitTemplate(steps.fix, (template) => fixed(template, fix, newGuid));
      }}
    >
      <Wrench />
    </IconButton>
  );
}
