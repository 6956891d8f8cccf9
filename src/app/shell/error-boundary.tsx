import { Component, type ErrorInfo, type ReactNode } from 'react';
import { activeDocument } from '../store/index.ts';
import { Button } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { CrashDetails } from './crash-details.tsx';

interface Props {
  readonly children: ReactNode;
  /** Stores what the autosave has not stored yet. */
  readonly keepWork: () => Promise<void>;
  /** Downloads the document in front: the browser may not have let us store it. */
  readonly saveCopy: () => void;
}

interface State {
  readonly error: Error | null;
}

/** What a crash of the views shows instead of a white page. The autosave holds the models, so a reload is safe. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  /** A reload must not overtake the autosave's pause. */
  readonly #reload = async (): Promise<void> => {
    await this.props.keepWork();
    location.reload();
  };

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <main className="shell-crash" role="alert">
        <h1>{words.shell.crash.heading({ what: words.shell.product })}</h1>
        <p>{words.shell.crash.text}</p>
        <p>
          <Button tone="primary" onClick={this.#reload}>
            {words.shell.crash.reload}
          </Button>{' '}
          <Button
            onClick={() => {
              location.hash = '#start';
              void this.#reload();
            }}
          >
            {words.shell.crash.reloadStart}
          </Button>{' '}
          {activeDocument() !== null && (
            <Button onClick={this.props.saveCopy}>{words.shell.panelCrash.saveCopy}</Button>
          )}
        </p>
        <CrashDetails error={error} />
      </main>
    );
  }
}
