import { type Command, setDialog, showKeys, useSession } from '../store/index.ts';
import { Modal } from '../ui/index.ts';

/** Every command that has keys, by group; made from the commands themselves. */
export function ShortcutSheet({ commands }: { readonly commands: readonly Command[] }) {
  const open = useSession((state) => state.dialog?.kind === 'shortcuts');
  if (!open) return null;
  const withKeys = commands.filter((command) => command.keys !== undefined && command.keys.length > 0);
  const groups = [...new Set(withKeys.map((command) => command.group))];
  return (
    <Modal title="Keyboard shortcuts" wide onClose={() => setDialog(null)}>
      <div className="shortcut-groups">
        {groups.map((group) => (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <dl>
              {withKeys
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.id}>
                    <dt>{command.label}</dt>
                    <dd>
                      {command.keys?.map((keys) => (
                        <kbd key={keys}>{showKeys(keys)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
