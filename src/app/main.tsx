import { lazy, StrictMode, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { baseCommands, startKeys } from './commands/index.ts';
import {
  closeFile,
  FileEntrances,
  fileCommands,
  keepWork,
  newOnTemplate,
  StartPage,
  saveCopy,
  startFiles,
} from './files/index.ts';
import {
  Later,
  PanelBoundary,
  Shell,
  startFaults,
  startFields,
  startFolding,
  startPanels,
  startPresentation,
  startTheme,
  togglePanel,
  viewCommands,
} from './shell/index.ts';
import type { Command } from './store/index.ts';
import { startTrusted, whenIdle } from './ui/index.ts';
import { words } from './words/index.ts';
import './ui/theme.css';
import './ui/widgets.css';

const loadEditor = () => import('./editor.tsx');
const Editor = lazy(() => loadEditor().then((editor) => ({ default: editor.Editor })));

const loadTemplates = () => import('./template/index.ts');
const TemplateView = lazy(() => loadTemplates().then((template) => ({ default: template.TemplateView })));

// What opens above the app comes after it.
const templateCommands = () => import('./files/template-commands.ts');
const laterCommands = () => import('./later-commands.ts');
const samples = () => import('./files/sample-models.ts');
const mergeDialog = () => import('./compare/merge-template-dialog.tsx');
const fileDialogs = () => import('./file-dialogs.tsx');
const commandDialogs = () => import('./commands/command-dialogs.tsx');

/** Milliseconds after which a busy browser is not waited for any longer. */
const IDLE = 10_000;

function App() {
  const [ofTemplates, setOfTemplates] = useState<readonly Command[]>([]);
  const [later, setLater] = useState<readonly Command[]>([]);
  const [ofModels, setOfModels] = useState<readonly Command[]>([]);
  const commands = useMemo(
    () => [...fileCommands, ...ofTemplates, ...baseCommands, ...viewCommands, ...ofModels, ...later],
    [ofTemplates, ofModels, later],
  );
  useEffect(() => {
    // At once, but after the first paint: whoever opens a model finds the editor there. Whoever opens one meets a
    // failure there, with a way on.
    const unsaid = () => undefined;
    loadEditor().then(({ editorCommands }) => setOfModels(editorCommands), unsaid);
    laterCommands().then((part) => part.watchLaterCommands(setLater), unsaid);
    templateCommands().then((part) => setOfTemplates(part.templateCommands), unsaid);
    // Last: what a template is seen in is there before one has been read.
    return whenIdle(() => void loadTemplates().catch(unsaid), IDLE);
  }, []);
  // Before the first paint: whoever sees the page can use its keys.
  useLayoutEffect(() => startKeys(commands), [commands]);
  return (
    <Shell
      keepWork={keepWork}
      saveCopy={saveCopy}
      commands={commands}
      onCloseModel={closeFile}
      start={<StartPage />}
      editor={<Editor />}
      template={
        <PanelBoundary name={words.shell.template}>
          <TemplateView onNewModel={newOnTemplate} samples={samples} />
          <Later place="dialog" load={mergeDialog}>
            {({ MergeDialog }) => <MergeDialog />}
          </Later>
        </PanelBoundary>
      }
      dialogs={
        <>
          <FileEntrances />
          <Later place="dialog" load={fileDialogs}>
            {({ FileDialogs }) => <FileDialogs />}
          </Later>
          <Later place="dialog" load={commandDialogs}>
            {({ CommandDialogs }) => <CommandDialogs commands={commands} showPanel={togglePanel} />}
          </Later>
        </>
      }
    />
  );
}

startTrusted();
startFaults();
startTheme();
startPresentation();
startPanels();
startFields();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element');
// The models of the last visit come first, so that the start page does not flash before them.
void startFiles().finally(() => {
  startFolding();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});
