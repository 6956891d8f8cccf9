import { commands } from './commands.ts';
import { properties } from './properties.ts';
import { report } from './report.ts';
import { shell } from './shell.ts';
import { ui } from './ui.ts';

/** The words of the app in English, one file for each feature. */
export const en = { commands, properties, report, shell, ui };
