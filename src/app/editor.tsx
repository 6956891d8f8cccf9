import { type ComponentProps, lazy, useEffect, useRef } from 'react';
import {
  addInView,
  canvasCommands,
  canvasParts,
  DiagramEditor,
  DiagramTabs,
  editorCanvas,
} from './canvas/index.ts';
import { NoteCount } from './notes/index.ts';
import { reportCommands } from './report/report-commands.ts';
import { Later, PanelBoundary, Workspace } from './shell/index.ts';
import { type Command, setDialog, tellNotFetched, useSession } from './store/index.ts';
import { ThreatCount } from './threats/index.ts';
import { fetchLater, useFetched } from './ui/index.ts';
import { words } from './words/index.ts';

// The canvas comes first: lists beside it and what opens over it are fetched when it has been painted.
const outline = () => import('./outline/index.ts');
const threats = () => import('./threats/threats-panel.tsx');
const actions = () => import('./threats/actions.ts');
const messages = () => import('./messages/index.ts');
const notes = () => import('./notes/notes-panel.tsx');
const stencils = () => import('./palette/index.ts');
const properties = () => import('./properties/index.ts');
const threatDialogs = () => import('./threats/threat-dialogs.tsx');
const laterDialogs = () => import('./later-dialogs.tsx');

// The report and what it needs are fetched when it is looked at.
const ReportView = lazy(() => import('./later-report.tsx').then((m) => ({ default: m.LaterReport })));

const threatActions: ComponentProps<Messages['MessagesPanel']>['threatActions'] = {
  showStale: () => void actions().then((part) => part.showStale(), tellNotFetched),
  switchGeneration: (enabled) =>
    void actions().then((part) => part.switchGeneration(enabled), tellNotFetched),
};

/** What can be done with an open model. */
export const editorCommands: readonly Command[] = [...canvasCommands, ...reportCommands];

const fit = canvasCommands.find((command) => command.id === 'view.fit');

/** The presentation changes the room that the diagram has: it is fitted again, once the layout has settled. */
function useFitOnPresenting(): void {
  const presenting = useSession((state) => state.presenting);
  const before = useRef(presenting);
  useEffect(() => {
    if (before.current === presenting) return;
    before.current = presenting;
    const timer = setTimeout(() => fit?.run(), 300);
    return () => clearTimeout(timer);
  }, [presenting]);
}

type Messages = Awaited<ReturnType<typeof messages>>;
type Panels = ComponentProps<typeof Workspace>;

/** What stands left of the canvas. */
const leftPanels = (): Panels['left'] => [
  {
    id: 'stencils',
    label: words.shell.panels.stencils,
    content: (
      <Later place="panel" load={stencils}>
        {({ StencilPanel }) => <StencilPanel onAdd={addInView} />}
      </Later>
    ),
  },
  {
    id: 'outline',
    label: words.shell.panels.outline,
    content: (
      <Later place="panel" load={outline}>
        {({ OutlinePanel }) => <OutlinePanel />}
      </Later>
    ),
  },
];

/** What cannot be fetched is told in the panel. */
function MessageBadge() {
  const part = useFetched(messages);
  return part.kind === 'here' ? <part.loaded.MessageCount /> : null;
}

/** What stands below it. */
const bottomPanels = (): Panels['bottom'] => [
  {
    id: 'threats',
    label: words.shell.panels.threats,
    badge: <ThreatCount />,
    content: (
      <Later place="panel" load={threats}>
        {({ ThreatsPanel }) => <ThreatsPanel />}
      </Later>
    ),
  },
  {
    id: 'messages',
    label: words.shell.panels.messages,
    badge: <MessageBadge />,
    content: (
      <Later place="panel" load={messages}>
        {({ MessagesPanel }) => <MessagesPanel threatActions={threatActions} />}
      </Later>
    ),
  },
  {
    id: 'notes',
    label: words.shell.panels.notes,
    badge: <NoteCount />,
    content: (
      <Later place="panel" load={notes}>
        {({ NotesPanel }) => <NotesPanel />}
      </Later>
    ),
  },
];

/** Everything that needs an open model, in a chunk of its own: the start page does not wait for it. */
export function Editor() {
  const view = useSession((state) => state.view);
  useFitOnPresenting();
  useEffect(() => {
    // Whoever opens another panel finds it there; a failure is met there, with a way on.
    for (const part of [...canvasParts, outline, threats, messages, notes])
      fetchLater<unknown>(part).catch(() => undefined);
    fetchLater(stencils).then(
      (part) => part.startUsed(),
      () => undefined,
    );
  }, []);
  return (
    <>
      {view === 'report' ? (
        <PanelBoundary name={words.shell.report}>
          <ReportView />
        </PanelBoundary>
      ) : view === 'threats' ? (
        <PanelBoundary name={words.shell.panels.threats}>
          <Later place="panel" load={threats}>
            {({ ThreatsView }) => <ThreatsView />}
          </Later>
        </PanelBoundary>
      ) : (
        <Workspace
          left={leftPanels()}
          canvas={<DiagramEditor canvas={editorCanvas} />}
          diagramTabs={<DiagramTabs />}
          right={
            <Later place="panel" load={properties}>
              {({ PropertiesPanel }) => <PropertiesPanel commands={canvasCommands} />}
            </Later>
          }
          bottom={bottomPanels()}
        />
      )}
      <PanelBoundary name={words.shell.panelCrash.dialog} onClose={() => setDialog(null)}>
        <Later place="dialog" load={threatDialogs}>
          {({ ThreatDialogs }) => <ThreatDialogs />}
        </Later>
        <Later place="dialog" load={laterDialogs}>
          {({ LaterDialogs }) => <LaterDialogs />}
        </Later>
      </PanelBoundary>
    </>
  );
}
