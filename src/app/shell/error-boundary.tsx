import { Component, type ErrorInfo, type ReactNode } from 'react';
import { isUnsaved, session } from '../store/index.ts';
import { Button } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { CrashDetails } from './crash-details.tsx';

interface Props {
  readonly children: ReactNode;
  /** Stores what the autosave has not stored yet; answers whether all is stored. */
  readonly keepWork: () => Promise<boolean>;
  /** Downloads a document. */
  readonly saveCopy: (id?: string) => void;
}

interface State {
  readonly error: Error | null;
  /** Whether every change is stored; null while that is not known. */
  readonly stored: boolean | null;
}

/** What a crash of the views shows instead of a white page: whether the work is stored, and ways on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, stored: null };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
    this.props.keepWork().then(
      (stored) => this.setState({ stored }),
      () => this.setState({ stored: false }),
    );
  }

  /** A reload must not overtake the autosave's pause. */
  readonly #reload = async (): Promise<void> => {
    await this.props.keepWork();
    location.reload();
  };

  override render(): ReactNode {
    const { error, stored } = this.state;
    if (error === null) return this.props.children;
    const said = words.shell.crash;
    return (
      <main className="shell-crash" role="alert">
        <h1>{said.heading({ what: words.shell.product, stored })}</h1>
        <p>{said.text({ stored })}</p>
        <p>
          <Button tone="primary" onClick={this.#reload}>
            {said.reload}
          </Button>{' '}
          <Button
            onClick={() => {
              location.hash = '#start';
              void this.#reload();
            }}
          >
            {said.reloadStart}
          </Button>{' '}
          {/* Another page: this one can show no help, and may hold what is stored nowhere. */}
          <a href="#help" target="_blank" rel="noopener">
            {words.ui.explain}
          </a>
        </p>
        <Copies onSave={this.props.saveCopy} />
        <CrashDetails error={error} />
      </main>
    );
  }
}

/** A copy to save of each document that no file holds as it is, and of the one in front. */
function Copies({ onSave }: { readonly onSave: (id: string) => void }) {
  const { documents, activeId } = session.getState();
  const offered = documents.filter((open) => open.id === activeId || isUnsaved(open));
  if (offered.length === 0) return null;
  return (
    <p>
      {offered.map(({ id, fileName }) => (
        <Button key={id} onClick={() => onSave(id)}>
          {offered.length === 1
            ? words.shell.panelCrash.saveCopy
            : words.shell.crash.saveCopyOf({ file: fileName })}
        </Button>
      ))}
    </p>
  );
}
