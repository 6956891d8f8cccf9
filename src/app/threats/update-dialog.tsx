import { type Model, THREAT_TEXT, threatProperty } from '../../core/document/index.ts';
import { isUpToDate, type PendingUpdate, staleThreats, updatePreview } from '../../core/engine/index.ts';
import { explain, setDialog, useActiveModel, useSession, type Wrong } from '../store/index.ts';
import { Button, Modal } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { laterWords } from '../words/later.ts';
import { updateThreats } from './actions.ts';
import { previewParts } from './update-preview.ts';
import { excessSentence } from './words.ts';

const { updateThreats: said } = laterWords;

/** Says what an update of all threats would do, before it does it. */
export function UpdateThreatsDialog() {
  const dialog = useSession((state) => state.dialog);
  const open = useActiveModel();
  if (dialog?.kind !== 'update-threats' || open === null) return null;
  return <Preview model={open.model} />;
}

function Preview({ model }: { readonly model: Model }) {
  const preview = updatePreview(model);
  const stale = staleThreats(model);
  const close = () => setDialog(null);
  const nothing = isUpToDate(preview);
  const wrong = wrongOf(model, preview);
  return (
    <Modal title={said.title} description={descriptionOf(model, preview)} onClose={close}>
      {previewParts(
        preview,
        model.threats.filter(({ key }) => stale.has(key)),
      ).map(({ text, threats }) => (
        <details key={text} className="threats-preview">
          <summary>{text}</summary>
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
        {wrong !== null && (
          <Button tone="quiet" onClick={() => explain(wrong)}>
            {words.ui.explain}
          </Button>
        )}
        <Button onClick={close}>{nothing ? said.close : said.cancel}</Button>
        {!nothing && (
          <Button
            tone="primary"
            autoFocus
            onClick={() => {
              close();
              updateThreats();
            }}
          >
            {said.update}
          </Button>
        )}
      </div>
    </Modal>
  );
}

/** What of the help explains that the threats are not those of the diagram; null where they are. */
function wrongOf(model: Model, preview: PendingUpdate): Wrong | null {
  if (!model.threatGenerationEnabled) return 'message:generation-off';
  if (preview.excess !== null) return 'message:too-many-threats';
  return isUpToDate(preview) ? null : 'message:threats-out-of-date';
}

function descriptionOf(model: Model, preview: PendingUpdate): string {
  if (!model.threatGenerationEnabled) return said.off;
  if (preview.excess !== null) return excessSentence(preview.excess);
  return isUpToDate(preview) ? said.upToDate : said.workStays;
}
