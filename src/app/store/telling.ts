import { session } from './session.ts';
import type { Notice, StepOf } from './state.ts';

/** Says something to screen readers. */
export function announce(text: string): void {
  session.setState((state) => ({ announcement: { text, nonce: state.announcement.nonce + 1 } }));
}

let nextNotice = 1;

/** Shows a short message; returns its id. */
export function notify(notice: Omit<Notice, 'id'>): number {
  const id = nextNotice++;
  session.setState((state) => ({ notices: [...state.notices, { ...notice, id }].slice(-4) }));
  return id;
}

export function dismissNotice(id: number): void {
  session.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }));
}

// A notice about a step goes with it: undone, dropped from the history, or its document closed.
session.subscribe((state, before) => {
  if (state.documents === before.documents) return;
  const holds = ({ document, step }: StepOf): boolean =>
    state.documents.some((open) => open.id === document && open.history.past.some((one) => one === step));
  const notices = state.notices.filter(({ undoes }) => undoes === undefined || holds(undoes));
  if (notices.length < state.notices.length) session.setState({ notices });
});
