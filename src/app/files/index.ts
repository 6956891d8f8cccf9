export { flush as keepWork } from './autosave.ts';
export { fileCommands } from './file-commands.ts';
export { FileEntrances } from './file-entrances.tsx';
export { newOnTemplate } from './open.ts';
export { closeFile, saveCopy } from './save.ts';
export { startFiles } from './start-files.ts';
export { StartPage } from './start-page.tsx';
