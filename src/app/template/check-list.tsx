import { Wrench } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { checkTemplate, type Finding, fixed } from '../../core/check/index.ts';
import type { Template } from '../../core/document/index.ts';
import { findingWords } from '../../core/words/later.ts';
import { commitTemplate, newGuid, selectInTemplate } from '../store/index.ts';
import { IconButton } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';

const { check: said, steps } = laterWords.template;

/** What the check finds in the template in front. */
export function useFindings(template: Template): readonly Finding[] {
  const settled = useDeferredValue(template);
  return useMemo(() => checkTemplate(settled), [settled]);
}

/** What a person should look at: each leads to its place, and can be put right where that needs no question. */
export function CheckList({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return <p className="empty">{said.none}</p>;
  return (
    <ul className="template-findings">
      {findings.map((finding, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: findings have no other identity
        <li key={index}>
          <button
            type="button"
            disabled={finding.item === null}
            onClick={() => finding.item !== null && selectInTemplate(finding.item)}
          >
            <span className="template-level" data-level={finding.severity}>
              {said.levels[finding.severity]}
            </span>
            {findingWords(finding)}
          </button>
          {finding.fix !== undefined && <FixButton finding={finding} />}
        </li>
      ))}
    </ul>
  );
}

function FixButton({ finding }: { readonly finding: Finding }) {
  const { fix } = finding;
  if (fix === undefined) return null;
  return (
    <IconButton
      label={`${said.fix}: ${findingWords(finding)}`}
      onClick={() => commitTemplate(steps.fix, (template) => fixed(template, fix, newGuid))}
    >
      <Wrench />
    </IconButton>
  );
}
