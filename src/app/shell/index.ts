export { startFields } from './fields.ts';
export { fetchLater, Later } from './later.tsx';
export { PanelBoundary } from './panel-boundary.tsx';
export { startPanels } from './panels.ts';
export { startPresentation } from './presentation.ts';
export { Shell } from './shell.tsx';
export { startTheme } from './theme.ts';
export { viewCommands } from './view-commands.ts';
export { Workspace } from './workspace.tsx';
