import { words } from '../words/index.ts';

/** What was thrown, folded, for a report of the fault. */
export function CrashDetails({ error }: { readonly error: Error }) {
  return (
    <details>
      <summary>{words.shell.crash.details}</summary>
      <pre>{error.stack ?? error.message}</pre>
    </details>
  );
}
