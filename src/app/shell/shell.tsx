import { Minimize } from 'lucide-react';
import { type ReactNode, Suspense, useEffect } from 'react';
import { type Command, isUnsaved, setDialog, useActiveDocument, useSession } from '../store/index.ts';
import { IconButton, useFetched } from '../ui/index.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Later } from './later.tsx';
import { LiveRegion } from './live-region.tsx';
import { PanelBoundary, SaveCopy } from './panel-boundary.tsx';
import { leavePresentation } from './presentation.ts';
import { startToolFocus } from './tool-focus.ts';
import { TopBar } from './top-bar.tsx';
import './shell.css';
import './top-bar.css';
import './workspace.css';
import { words } from '../words/index.ts';

// What opens above the app comes after it.
const shellDialogs = () => import('./dialogs.tsx');
const notices = () => import('./notices.tsx');
const tooltips = () => import('../ui/tooltips.tsx');

interface ShellProps {
  readonly commands: readonly Command[];
  /** Shown while no document is in front. */
  readonly start: ReactNode;
  /** Shown while a model is in front. */
  readonly editor: ReactNode;
  /** Shown while a template is in front. */
  readonly template: ReactNode;
  /** Dialogs of the features; each shows itself by the store's `dialog`. */
  readonly dialogs: ReactNode;
  /** Asks about unsaved work, then closes. */
  readonly onCloseModel: (id: string) => void;
  /** Stores what the autosave has not stored yet, after a crash; answers whether all is stored. */
  readonly keepWork: () => Promise<boolean>;
  /** Downloads a document, else the one in front, where a part of the app stopped. */
  readonly saveCopy: (id?: string) => void;
}

function useTitle(): void {
  const open = useActiveDocument();
  const title =
    open === null
      ? words.shell.product
      : words.shell.windowTitle({ file: open.fileName, unsaved: isUnsaved(open) });
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** Where they cannot be fetched, what they say is there without its looks. */
function NoticesLater() {
  const part = useFetched(notices);
  const said = useSession((state) => state.notices);
  if (part.kind === 'here') return <part.loaded.Notices />;
  const last = part.kind === 'failed' && said.at(-1);
  return (
    last && (
      <p className="tooltip" style={{ bottom: 8 }} role="alert">
        {last.text}
      </p>
    )
  );
}

/** Where they cannot be fetched there are none: every button has its name. */
function TooltipsLater() {
  const part = useFetched(tooltips);
  return part.kind === 'here' && <part.loaded.Tooltips />;
}

/** The frame of the app: what is in front, and everything that floats above it. */
export function Shell(props: ShellProps) {
  const { commands, start, editor, template, dialogs, onCloseModel, keepWork, saveCopy } = props;
  useTitle();
  useEffect(startToolFocus, []);
  const kind = useActiveDocument()?.kind ?? null;
  const presenting = useSession((state) => state.presenting);
  return (
    <ErrorBoundary keepWork={keepWork} saveCopy={saveCopy}>
      <SaveCopy.Provider value={saveCopy}>
        <div className="shell" data-presenting={presenting || undefined}>
          {!presenting && <TopBar commands={commands} onCloseModel={onCloseModel} />}
          <Suspense fallback={<p className="empty">{words.ui.loading}</p>}>
            {kind === null ? start : kind === 'model' ? editor : template}
          </Suspense>
          {presenting && (
            <div className="shell-leave">
              <IconButton label={words.shell.leavePresentation} keys="Esc" onClick={leavePresentation}>
                <Minimize />
              </IconButton>
            </div>
          )}
        </div>
        <PanelBoundary name={words.shell.panelCrash.dialog} onClose={() => setDialog(null)}>
          {dialogs}
          <Later place="dialog" load={shellDialogs}>
            {({ ShellDialogs }) => <ShellDialogs />}
          </Later>
        </PanelBoundary>
        <NoticesLater />
        <LiveRegion />
        <TooltipsLater />
      </SaveCopy.Provider>
    </ErrorBoundary>
  );
}
