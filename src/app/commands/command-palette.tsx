import { Command as Cmdk } from 'cmdk';
import {
  ArrowRight,
  Box,
  Check,
  ChevronRight,
  FileText,
  LayoutPanelTop,
  ShieldAlert,
  SquareDashed,
} from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import {
  activeModel,
  announce,
  type Command,
  explain,
  setDialog,
  showKeys,
  useActiveDocument,
  useSession,
} from '../store/index.ts';
import { DialogFrame, useActiveDescendant, useStages, WrongText } from '../ui/index.ts';
import { go, type ShowPanel } from './go.ts';
import { chosenItem, findItems, groupOf, groupsOf, type Item, itemsOf, keyOf, walkAnswers } from './items.ts';
import './commands.css';
import { words } from '../words/index.ts';

function ItemIcon({ item }: { readonly item: Item }) {
  if (item.kind === 'command') {
    const on = item.command.checked?.() === true;
    return on ? (
      <Check role="img" aria-label={words.commands.palette.on} />
    ) : (
      <ChevronRight aria-hidden="true" />
    );
  }
  if (item.kind === 'model') return <FileText aria-hidden="true" />;
  if (item.kind === 'diagram') return <LayoutPanelTop aria-hidden="true" />;
  if (item.kind === 'threat') return <ShieldAlert aria-hidden="true" />;
  if (item.what === 'flow') return <ArrowRight aria-hidden="true" />;
  return item.what === 'boundary' ? <SquareDashed aria-hidden="true" /> : <Box aria-hidden="true" />;
}

interface RowsProps {
  readonly items: readonly Item[];
  readonly onChoose: (item: Item) => void;
}

function Rows({ items, onChoose }: RowsProps) {
  return items.map((item) => {
    const off = item.kind === 'command' ? item.off : undefined;
    const keys = item.kind === 'command' ? item.command.keys?.[0] : undefined;
    return (
      <Cmdk.Item
        key={keyOf(item)}
        value={keyOf(item)}
        className="command-item"
        // A list that knows it to be off would run nothing at a click: nobody would hear what it needs.
        ref={(row) => row?.setAttribute('aria-disabled', String(off !== undefined))}
        data-off={off === undefined ? undefined : ''}
        onSelect={() => onChoose(item)}
      >
        <ItemIcon item={item} />
        <span className="command-label">{item.label}</span>
        <span className="command-context">{off ?? item.context}</span>
        {keys !== undefined && <kbd>{showKeys(keys)}</kbd>}
      </Cmdk.Item>
    );
  });
}

/** The answers in their groups, or that there are none. */
function Answers({
  found,
  nothing,
  onChoose,
}: {
  readonly found: readonly Item[];
  readonly nothing: boolean;
  readonly onChoose: (item: Item) => void;
}) {
  return (
    <>
      <Cmdk.List className="command-list" label={words.commands.search}>
        {groupsOf(found).map((group) => (
          <Cmdk.Group key={group} heading={words.commands.palette[group]} className="command-group">
            <Rows items={found.filter((item) => groupOf(item) === group)} onChoose={onChoose} />
          </Cmdk.Group>
        ))}
      </Cmdk.List>
      {/* Beside the list: there may be nothing but options in it. */}
      {nothing && (
        <p className="empty" role="status">
          {words.commands.palette.nothing}
        </p>
      )}
    </>
  );
}

export interface PaletteProps {
  readonly commands: readonly Command[];
  readonly showPanel: ShowPanel;
}

/** As many answers are there at each stage, first none beside the field: all commands at once keep the keys waiting. */
const AT_STAGE = [0, 24, Number.POSITIVE_INFINITY] as const;

interface FieldProps extends Pick<PaletteProps, 'commands'> {
  readonly query: string;
  readonly onChoose: (item: Item) => void;
}

