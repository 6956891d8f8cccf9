import { Component, createContext, type ErrorInfo, type ReactNode } from 'react';
import { setDialog, useSession } from '../store/index.ts';
import { Button } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { CrashDetails } from './crash-details.tsx';

/** Downloads the document in front; handed in, since the shell does not know the files. */
export const SaveCopy = createContext<() => void>(() => undefined);

interface PanelBoundaryProps {
  /** What is said to have stopped, as people call it. */
  readonly name: string;
  readonly children: ReactNode;
  /** Of a dialog: lies over the app, and can be closed. */
  readonly onClose?: () => void;
}

/** A part of the app that may stop by itself: the others, the model and its history go on. */
export function PanelBoundary(props: PanelBoundaryProps) {
  const activeId = useSession((state) => state.activeId);
  return <Boundary {...props} subject={activeId} />;
}

interface State {
  readonly error: Error | null;
}

class Boundary extends Component<PanelBoundaryProps & { readonly subject: string | null }, State> {
  static override contextType = SaveCopy;
  declare context: () => void;
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  /** Another model may have nothing that stops the panel. */
  override componentDidUpdate(before: { readonly subject: string | null }): void {
    if (before.subject !== this.props.subject && this.state.error !== null) this.#again();
  }

  readonly #again = (): void => this.setState({ error: null });

  override render(): ReactNode {
    const { error } = this.state;
    const { name, children, onClose } = this.props;
    if (error === null) return children;
    const said = words.shell.panelCrash;
    return (
      <section className="panel-crash" data-floating={onClose !== undefined || undefined} role="alert">
        <h2>{said.heading({ name })}</h2>
        <p>{said.text}</p>
        <p className="panel-crash-actions">
          <Button tone="primary" onClick={this.#again}>
            {said.again}
          </Button>
          <Button onClick={() => this.context()}>{said.saveCopy}</Button>
          <Button
            tone="quiet"
            onClick={() => {
              setDialog({ kind: 'help', at: 'fault:stopped' });
              // The help is a dialog itself: where they stopped they are tried again.
              if (onClose !== undefined) this.#again();
            }}
          >
            {words.ui.explain}
          </Button>
          {onClose !== undefined && (
            <Button
              onClick={() => {
                onClose();
                this.#again();
              }}
            >
              {said.close}
            </Button>
          )}
        </p>
        <CrashDetails error={error} />
      </section>
    );
  }
}
