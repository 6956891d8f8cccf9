import { words } from '../words/index.ts';
import { session } from './session.ts';
import type { Notice, NoticeAction, Said, StepOf } from './state.ts';

/** Says something to screen readers. */
export function announce(text: string): void {
  session.setState((state) => ({ announcement: { text, nonce: state.announcement.nonce + 1 } }));
}

let nextNotice = 1;

/** Shows a short message; returns its id. */
export function notify(notice: Said): number {
  const id = nextNotice++;
  session.setState((state) => ({ notices: [...state.notices, { ...notice, id }].slice(-4) }));
  return id;
}

export function dismissNotice(id: number): void {
  session.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }));
}

/** Says that a part of the app, which comes when it is needed, did not come. */
export function tellNotFetched(error: unknown): void {
  const details = [error instanceof Error ? error.message : String(error)];
  notify({ tone: 'error', text: words.ui.notFetched, details, wrong: 'fault:not-fetched' });
}

/** Milliseconds after which a person is told that something takes a while, and may stop it. */
const A_WHILE = 1000;

/** Something that may take a while, as it is told. */
export interface Waiting {
  /** From 0 to 1. */
  readonly progress: (share: number) => void;
  readonly done: () => void;
}

/** Tells that something takes a while, once it has, until it is done; it can be stopped there. */
export function tellWaiting(text: string, stop: NoticeAction): Waiting {
  let shown: number | null = null;
  let progress = 0;
  const timer = setTimeout(() => {
    shown = notify({ tone: 'info', text, progress, action: stop });
  }, A_WHILE);
  return {
    progress: (share) => {
      progress = share;
      if (shown === null) return;
      const change = (notice: Notice) => (notice.id === shown ? { ...notice, progress } : notice);
      session.setState((state) => ({ notices: state.notices.map(change) }));
    },
    done: () => {
      clearTimeout(timer);
      if (shown !== null) dismissNotice(shown);
    },
  };
}

// A notice about a step goes with it: undone, dropped from the history, or its document closed. Another goes when what
// it offers is no longer to be had.
session.subscribe((state, before) => {
  if (state.documents === before.documents) return;
  const isThere = ({ document, step }: StepOf): boolean =>
    state.documents.some((open) => open.id === document && open.history.past.some((one) => one === step));
  const notices = state.notices.filter(
    ({ undoes, holds }) =>
      (undoes === undefined || isThere(undoes)) && (holds === undefined || holds(state.documents)),
  );
  if (notices.length < state.notices.length) session.setState({ notices });
});
