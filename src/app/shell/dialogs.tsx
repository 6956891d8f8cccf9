import {
  changeSettings,
  type Dialog,
  explain,
  type Settings,
  setDialog,
  useSession,
} from '../store/index.ts';
import { Button, Field, Modal, TextField } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { laterWords } from '../words/later.ts';

const { settings: said } = laterWords;

type Confirm = Extract<Dialog, { kind: 'confirm' }>;

/** A question with two or three answers. */
function ConfirmDialog({ dialog }: { readonly dialog: Confirm }) {
  // Closed first: an answer may open the next dialog.
  const answer = (run: () => void) => () => {
    setDialog(null);
    run();
  };
  const { otherLabel, onOther, wrong } = dialog;
  return (
    <Modal title={dialog.title} description={dialog.text} onClose={() => setDialog(null)}>
      <div className="modal-actions">
        {wrong !== undefined && (
          <Button tone="quiet" onClick={() => explain(wrong)}>
            {words.ui.explain}
          </Button>
        )}
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
    <Modal title={words.shell.settings.title} description={said.text} onClose={() => setDialog(null)}>
      <Field label={said.author} hint={said.authorHint}>
        {(id) => (
          <TextField
            id={id}
            autoComplete="name"
            value={settings.author}
            onValue={(author) => changeSettings({ author })}
          />
        )}
      </Field>
      <Field label={said.theme}>
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
        <legend>{said.canvas}</legend>
        {SWITCHES.map((key) => (
          <label key={key}>
            <input
              type="checkbox"
              checked={settings[key]}
              onChange={(event) => changeSettings({ [key]: event.target.checked })}
            />
            {said[key]}
          </label>
        ))}
      </fieldset>
      <div className="modal-actions">
        <Button tone="primary" onClick={() => setDialog(null)}>
          {said.done}
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
