import type { Command } from '../../store/index.ts';
import { arrangeCommands } from './arrange.ts';
import { diagramCommands } from './diagrams.ts';
import { editCommands } from './edit.ts';
import { moveCommands } from './move.ts';
import { pictureCommands } from './pictures.ts';
import { selectionCommands } from './selection.ts';
import { viewCommands } from './view.ts';

/** Everything that can be done on the canvas. */
export const canvasCommands: readonly Command[] = [
  ...editCommands,
  ...selectionCommands,
  ...moveCommands,
  ...arrangeCommands,
  ...diagramCommands,
  ...viewCommands,
  ...pictureCommands,
];
