import { setDialog, useActiveModel, useSession } from '../store/index.ts';
import { Button, Modal } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { laterWords } from '../words/later.ts';
import { TemplateCards } from './cards.tsx';

const { change, edit } = laterWords.templateFiles;

/** The choice of a template: for a new model, for the model in front, or to be edited. */
export function NewModelDialog() {
  const dialog = useSession((state) => state.dialog);
  const close = () => setDialog(null);
  if (dialog?.kind === 'new-model')
    return (
      <Modal
        title={words.files.start.newModel}
        description={words.files.start.newModelText}
        wide
        onClose={close}
      >
        <TemplateCards purpose="use" />
      </Modal>
    );
  if (dialog?.kind !== 'choose-template') return null;
  if (dialog.purpose === 'change') return <OtherTemplate onClose={close} />;
  return (
    <Modal title={edit.title} description={edit.text} wide onClose={close}>
      <TemplateCards purpose="open" />
    </Modal>
  );
}

function OtherTemplate({ onClose }: { readonly onClose: () => void }) {
  const open = useActiveModel();
  const documents = useSession((state) => state.documents);
  if (open === null) return null;
  const templates = documents.filter((one) => one.kind === 'template');
  return (
    <Modal title={change.title({ file: open.fileName })} description={change.text} wide onClose={onClose}>
      {templates.length > 0 && (
        <p className="modal-row">
          {templates.map(({ id, fileName, template }) => (
            <Button key={id} onClick={() => setDialog({ kind: 'change-template', template })}>
              {change.openOne({ file: fileName })}
            </Button>
          ))}
        </p>
      )}
      <TemplateCards purpose="change" />
    </Modal>
  );
}
