import { explain } from '../store/index.ts';
import { ExplainButton } from '../ui/index.ts';
import type { Otherwise } from './planned.ts';

/** What is not kept, or otherwise than in a file: a line each, which leads to what the help says of it. */
export const LossLines = ({ lines }: { readonly lines: readonly Otherwise[] }) => (
  <ul className="exchange-lines">
    {lines.map(({ text, about }) => (
      <li key={text} className="explained">
        <span>{text}</span>
        <ExplainButton onClick={() => explain(about)} />
      </li>
    ))}
  </ul>
);
