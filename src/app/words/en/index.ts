import { canvas } from './canvas.ts';
import { canvasCommands } from './canvas-commands.ts';
import { commands } from './commands.ts';
import { files } from './files.ts';
import { messages } from './messages.ts';
import { notes } from './notes.ts';
import { outline } from './outline.ts';
import { properties } from './properties.ts';
import { report } from './report.ts';
import { shell } from './shell.ts';
import { threats } from './threats.ts';
import { ui } from './ui.ts';

/** The words of the app in English, one file for each feature. */
export const en = {
  canvasCommands,
  canvas,
  commands,
  files,
  messages,
  notes,
  outline,
  properties,
  report,
  shell,
  threats,
  ui,
};
