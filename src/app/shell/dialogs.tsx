import { changeSettings, type Dialog, type Settings, setDialog, useSession } from '../store/index.ts';
import { Button, Field, Modal, TextField } from '../ui/index.ts';
import { words } from '../words/index.ts';

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
        <Button onClick={() => setDialog(null)}>{words.shell.cancel}</Button>
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

const THEMES: readonly Settings['theme'][] = ['system', 'light', 'dark', 'contrast'];

type Switches =
  | 'snapToGrid'
  | 'smartGuides'
  | 'showGrid'
  | 'showMinimap'
  | 'showThreatCounts'
  | 'boundariesCarry';
const SWITCHES: readonly Switches[] = [
  'snapToGrid',
  'smartGuides',
  'showGrid',
  'showMinimap',
  'showThreatCounts',
  'boundariesCarry',
];

function SettingsDialog() {
  const settings = useSession((state) => state.settings);
  return (
    <Modal
      title={words.shell.settings.title}
      description={words.shell.settings.text}
      onClose={() => setDialog(null)}
    >
      <Field label={words.shell.settings.author} hint={words.shell.settings.authorHint}>
        {(id) => (
          <TextField
            id={id}
            autoComplete="name"
            value={settings.author}
            onValue={(author) => changeSettings({ author })}
          />
        )}
      </Field>
      <Field label={words.shell.settings.theme}>
        {(id) => (
          <select
            id={id}
            className="input"
            value={settings.theme}
            onChange={(event) => {
              const theme = THEMES.find((candidate) => candidate === event.target.value);
              if (theme !== undefined) changeSettings({ theme });
            }}
          >
            {THEMES.map((theme) => (
              <option key={theme} value={theme}>
                {words.shell.themes[theme]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset className="settings-switches">
        <legend>{words.shell.settings.canvas}</legend>
        {SWITCHES.map((key) => (
          <label key={key}>
            <input
              type="checkbox"
              checked={settings[key]}
              onChange={(event) => changeSettings({ [key]: event.target.checked })}
            />
            {words.shell.settings[key]}
          </label>
        ))}
      </fieldset>
      <div className="modal-actions">
        <Button tone="primary" onClick={() => setDialog(null)}>
          {words.shell.settings.done}
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
