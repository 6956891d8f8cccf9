import { registerSW } from 'virtual:pwa-register';
import { notify, session } from '../store/index.ts';
import { keepText } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { startAutosave } from './autosave.ts';
import { isWriting } from './browser-files.ts';
import { keepReady } from './file-service.ts';
import { openGiven } from './open.ts';
import { wouldLose } from './save.ts';

/** Files that the installed app was started with. */
function startLaunches(): void {
  window.launchQueue?.setConsumer(({ files }) => {
    const handles = files.filter((handle) => handle instanceof FileSystemFileHandle);
    void Promise.all(handles.map(async (handle) => ({ handle, file: await handle.getFile() }))).then(
      (given) => openGiven(given),
    );
  });
}

/** Makes the app work offline; a new version waits until the user takes it. */
function startOffline(): void {
  const update = registerSW({
    onNeedRefresh: () =>
      notify({
        tone: 'info',
        text: words.files.update,
        action: { label: words.files.updateNow, run: () => void update(true) },
      }),
  });
}

/** Restores what was open, keeps it from now on, and guards it when the page goes. */
export async function startFiles(): Promise<void> {
  window.addEventListener('beforeunload', (event) => {
    keepText();
    if (isWriting() || session.getState().documents.some(wouldLose)) event.preventDefault();
  });
  startOffline();
  await startAutosave();
  startLaunches();
  keepReady();
}
