import { endStep } from '../store/index.ts';

/** Typing in one field is one undo step per visit: leaving any field ends it. */
export function startFields(): void {
  document.addEventListener('focusout', ({ target }) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) endStep();
  });
}
