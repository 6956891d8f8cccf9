import { activeDocument, type Command, session } from '../store/index.ts';
import { laterWords } from '../words/later.ts';
import { closeFile } from './save.ts';

const { openFiles: said } = laterWords;

const others = () => {
  const front = activeDocument();
  return session.getState().documents.filter((open) => open !== front);
};

/** Closes all but the file in front, one after the other; stops at the first one that is to stay. */
export async function closeOthers(): Promise<void> {
  for (const { id } of others()) {
    await closeFile(id);
    if (session.getState().documents.some((open) => open.id === id)) return;
  }
}

/** Closing all but one; the first canvas does not wait for it. */
export const closeOthersCommands: readonly Command[] = [
  {
    id: 'file.close-others',
    label: said.closeOthersCommand,
    group: 'File',
    keywords: said.closeOthersKeywords,
    enabled: () => activeDocument() !== null && others().length > 0,
    run: () => void closeOthers(),
  },
];
