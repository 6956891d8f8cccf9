import { type Dialog, type HelpTopic, session, setDialog } from '../store/index.ts';

export type Answer = 'confirm' | 'other' | 'cancel';

interface Question {
  readonly title: string;
  readonly text: string;
  readonly confirmLabel: string;
  readonly otherLabel?: string;
  readonly danger?: boolean;
  /** What of the help explains it. */
  readonly wrong?: HelpTopic;
}

/** Asks the user and waits. A dialog that goes away in any other manner counts as cancelled. */
export function ask({ otherLabel, ...question }: Question): Promise<Answer> {
  return new Promise((resolve) => {
    const dialog: Dialog = {
      kind: 'confirm',
      ...question,
      onConfirm: () => resolve('confirm'),
      ...(otherLabel === undefined ? {} : { otherLabel, onOther: () => resolve('other') }),
    };
    setDialog(dialog);
    const unsubscribe = session.subscribe((state) => {
      if (state.dialog === dialog) return;
      unsubscribe();
      // The dialog closes before its answer runs: the answer must win.
      setTimeout(() => resolve('cancel'));
    });
  });
}
