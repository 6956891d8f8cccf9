import { setDialog } from '../store/index.ts';

/** What the page that shows a crash asks for in the address of another. */
const HELP = '#help';

/** Shows the help that was asked for where the app had stopped, and tidies the address. */
export function helpAfterCrash(): void {
  const { hash, pathname, search } = location;
  if (hash !== HELP) return;
  setDialog({ kind: 'help', at: 'fault:stopped' });
  history.replaceState(null, '', pathname + search);
}
