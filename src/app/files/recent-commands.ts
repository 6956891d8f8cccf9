import { type Command, notify } from '../store/index.ts';
import { bytesOf } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { mayUse } from './browser-files.ts';
import { openBytes, openGiven } from './open.ts';
import { allRecent, forgetRecent, watchRecent } from './recent.ts';
import type { StoredRecent } from './records.ts';

const { recentFiles: said } = laterWords;

/** Opens a recent file from where it is, or the copy of it that this browser keeps. What fails is told. */
export async function openRecent({ key, fileName, handle, bytes }: StoredRecent): Promise<void> {
  const forget = { label: said.forgetIt, run: () => void forgetRecent(key) };
  try {
    if (handle !== null) {
      if (await mayUse(handle, 'read')) await openGiven([{ handle, file: await handle.getFile() }]);
    } else if (bytes !== null) {
      await openBytes(fileName, await bytesOf(bytes), null);
    }
  } catch (error) {
    const gone = error instanceof DOMException && error.name === 'NotFoundError';
    const reason = gone ? said.gone : String(error);
    notify({
      tone: 'error',
      text: said.failed({ file: fileName, reason }),
      wrong: 'fault:not-opened',
      action: forget,
    });
  }
}

/** One for each recent file. They keep the key alone: what is opened is what is kept by then. */
const commandsOf = (recent: readonly StoredRecent[]): readonly Command[] =>
  recent.map(({ key, fileName }) => ({
    id: `file.recent.${key}`,
    label: said.open({ file: fileName }),
    group: 'File',
    keywords: said.openKeywords,
    run: () => {
      const open = async () => {
        const item = (await allRecent()).find((one) => one.key === key);
        if (item !== undefined) await openRecent(item);
      };
      open().catch((error: unknown) =>
        notify({
          tone: 'error',
          text: said.failed({ file: fileName, reason: String(error) }),
          wrong: 'fault:not-opened',
        }),
      );
    },
  }));

/** Tells a command for each recent file, now and whenever there are others; none where storage is forbidden. */
export function watchRecentCommands(tell: (commands: readonly Command[]) => void): void {
  const fetch = () =>
    allRecent().then(
      (recent) => tell(commandsOf(recent)),
      () => tell([]),
    );
  void fetch();
  watchRecent(() => void fetch());
}
