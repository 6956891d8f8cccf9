import { useEffect, useState } from 'react';
import { notify } from '../store/index.ts';
import { words } from '../words/index.ts';
import { droppedFiles } from './browser-files.ts';
import { INPUT_ID, openChosen } from './choose.ts';
import { openGiven } from './open.ts';

/** Whether files from outside are held over the window; they are opened when they are dropped. */
function useDrop(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    // Pictures of our own page count as files too when they are dragged.
    let own = false;
    const concerns = (event: DragEvent) => !own && event.dataTransfer?.types.includes('Files') === true;
    const listeners: Record<string, (event: DragEvent) => void> = {
      dragstart: () => {
        own = true;
      },
      dragend: () => {
        own = false;
      },
      dragover: (event) => {
        if (!concerns(event) || event.dataTransfer === null) return;
        event.preventDefault();
        event.stopPropagation();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      dragleave: (event) => {
        // Only leaving the window has nowhere to go to.
        if (event.relatedTarget === null) setOver(false);
      },
      drop: (event) => {
        if (!concerns(event) || event.dataTransfer === null) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        void droppedFiles(event.dataTransfer).then(({ files, folders }) => {
          if (folders > 0)
            notify({ tone: 'warning', text: words.files.opening.folder, wrong: 'fault:not-opened' });
          return openGiven(files);
        });
      },
    };
    const on = (name: string, listener: (event: DragEvent) => void) => {
      const call = (event: Event) => event instanceof DragEvent && listener(event);
      window.addEventListener(name, call, true);
      return () => window.removeEventListener(name, call, true);
    };
    const offs = Object.entries(listeners).map(([name, listener]) => on(name, listener));
    return () => {
      for (const off of offs) off();
    };
  }, []);
  return over;
}

/** What the files need on every page: the file input and the drop target. */
export function FileEntrances() {
  const over = useDrop();
  return (
    <>
      <input
        id={INPUT_ID}
        hidden
        type="file"
        multiple
        aria-label={words.files.opening.input}
        onChange={(event) => {
          openChosen([...(event.target.files ?? [])]);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
      {over && (
        <div className="drop-over" aria-hidden="true">
          <p>{words.files.opening.drop}</p>
        </div>
      )}
    </>
  );
}
