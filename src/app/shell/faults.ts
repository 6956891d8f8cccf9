import { notify, session } from '../store/index.ts';
import { words } from '../words/index.ts';

/** Faults that are told in full; of more only that there are more: something that fails without end must not fill the memory. */
const TOLD = 20;

/** What the browser says of its own accord, and what a person stopped: no fault of the app. */
const HARMLESS = /^ResizeObserver loop /;

/** What was thrown, in one text; null where it is no fault of the app. */
export function faultText(thrown: unknown): string | null {
  if (thrown instanceof DOMException && thrown.name === 'AbortError') return null;
  if (!(thrown instanceof Error)) return HARMLESS.test(String(thrown)) ? null : String(thrown);
  if (HARMLESS.test(thrown.message)) return null;
  const { stack = '' } = thrown;
  // Not every browser begins the stack with the message.
  return stack.includes(thrown.message) && stack !== '' ? stack : `${thrown.message}\n${stack}`.trim();
}

/** Gathers faults, each once. Returns the texts so far when there is something new to tell, else null. */
export function faultList(): (thrown: unknown) => readonly string[] | null {
  const texts: string[] = [];
  return (thrown) => {
    const text = faultText(thrown);
    if (text === null || texts.includes(text) || texts.length >= TOLD) return null;
    texts.push(text);
    return [...texts];
  };
}

async function copy(text: string): Promise<void> {
  const copied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  const { fault } = words.shell;
  notify(
    copied
      ? { tone: 'success', text: fault.copied }
      : { tone: 'warning', text: fault.notCopied, details: [text], wrong: 'fault:clipboard' },
  );
}

/**
 * Tells of what is thrown where no view catches it: in a handler of an event or in a promise. In one notice, each fault
 * once; the documents stay as they are.
 */
export function startFaults(): void {
  const gather = faultList();
  let all: readonly string[] = [];
  let shown = -1;
  const tell = (thrown: unknown): void => {
    const details = gather(thrown);
    if (details === null) return;
    all = details;
    const { notices } = session.getState();
    if (notices.some(({ id }) => id === shown)) {
      const added = notices.map((notice) => (notice.id === shown ? { ...notice, details } : notice));
      session.setState({ notices: added });
      return;
    }
    shown = notify({
      tone: 'error',
      text: words.shell.fault.text,
      details,
      wrong: 'fault:stopped',
      action: { label: words.shell.fault.copy, run: () => void copy(all.join('\n\n')) },
    });
  };
  window.addEventListener('error', ({ error, message, filename }) => {
    // What an extension of the browser throws is none of ours.
    if (filename !== '' && !filename.startsWith(location.origin)) return;
    tell(error ?? message);
  });
  window.addEventListener('unhandledrejection', ({ reason }) => tell(reason));
}
