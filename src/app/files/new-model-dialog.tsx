import { setDialog, useActiveDocument, useSession } from '../store/index.ts';
import { Button, Modal } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { laterWords } from '../words/later.ts';
import { TemplateCards } from './cards.tsx';
import { askAbout } from './template-arrivals.ts';
import { YourTemplates } from './your-templates.tsx';

const { edit } = laterWords.templateFiles;

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
        closable
        onClose={close}
      >
        <TemplateCards purpose="use" />
        <YourTemplates purpose="use" />
      </Modal>
    );
  if (dialog?.kind !== 'choose-template') return null;
  if (dialog.purpose !== 'open') return <OtherTemplate purpose={dialog.purpose} onClose={close} />;
  return (
    <Modal title={edit.title} description={edit.text} wide closable onClose={close}>
      <TemplateCards purpose="open" />
      <YourTemplates purpose="open" />
    </Modal>
  );
}

interface OtherTemplateProps {
  readonly purpose: 'change' | 'merge';
  readonly onClose: () => void;
}

/** The choice of a second template, for what is in front. */
function OtherTemplate({ purpose, onClose }: OtherTemplateProps) {
  const front = useActiveDocument();
  const documents = useSession((state) => state.documents);
  if (front?.kind !== (purpose === 'change' ? 'model' : 'template')) return null;
  const said = laterWords.templateFiles[purpose];
  const templates = documents.filter((one) => one.kind === 'template').filter((one) => one !== front);
  return (
    <Modal
      title={said.title({ file: front.fileName })}
      description={said.text}
      wide
      closable
      onClose={onClose}
    >
      {templates.length > 0 && (
        <p className="modal-row">
          {templates.map(({ id, fileName, template }) => (
            <Button key={id} onClick={() => void askAbout(purpose, template)}>
              {said.openOne({ file: fileName })}
            </Button>
          ))}
        </p>
      )}
      <YourTemplates purpose={purpose} />
      <TemplateCards purpose={purpose} />
    </Modal>
  );
}
