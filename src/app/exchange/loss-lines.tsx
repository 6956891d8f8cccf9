import { useId } from 'react';
import { explain } from '../store/index.ts';
import { ExplainButton } from '../ui/index.ts';
import type { Otherwise } from './planned.ts';

/** What is not kept, or otherwise than in a file: a line each, which leads to what the help says of it. */
export function LossLines({ lines }: { readonly lines: readonly Otherwise[] }) {
  const id = useId();
  return (
    <ul className="exchange-lines">
      {lines.map(({ text, about }, index) => (
        <li key={text} className="explained">
          <span id={`${id}-${index}`}>{text}</span>
          <ExplainButton about={`${id}-${index}`} onClick={() => explain(about)} />
        </li>
      ))}
    </ul>
  );
}
