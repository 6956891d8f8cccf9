import { type Model, THREAT_TEXT, threatProperty } from '../../core/document/index.ts';
import { isUpToDate, updatePreview } from '../../core/engine/index.ts';
import { setDialog, useActiveModel, useSession } from '../store/index.ts';
import { Button, Modal } from '../ui/index.ts';
import { updateThreats } from './actions.ts';
import { previewParts } from './update-preview.ts';

/** Says what an update of all threats would do, before it does it. */
export function UpdateThreatsDialog() {
  const dialog = useSession((state) => state.dialog);
  const open = useActiveModel();
  if (dialog?.kind !== 'update-threats' || open === null) return null;
  return <Preview model={open.model} />;
}

function Preview({ model }: { readonly model: Model }) {
  const preview = updatePreview(model);
  const close = () => setDialog(null);
  const nothing = isUpToDate(preview);
  const off = !model.threatGenerationEnabled;
  const description = off
    ? 'Threat generation is switched off for this model.'
    : nothing
      ? 'The threats are up to date.'
      : 'What somebody worked on stays as it is.';
  return (
    <Modal title="Update threats" description={description} onClose={close}>
      {previewParts(preview).map(({ words, threats }) => (
        <details key={words} className="threats-preview">
          <summary>{words}</summary>
          <ul>
            {threats.map((threat) => (
              <li key={threat.key}>
                {threatProperty(threat, THREAT_TEXT.title)}{' '}
                <span className="threats-quiet">{threatProperty(threat, THREAT_TEXT.interaction)}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
      <div className="modal-actions">
        <Button onClick={close}>{nothing ? 'Close' : 'Cancel'}</Button>
        {!nothing && (
          <Button
            tone="primary"
            autoFocus
            onClick={() => {
              close();
              updateThreats();
            }}
          >
            Update
          </Button>
        )}
      </div>
    </Modal>
  );
}
