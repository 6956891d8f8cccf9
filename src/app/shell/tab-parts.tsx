import { Check, Download, Save } from 'lucide-react';
import { type Command, type OpenDocument, showKeys } from '../store/index.ts';
import { laterWords } from '../words/later.ts';
import { savingOf } from './saving.ts';

const { openFiles: said } = laterWords;

interface SaveStateProps {
  readonly open: OpenDocument;
  /** Saving is one of them; it saves what is in front. */
  readonly commands: readonly Command[];
}

/** Beside the name of the file in front: whether a file holds all of it, and the way to one that does. */
export function SaveState({ open, commands }: SaveStateProps) {
  const file = open.fileName;
  switch (savingOf(open)) {
    case 'unsaved': {
      const save = commands.find(({ id }) => id === 'file.save');
      return (
        <button
          type="button"
          className="model-tab-save"
          aria-label={said.saveFile({ file })}
          data-tip=""
          data-keys={showKeys('Mod+S')}
          onClick={() => save?.run()}
        >
          <Save size={13} aria-hidden="true" />
          {said.save}
        </button>
      );
    }
    case 'saved':
      return (
        <span className="model-tab-saved" title={said.savedHint({ file })}>
          <Check size={13} aria-hidden="true" />
          {said.saved}
        </span>
      );
    case 'downloaded':
      return (
        <span className="model-tab-saved" title={said.downloadedHint({ file })}>
          <Download size={13} aria-hidden="true" />
          {said.downloaded}
        </span>
      );
    case 'as-opened':
      return null;
  }
}
