import { session } from './session.ts';
import type { HelpTopic } from './state.ts';

/** Opens the help at what explains something: above the dialog that is open, which keeps what was chosen in it. */
export function explain(at: HelpTopic): void {
  const inDialog = session.getState().dialog !== null;
  session.setState(inDialog ? { explaining: at } : { dialog: { kind: 'help', at } });
}

/** Closes the help; a dialog below it stays. */
export function closeHelp(): void {
  const { dialog, explaining } = session.getState();
  session.setState({ explaining: null, dialog: explaining && dialog });
}
