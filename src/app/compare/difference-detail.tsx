import type { ReactNode } from 'react';
import type { Difference } from '../../core/compare/index.ts';
import { laterWords as coreWords } from '../../core/words/later.ts';
import { laterWords } from '../words/later.ts';
import type { CompareRow } from './rows.ts';
import { SignMark } from './sign-mark.tsx';

const { compare: said } = laterWords;

interface DetailProps {
  readonly row: CompareRow | undefined;
  /** Names of the two sides. */
  readonly names: readonly [before: string, after: string];
  readonly children: ReactNode;
}

/** The row with the cursor in full: both values, however long. */
export function DifferenceDetail({ row, names, children }: DetailProps) {
  return (
    <section className="compare-detail" aria-label={said.detail}>
      {row === undefined ? null : row.kind === 'group' ? (
        <p className="compare-detail-head">
          {said.ofGroup({
            group: coreWords.differences.groups[row.group],
            count: row.differences.length,
          })}
        </p>
      ) : (
        <Values difference={row.difference} names={names} />
      )}
      {children}
    </section>
  );
}

function Values({
  difference: { type, subject, where, aspect, before, after },
  names,
}: {
  readonly difference: Difference;
  readonly names: DetailProps['names'];
}) {
  const sides = [
    [names[0], before],
    [names[1], after],
  ] as const;
  return (
    <>
      <p className="compare-detail-head">
        <SignMark sign={type} />
        <strong>{coreWords.changes.named(subject)}</strong>
        {aspect !== '' && <span>{aspect}</span>}
        {where !== '' && <span className="compare-kind">{where}</span>}
      </p>
      {(before !== null || after !== null) && (
        <dl className="compare-values">
          {sides.map(([name, value], index) => (
            <div key={index === 0 ? 'before' : 'after'}>
              <dt>{index === 0 ? said.before({ name }) : said.after({ name })}</dt>
              <dd>{value === null || value === '' ? <i>{said.nothing}</i> : value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
