import { Check, ChevronDown, Download, Save } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import {
  activateDocument,
  type Command,
  type OpenDocument,
  setDialog,
  showKeys,
  tellNotFetched,
} from '../store/index.ts';
import { type AskedMenu, MenuButton, MenuLater, painted, useMenuAsks, useOverflow } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { savingOf } from './saving.ts';

export { TabDrag } from './tab-drag.tsx';
export { stepTab } from './tab-order.ts';

const { openFiles: said } = laterWords;

/** A button that goes while it has the focus gives it to the name of its tab. */
const givesFocusOn = (button: HTMLButtonElement) => () => {
  if (document.activeElement === button)
    button.closest('.model-tab')?.querySelector<HTMLElement>('.model-tab-name')?.focus();
};

interface SaveStateProps {
  readonly open: OpenDocument;
  /** Saving is one of them; it saves what is in front. */
  readonly commands: readonly Command[];
}

/** Beside the name of the file in front: whether a file holds all of it, and the way to one that does. */
export function SaveState({ open, commands }: SaveStateProps) {
  const file = open.fileName;
  switch (savingOf(open)) {
    case 'unsaved': {
      const save = commands.find(({ id }) => id === 'file.save');
      return (
        <button
          ref={givesFocusOn}
          type="button"
          className="model-tab-save"
          aria-label={said.saveFile({ file })}
          data-tip=""
          data-keys={showKeys('Mod+S')}
          onClick={() => save?.run()}
        >
          <Save size={13} aria-hidden="true" />
          {said.save}
        </button>
      );
    }
    case 'saved':
      return (
        <span className="model-tab-saved" title={said.savedHint({ file })}>
          <Check size={13} aria-hidden="true" />
          {said.saved}
        </span>
      );
    case 'downloaded':
      return (
        <span className="model-tab-saved" title={said.downloadedHint({ file })}>
          <Download size={13} aria-hidden="true" />
          {said.downloaded}
        </span>
      );
    case 'as-opened':
      return null;
  }
}

const tabMenus = () => import('./tab-menus.tsx');

interface TabsEndProps {
  readonly list: RefObject<HTMLUListElement | null>;
  readonly documents: readonly OpenDocument[];
  readonly activeId: string | null;
  readonly commands: readonly Command[];
  readonly onClose: (id: string) => void;
}

/** Behind the tabs: a list of all, where they have no room; and the menu of a tab, wherever it is asked for. */
export function TabsEnd({ list, documents, activeId, commands, onClose }: TabsEndProps) {
  const overflows = useOverflow(list, documents);
  useWheel(list);
  // The menu beside the tabs takes room from them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tab in front is found on the page
  useEffect(() => {
    let current = true;
    // Once the document is painted: before, it would have the page laid out twice.
    void painted().then(() => {
      const front = current && list.current?.querySelector('[data-active]');
      if (front) front.scrollIntoView({ inline: 'nearest', block: 'nearest' });
    });
    return () => {
      current = false;
    };
  }, [list, overflows, activeId, documents.length]);
  return (
    <>
      <AskedTabMenu {...{ list, documents, commands, onClose }} />
      {overflows && (
        <MenuButton
          className="icon-button"
          label={said.all}
          title={said.all}
          face={<ChevronDown />}
          load={tabMenus}
          onFailed={tellNotFetched}
        >
          {({ FilesMenu }, menu) => <FilesMenu documents={documents} inFront={activeId} menu={menu} />}
        </MenuButton>
      )}
    </>
  );
}

interface Asked {
  readonly menu: AskedMenu;
  readonly id: string;
}

/** The menu of the tab that was pressed with the right button, or long with a finger. */
function AskedTabMenu({ list, documents, commands, onClose }: Omit<TabsEndProps, 'activeId'>) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [close] = useState(() => () => setAsked(null));
  useMenuAsks(list, (menu, { target }) => {
    const pressed = target instanceof Element ? target.closest('.model-tab') : null;
    const tabs = [...(list.current?.querySelectorAll('.model-tab') ?? [])];
    const open = pressed === null ? undefined : documents[tabs.indexOf(pressed)];
    if (open !== undefined) setAsked({ menu, id: open.id });
    return open !== undefined;
  });
  const place = documents.findIndex(({ id }) => id === asked?.id);
  const open = documents[place];
  return (
    <MenuLater
      asked={open === undefined ? null : (asked?.menu ?? null)}
      load={tabMenus}
      label={said.menu({ file: open?.fileName ?? '' })}
      onClose={close}
      onFailed={tellNotFetched}
    >
      {({ TabMenu }, menu) =>
        open !== undefined && <TabMenu {...{ open, place, commands, onClose, menu }} of={documents.length} />
      }
    </MenuLater>
  );
}

/** The wheel of a mouse, which has one direction, goes along the tabs. */
function useWheel(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const strip = list.current;
    if (strip === null) return;
    const turn = (event: WheelEvent) => {
      if (event.deltaX === 0 && !event.ctrlKey) strip.scrollLeft += event.deltaY;
    };
    strip.addEventListener('wheel', turn, { passive: true });
    return () => strip.removeEventListener('wheel', turn);
  }, [list]);
}

/** Of a model it leads to what is kept of it. */
export function UnsavedMark({ open: { id, kind, fileName } }: { readonly open: OpenDocument }) {
  const dot = <span className="model-tab-dot" aria-hidden="true" />;
  if (kind === 'template') return dot;
  const label = said.history({ file: fileName });
  const onClick = () => {
    activateDocument(id);
    setDialog({ kind: 'history', model: id });
  };
  return (
    <button type="button" className="model-tab-unsaved" aria-label={label} title={label} onClick={onClick}>
      {dot}
    </button>
  );
}
