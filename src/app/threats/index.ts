export { showStale, switchGeneration } from './actions.ts';
export { CustomThreatDialog } from './custom-threat-dialog.tsx';
export { threatCommands } from './threat-commands.ts';
export { ThreatCount } from './threat-count.tsx';
export { ThreatsPanel } from './threats-panel.tsx';
export { UpdateThreatsDialog } from './update-dialog.tsx';
