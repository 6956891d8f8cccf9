import type { Template } from '../../core/document/index.ts';
import { activateDocument, notify, type OpenModel, setDialog } from '../store/index.ts';
import { laterWords } from '../words/later.ts';

const { change: said } = laterWords.templateFiles;

/** A template that came while a model was in front may be meant for it. */
export function offerFor({ id, fileName }: OpenModel, name: string, template: Template): void {
  notify({
    tone: 'info',
    text: said.opened({ file: name }),
    action: {
      label: said.takeFor({ file: fileName }),
      run: () => {
        activateDocument(id);
        setDialog({ kind: 'change-template', template });
      },
    },
  });
}
