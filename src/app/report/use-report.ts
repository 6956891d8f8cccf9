import { useCallback, useEffect, useRef, useState } from 'react';
import { author } from '../store/index.ts';
import { type ReportJob, type ReportSource, writeReport } from './report-job.ts';

export type ReportState =
  | {
      readonly kind: 'preparing' /** From 0 to 1; null while nothing is known. */;
      readonly share: number | null;
    }
  | { readonly kind: 'shown' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly cause: string };

export interface ShownReport {
  /** The last report that was made; stays while a newer one is on its way. */
  readonly html: string;
  readonly state: ReportState;
  readonly cancel: () => void;
  readonly again: () => void;
}

/** The HTML report of a model, made beside the page whenever the model changes. */
export function useReport(source: ReportSource | null, theme: ReportJob['theme']): ShownReport {
  const [html, setHtml] = useState('');
  const [state, setState] = useState<ReportState>({ kind: 'preparing', share: null });
  const [round, setRound] = useState(0);
  const stop = useRef<() => void>(() => undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round makes the same report again
  useEffect(() => {
    if (source === null) return;
    let current = true;
    setState({ kind: 'preparing', share: null });
    const job = {
      ...source,
      now: author().now,
      format: 'html' as const,
      preview: true,
      ...(theme === undefined ? {} : { theme }),
    };
    const { file, cancel } = writeReport(job, (share) => {
      if (current) setState({ kind: 'preparing', share });
    });
    stop.current = cancel;
    file
      .then(async (written) => {
        const text = await written?.text();
        if (!current) return;
        if (text !== undefined) setHtml(text);
        setState({ kind: text === undefined ? 'cancelled' : 'shown' });
      })
      .catch((error: unknown) => {
        const cause = error instanceof Error ? error.message : String(error);
        if (current) setState({ kind: 'failed', cause });
      });
    return () => {
      current = false;
      cancel();
    };
  }, [source, theme, round]);
  const cancel = useCallback(() => stop.current(), []);
  const again = useCallback(() => setRound((before) => before + 1), []);
  return { html, state, cancel, again };
}
