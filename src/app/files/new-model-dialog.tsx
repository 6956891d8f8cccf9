import { setDialog, useSession } from '../store/index.ts';
import { Modal } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { TemplateCards } from './cards.tsx';

/** The choice of a template for a new model. */
export function NewModelDialog() {
  const choosing = useSession((state) => state.dialog?.kind === 'new-model');
  if (!choosing) return null;
  return (
    <Modal
      title={words.files.start.newModel}
      description={words.files.start.newModelText}
      wide
      onClose={() => setDialog(null)}
    >
      <TemplateCards />
    </Modal>
  );
}
