export { reportCommands } from './report-commands.ts';
export { ReportView } from './report-view.tsx';
