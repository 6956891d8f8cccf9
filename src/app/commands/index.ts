export { baseCommands } from './base-commands.ts';
export { startKeys } from './keys.ts';