/** The palette, and below it what a command needs that was chosen though it is off. */
function Palette(props: FieldProps) {
  const [off, setOff] = useState<string | null>(null);
  return (
    <>
      <Finder
        {...props}
        onChoose={(item) => {
          if (item.kind !== 'command' || item.off === undefined) return props.onChoose(item);
          announce(item.off);
          setOff(`${item.label}: ${item.off}.`);
        }}
        onType={() => setOff(null)}
      />
      {off !== null && (
        <WrongText className="command-off" onExplain={() => explain('fault:off')}>
          {off}
        </WrongText>
      )}
    </>
  );
}

function Finder({ commands, query, onChoose, onType }: FieldProps & { readonly onType: () => void }) {
  const [typed, setTyped] = useState(query);
  const asked = useDeferredValue(typed);
  const documents = useSession((state) => state.documents);
  const front = useActiveDocument();
  const items = useMemo(() => {
    let made: readonly Item[] | undefined;
    return () => (made ??= itemsOf(commands, front, documents));
  }, [commands, front, documents]);
  const stage = useStages(AT_STAGE.length - 1);
  const begun = stage > 0;
  const found = useMemo(() => (begun ? findItems(items(), asked) : []), [begun, items, asked]);
  // The best answer is chosen until the user moves; a choice that is no longer shown counts for nothing.
  const [moved, setMoved] = useState('');
  // The list moves the choice by itself after each change of the text, to what was first before it.
  const byHand = useRef(false);
  const shown = chosenItem(found, moved);
  const chosen = shown === undefined ? '' : keyOf(shown);
  const root = useRef<HTMLDivElement>(null);
  useActiveDescendant(root);
  return (
    <Cmdk
      ref={root}
      label={words.commands.search}
      shouldFilter={false}
      loop
      value={chosen}
      onValueChange={(value) => {
        if (byHand.current) setMoved(value);
      }}
      onPointerMoveCapture={() => {
        byHand.current = true;
      }}
      onKeyDown={(event) => {
        byHand.current = true;
        const { key, altKey, ctrlKey, metaKey } = event;
        if (event.nativeEvent.isComposing) return;
        // The list of itself would pass over what is off: nobody at the keys would hear what it needs.
        const to = altKey || ctrlKey || metaKey ? undefined : walkAnswers(key, found, shown);
        if (to !== undefined) {
          event.preventDefault();
          setMoved(keyOf(to));
          const row = root.current?.querySelector(`[data-value="${CSS.escape(keyOf(to))}"]`);
          row?.scrollIntoView({ block: 'nearest' });
        }
        if (key !== 'Enter') return;
        event.preventDefault();
        // The list on the screen may be a few letters behind: what was typed counts.
        const answer = chosenItem(begun && asked === typed ? found : findItems(items(), typed), moved);
        if (answer !== undefined) onChoose(answer);
      }}
    >
      <Cmdk.Input
        className="command-input"
        placeholder={
          activeModel() === null
            ? words.commands.palette.placeholder
            : words.commands.palette.placeholderWithModel
        }
        value={typed}
        onValueChange={(text) => {
          byHand.current = false;
          setTyped(text);
          setMoved('');
          onType();
        }}
      />
      <Answers
        found={found.slice(0, AT_STAGE[stage])}
        nothing={begun && found.length === 0}
        onChoose={onChoose}
      />
    </Cmdk>
  );
}

/** Finds and runs every command, and goes to everything in the model. */
export function CommandPalette({ commands, showPanel }: PaletteProps) {
  const dialog = useSession((state) => state.dialog);
  if (dialog?.kind !== 'commands') return null;
  return (
    <DialogFrame className="command-palette" aria-describedby={undefined} onClose={() => setDialog(null)}>
      {(afterwards) => (
        <>
          <Dialog.Title className="visually-hidden">{words.commands.search}</Dialog.Title>
          <Palette
            commands={commands}
            query={dialog.query ?? ''}
            onChoose={(item) => {
              // What runs may move the focus or open another dialog.
              afterwards(() => go(item, showPanel));
              setDialog(null);
            }}
          />
        </>
      )}
    </DialogFrame>
  );
}
