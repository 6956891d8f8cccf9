export { reportCommands } from './report-commands.ts';
