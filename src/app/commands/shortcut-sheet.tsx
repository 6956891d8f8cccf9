import { useMemo, useState } from 'react';
import { type Command, setDialog, useSession } from '../store/index.ts';
import { Modal, SearchField } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { laterWords } from '../words/later.ts';
import { commandRows, FIXED_ROWS, foundRows } from './shortcut-rows.ts';

/** Every command that has keys, by group, and the keys of what is no command. */
export function ShortcutSheet({ commands }: { readonly commands: readonly Command[] }) {
  const open = useSession((state) => state.dialog?.kind === 'shortcuts');
  if (!open) return null;
  return (
    <Modal title={words.commands.shortcuts} wide closable onClose={() => setDialog(null)}>
      <Sheet commands={commands} />
    </Modal>
  );
}

function Sheet({ commands }: { readonly commands: readonly Command[] }) {
  const [text, setText] = useState('');
  const all = useMemo(() => [...commandRows(commands), ...FIXED_ROWS], [commands]);
  const rows = foundRows(all, text);
  const headings = [...new Set(rows.map((row) => row.heading))];
  return (
    <>
      <SearchField
        className="shortcut-search"
        label={laterWords.shortcuts.sheet.search}
        value={text}
        onValue={setText}
      />
      <div className="shortcut-groups">
        {headings.map((heading) => (
          <section key={heading} aria-label={heading}>
            <h3>{heading}</h3>
            <dl>
              {rows
                .filter((row) => row.heading === heading)
                .map(({ label, keys }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>
                      {keys.map((key) => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      {rows.length === 0 && <p className="empty">{laterWords.shortcuts.sheet.nothing({ text })}</p>}
    </>
  );
}
