import { changeSettings, type Dialog, type Settings, setDialog, useSession } from '../store/index.ts';
import { Button, Field, Modal, TextField } from '../ui/index.ts';

type Confirm = Extract<Dialog, { kind: 'confirm' }>;

/** A question with two or three answers. */
function ConfirmDialog({ dialog }: { readonly dialog: Confirm }) {
  // Closed first: an answer may open the next dialog.
  const answer = (run: () => void) => () => {
    setDialog(null);
    run();
  };
  const { otherLabel, onOther } = dialog;
  return (
    <Modal title={dialog.title} description={dialog.text} onClose={() => setDialog(null)}>
      <div className="modal-actions">
        <Button onClick={() => setDialog(null)}>Cancel</Button>
        {otherLabel !== undefined && onOther !== undefined && (
          <Button onClick={answer(onOther)}>{otherLabel}</Button>
        )}
        <Button
          tone={dialog.danger === true ? 'danger' : 'primary'}
          autoFocus
          onClick={answer(dialog.onConfirm)}
        >
          {dialog.confirmLabel}
        </Button>
      </div>
    </Modal>
  );
}

const THEMES: readonly (readonly [Settings['theme'], string])[] = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['contrast', 'High contrast'],
];

type Switches = 'snapToGrid' | 'smartGuides' | 'showGrid' | 'showMinimap' | 'boundariesCarry';
const SWITCHES: readonly (readonly [Switches, string])[] = [
  ['snapToGrid', 'Snap to the grid'],
  ['smartGuides', 'Smart guides while moving'],
  ['showGrid', 'Show the grid'],
  ['showMinimap', 'Show the minimap'],
  ['boundariesCarry', 'Moving a boundary carries what lies inside'],
];

function SettingsDialog() {
  const settings = useSession((state) => state.settings);
  return (
    <Modal title="Settings" description="Kept in this browser only." onClose={() => setDialog(null)}>
      <Field label="Your name" hint="Written with the threats you change and the notes you add.">
        {(id) => (
          <TextField
            id={id}
            autoComplete="name"
            value={settings.author}
            onValue={(author) => changeSettings({ author })}
          />
        )}
      </Field>
      <Field label="Theme">
        {(id) => (
          <select
            id={id}
            className="input"
            value={settings.theme}
            onChange={(event) => {
              const chosen = THEMES.find(([theme]) => theme === event.target.value);
              if (chosen !== undefined) changeSettings({ theme: chosen[0] });
            }}
          >
            {THEMES.map(([theme, label]) => (
              <option key={theme} value={theme}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset className="settings-switches">
        <legend>Canvas</legend>
        {SWITCHES.map(([key, label]) => (
          <label key={key}>
            <input
              type="checkbox"
              checked={settings[key]}
              onChange={(event) => changeSettings({ [key]: event.target.checked })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <div className="modal-actions">
        <Button tone="primary" onClick={() => setDialog(null)}>
          Done
        </Button>
      </div>
    </Modal>
  );
}

/** The dialogs that belong to no feature. */
export function ShellDialogs() {
  const dialog = useSession((state) => state.dialog);
  if (dialog?.kind === 'confirm') return <ConfirmDialog dialog={dialog} />;
  if (dialog?.kind === 'settings') return <SettingsDialog />;
  return null;
}
