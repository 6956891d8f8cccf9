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
import { DropdownMenu } from 'radix-ui';
import { Fragment, useRef } from 'react';
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
  undoEdit,
  useActiveDocument,
  useSession,
} from '../store/index.ts';
import { IconButton, useAfterClose } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { ModelTabs } from './model-tabs.tsx';
import { enterPresentation } from './presentation.ts';
import { nextTheme } from './theme.ts';
import { useWindowSize } from './window-size.ts';

const GROUPS = ['File', 'Edit', 'Insert', 'Arrange', 'View', 'Go', 'Threats', 'Help'] as const;

interface MenuItemsProps {
  readonly commands: readonly Command[];
  readonly onRun: (command: Command) => void;
}

function MenuItems({ commands, onRun }: MenuItemsProps) {
  return commands.map((command) => {
    const { id, label, keys, enabled, checked } = command;
    const props = { disabled: enabled?.() === false, onSelect: () => onRun(command) };
    const content = (
      <>
        <span>{label}</span>
        {keys?.[0] !== undefined && <kbd>{showKeys(keys[0])}</kbd>}
      </>
    );
    return checked === undefined ? (
      <DropdownMenu.Item key={id} className="menu-item" {...props}>
        {content}
      </DropdownMenu.Item>
    ) : (
      <DropdownMenu.CheckboxItem key={id} className="menu-item menu-toggle" checked={checked()} {...props}>
        <DropdownMenu.ItemIndicator className="menu-mark" aria-hidden="true">
          ✓
        </DropdownMenu.ItemIndicator>
        {content}
      </DropdownMenu.CheckboxItem>
    );
  });
}

/** Below this width of the window the bar keeps only what the menu does not have (see `topbar-wide`). */
const SMALL = 600;
/** Beside its menu a submenu would have no room there: it opens over it, by so many pixels. */
const OVER_PARENT = -170;

/** Every command by group, with its shortcut. */
function AppMenu({ commands }: { readonly commands: readonly Command[] }) {
  const small = useWindowSize().width < SMALL;
  const { choose, onCloseAutoFocus } = useAfterClose();
  const button = useRef<HTMLButtonElement>(null);
  const run = (command: Command) =>
    choose(() => {
      // The keys of what follows an edit of the diagram are the canvas's.
      const canvas = command.where === 'canvas' && document.querySelector<HTMLElement>('[data-canvas]');
      (canvas || button.current)?.focus({ preventScroll: true });
      command.run();
    });
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button ref={button} type="button" className="icon-button" aria-label={words.shell.menu}>
          <Menu />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={onCloseAutoFocus}
        >
          {GROUPS.map((group) => {
            const own = commands.filter((command) => command.group === group);
            if (own.length === 0) return null;
            return (
              <DropdownMenu.Sub key={group}>
                <DropdownMenu.SubTrigger className="menu-item">
                  {words.commands.groups[group]}
                  <span aria-hidden="true">›</span>
                </DropdownMenu.SubTrigger>
                <DropdownMenu.Portal>
                  <DropdownMenu.SubContent
                    className="menu"
                    collisionPadding={8}
                    sideOffset={small ? OVER_PARENT : 0}
                    // Opened by the pointer it has no item with the focus, and may need to scroll.
                    tabIndex={0}
                  >
                    <MenuItems commands={own} onRun={run} />
                  </DropdownMenu.SubContent>
                </DropdownMenu.Portal>
              </DropdownMenu.Sub>
            );
          })}
          <DropdownMenu.Separator className="menu-separator" />
          <MenuItems commands={commands.filter((command) => command.id === 'go.commands')} onRun={run} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

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
  return (
    <header className="topbar">
      <AppMenu commands={commands} />
      <IconButton
        label={words.shell.startPage}
        className="topbar-home"
        aria-current={front === null ? 'page' : undefined}
        onClick={() => activateDocument(null)}
      >
        <Home />
      </IconButton>
      <ModelTabs onClose={onCloseModel} />
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
