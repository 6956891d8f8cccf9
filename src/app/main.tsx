import { lazy, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Canvas, canvasCommands, DiagramTabs } from './canvas/index.ts';
import { baseCommands, CommandPalette, ShortcutSheet, startKeys } from './commands/index.ts';
import { closeFile, FileDialogs, fileCommands, StartPage, startFiles } from './files/index.ts';
import { OutlinePanel } from './outline/index.ts';
import { StencilPanel } from './palette/index.ts';
import { PropertiesPanel } from './properties/index.ts';
import { reportCommands } from './report/index.ts';
import { Shell, startPresentation, startTheme, viewCommands } from './shell/index.ts';
import type { Command } from './store/index.ts';
import {
  CustomThreatDialog,
  MessageCount,
  MessagesPanel,
  NoteCount,
  NotesPanel,
  ThreatCount,
  ThreatsPanel,
  threatCommands,
} from './threats/index.ts';
import './ui/theme.css';
import './ui/widgets.css';

// The report and what it needs are fetched when it is looked at.
const ReportView = lazy(() => import('./report/report-view.tsx').then((m) => ({ default: m.ReportView })));

const commands: readonly Command[] = [
  ...fileCommands,
  ...baseCommands,
  ...canvasCommands,
  ...threatCommands,
  ...reportCommands,
  ...viewCommands,
];

function App() {
  return (
    <Shell
      commands={commands}
      onCloseModel={closeFile}
      start={<StartPage />}
      left={[
        { id: 'stencils', label: 'Stencils', content: <StencilPanel /> },
        { id: 'outline', label: 'Outline', content: <OutlinePanel /> },
      ]}
      canvas={<Canvas />}
      diagramTabs={<DiagramTabs />}
      right={<PropertiesPanel />}
      bottom={[
        { id: 'threats', label: 'Threats', badge: <ThreatCount />, content: <ThreatsPanel /> },
        { id: 'messages', label: 'Messages', badge: <MessageCount />, content: <MessagesPanel /> },
        { id: 'notes', label: 'Notes', badge: <NoteCount />, content: <NotesPanel /> },
      ]}
      report={<ReportView />}
      dialogs={
        <>
          <FileDialogs />
          <CommandPalette commands={commands} />
          <ShortcutSheet commands={commands} />
          <CustomThreatDialog />
        </>
      }
    />
  );
}

startTheme();
startPresentation();
startKeys(commands);

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element');
// The models of the last visit come first, so that the start page does not flash before them.
void startFiles().finally(() => {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});
