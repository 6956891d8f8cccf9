import { useMemo } from 'react';
import { filterFindings } from '../../core/check/index.ts';
import type { Template } from '../../core/document/index.ts';
import { filterWords } from '../../core/words/index.ts';
import { explain } from '../store/index.ts';
import { Button, WrongText } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';

const { rule: said } = laterWords.template;

interface RuleProblemsProps {
  readonly template: Template;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Says what is wrong with a filter, where, and how to put it right. */
export function RuleProblems({ template, text, onText }: RuleProblemsProps) {
  const findings = useMemo(() => filterFindings(template, text), [template, text]);
  return (
    <div role="status">
      <ul className="template-problems">
        {findings.map((finding) => {
          if (finding.code !== 'broken-rule') return null;
          const { params, place, fix, severity } = finding;
          return (
            <li key={`${place?.start} ${params.problem.code}`} data-level={severity}>
              <WrongText onExplain={() => explain('finding:broken-rule')}>
                {said.at({ character: (place?.start ?? 0) + 1 })}
                {filterWords(params.problem)}
              </WrongText>
              {fix?.kind === 'rewrite' && (
                <Button
                  tone="quiet"
                  onClick={() =>
                    onText(text.slice(0, fix.start) + fix.to + text.slice(fix.start + fix.length))
                  }
                >
                  {said.repair({ to: fix.to })}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
