import { setDialog } from '../store/index.ts';

/** What the page that shows a crash asks for in the address of another: no document in front, and the help, too. */
const START = '#start';
const HELP = '#help';

/** Shows the help that was asked for where the app had stopped, and tidies the address. */
export function helpAfterCrash(): void {
  const { hash, pathname, search } = location;
  if (hash === HELP) setDialog({ kind: 'help', at: 'fault:stopped' });
  if (hash === HELP || hash === START) history.replaceState(null, '', pathname + search);
}
