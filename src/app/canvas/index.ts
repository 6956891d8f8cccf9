export { editorCanvas } from './base/front.ts';
export { DiagramEditor } from './canvas.tsx';
export { pastesOthersBy } from './clipboard/clipboard.ts';
export { canvasCommands } from './commands/index.ts';
export { canvasParts } from './later-parts.ts';
export { addInView } from './lists/beside.ts';
export { DiagramTabs } from './tabs/diagram-tabs.tsx';
