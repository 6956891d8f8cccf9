import { DropdownMenu } from 'radix-ui';
import {
  activateDocument,
  announce,
  type Command,
  isUnsaved,
  notify,
  type OpenDocument,
  showKeys,
} from '../store/index.ts';
import { MenuFrame, type MenuProps, useAfterClose } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { laterWords } from '../words/later.ts';
import { stepTab } from './tab-order.ts';

const { openFiles: said } = laterWords;

interface FilesMenuProps {
  readonly documents: readonly OpenDocument[];
  readonly inFront: string | null;
  readonly menu: MenuProps;
}

/** All open files by name, for when their tabs have no room. */
export function FilesMenu({ documents, inFront, menu }: FilesMenuProps) {
  const { choose, onCloseAutoFocus } = useAfterClose();
  return (
    <MenuFrame {...menu} onCloseAutoFocus={onCloseAutoFocus}>
      <DropdownMenu.RadioGroup value={inFront ?? ''}>
        {documents.map((open) => (
          <DropdownMenu.RadioItem
            key={open.id}
            value={open.id}
            className="menu-item menu-toggle"
            onSelect={() =>
              choose(() => {
                menu.asked.back?.focus({ preventScroll: true });
                activateDocument(open.id);
              })
            }
          >
            <DropdownMenu.ItemIndicator className="menu-mark" aria-hidden="true">
              ✓
            </DropdownMenu.ItemIndicator>
            {isUnsaved(open) ? words.shell.tabs.unsaved({ file: open.fileName }) : open.fileName}
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </MenuFrame>
  );
}

/** Commands that the menu of a tab runs with that tab in front, by their ids. */
const WITH_FRONT = ['file.save', 'file.save-as', 'file.history'] as const;

interface TabMenuProps {
  readonly open: OpenDocument;
  /** Its place among how many tabs. */
  readonly place: number;
  readonly of: number;
  readonly commands: readonly Command[];
  readonly onClose: (id: string) => void;
  readonly menu: MenuProps;
}

/** What can be done with a file at its tab. */
export function TabMenu({ open, place, of, commands, onClose, menu }: TabMenuProps) {
  const { choose, onCloseAutoFocus } = useAfterClose();
  const inFront = (id: string) => () => {
    activateDocument(open.id);
    commands.find((command) => command.id === id)?.run();
  };
  const moveBy = (step: 1 | -1) => {
    stepTab(open.id, step);
    // A tab that is put elsewhere on the page has lost the focus.
    requestAnimationFrame(() => menu.asked.back?.focus());
  };
  const item = (label: string, run: () => void, options: { keys?: string; disabled?: boolean } = {}) => (
    <DropdownMenu.Item
      key={label}
      className="menu-item"
      disabled={options.disabled === true}
      onSelect={() =>
        choose(() => {
          menu.asked.back?.focus({ preventScroll: true });
          run();
        })
      }
    >
      {label}
      {options.keys !== undefined && <kbd>{showKeys(options.keys)}</kbd>}
    </DropdownMenu.Item>
  );
  return (
    <MenuFrame {...menu} onCloseAutoFocus={onCloseAutoFocus}>
      {WITH_FRONT.map((id) => {
        const command = commands.find((one) => one.id === id);
        if (command === undefined || (id === 'file.history' && open.kind !== 'model')) return null;
        const keys = command.keys?.[0];
        return item(command.label, inFront(id), keys === undefined ? {} : { keys });
      })}
      {item(said.copyName, () => void copyName(open.fileName))}
      <DropdownMenu.Separator className="menu-separator" />
      {item(said.moveLeft, () => moveBy(-1), { disabled: place === 0 })}
      {item(said.moveRight, () => moveBy(1), { disabled: place === of - 1 })}
      <DropdownMenu.Separator className="menu-separator" />
      {item(said.close, () => onClose(open.id), { keys: 'Alt+W' })}
      {item(said.closeOthers, inFront('file.close-others'), { disabled: of < 2 })}
    </MenuFrame>
  );
}

async function copyName(name: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(name);
    announce(said.copied({ file: name }));
  } catch {
    notify({ tone: 'error', text: said.notCopied, wrong: 'fault:clipboard' });
  }
}
