export { showStale, switchGeneration } from './actions.ts';
export { threatCommands } from './threat-commands.ts';
export { ThreatCount } from './threat-count.tsx';
