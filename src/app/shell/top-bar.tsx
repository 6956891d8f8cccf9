import {
  Command as CommandIcon,
  Contrast,
  Home,
  Menu,
  Monitor,
  Moon,
  Presentation,
  Redo2,
  Sun,
  Undo2,
} from 'lucide-react';
import { Fragment, useEffect } from 'react';
import { redoLabel, undoLabel } from '../../core/edit/index.ts';
import {
  activateDocument,
  activeDocument,
  type Command,
  changeSettings,
  type OpenDocument,
  redoEdit,
  setDialog,
  setView,
  showKeys,
  tellNotFetched,
  undoEdit,
  useActiveDocument,
  useSession,
} from '../store/index.ts';
import { fetchLater, IconButton, MenuButton } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { ModelTabs } from './model-tabs.tsx';
import { enterPresentation } from './presentation.ts';
import { nextTheme } from './theme.ts';

const appMenu = () => import('./app-menu.tsx');

const labelOf = (open: OpenDocument | null, of: typeof undoLabel): string | null =>
  open === null ? null : of(open.history);

function History() {
  // Labels, not the history itself: the buttons redraw only when their words change.
  const undo = useSession((state) => labelOf(activeDocument(state), undoLabel));
  const redo = useSession((state) => labelOf(activeDocument(state), redoLabel));
  return (
    <>
      <IconButton
        label={words.shell.undo({ step: undo })}
        keys={showKeys('Mod+Z')}
        disabled={undo === null}
        onClick={undoEdit}
      >
        <Undo2 />
      </IconButton>
      <IconButton
        label={words.shell.redo({ step: redo })}
        keys={showKeys('Mod+Shift+Z')}
        disabled={redo === null}
        onClick={redoEdit}
      >
        <Redo2 />
      </IconButton>
    </>
  );
}

function ViewSwitch() {
  const view = useSession((state) => state.view);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a flex row in every browser
    <div className="view-switch" role="group" aria-label={words.shell.view}>
      <button type="button" aria-pressed={view === 'diagram'} onClick={() => setView('diagram')}>
        {words.shell.diagram}
      </button>
      <button type="button" aria-pressed={view === 'threats'} onClick={() => setView('threats')}>
        {words.shell.panels.threats}
      </button>
      <button type="button" aria-pressed={view === 'report'} onClick={() => setView('report')}>
        {words.shell.report}
      </button>
    </div>
  );
}

const THEME_LOOKS = {
  system: Monitor,
  light: Sun,
  dark: Moon,
  contrast: Contrast,
};

function ThemeButton() {
  const theme = useSession((state) => state.settings.theme);
  const Icon = THEME_LOOKS[theme];
  return (
    <IconButton
      label={words.shell.commands.theme({ theme })}
      onClick={() => changeSettings({ theme: nextTheme(theme) })}
    >
      <Icon />
    </IconButton>
  );
}

interface TopBarProps {
  readonly commands: readonly Command[];
  readonly onCloseModel: (id: string) => void;
}

/** One row: menu, open files, history, view, commands, theme. */
export function TopBar({ commands, onCloseModel }: TopBarProps) {
  const front = useActiveDocument()?.kind ?? null;
  useEffect(() => {
    // Whoever opens the menu finds it there; a failure is met there.
    fetchLater(appMenu).catch(() => undefined);
  }, []);
  return (
    <header className="topbar">
      <MenuButton
        className="icon-button"
        label={words.shell.menu}
        face={<Menu />}
        load={appMenu}
        onFailed={tellNotFetched}
      >
        {({ AppMenu }, menu) => <AppMenu commands={commands} menu={menu} />}
      </MenuButton>
      <IconButton
        label={words.shell.startPage}
        className="topbar-home"
        aria-current={front === null ? 'page' : undefined}
        onClick={() => activateDocument(null)}
      >
        <Home />
      </IconButton>
      <ModelTabs commands={commands} onClose={onCloseModel} />
      <div className="topbar-tools">
        {front !== null && (
          <div className="topbar-wide">
            <History />
            <span className="topbar-rule" />
          </div>
        )}
        {front === 'model' && (
          <Fragment>
            <ViewSwitch />
            <div className="topbar-wide">
              <span className="topbar-rule" />
              <IconButton
                label={words.shell.present}
                keys={showKeys('Alt+Enter')}
                onClick={() => enterPresentation()}
              >
                <Presentation />
              </IconButton>
            </div>
          </Fragment>
        )}
        <IconButton
          label={words.commands.search}
          keys={showKeys('Mod+K')}
          onClick={() => setDialog({ kind: 'commands' })}
        >
          <CommandIcon />
        </IconButton>
        <div className="topbar-wide">
          <ThemeButton />
        </div>
      </div>
    </header>
  );
}
