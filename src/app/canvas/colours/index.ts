export { ColourLayer } from './colour-layer.tsx';
export { colourCommands } from './commands.ts';
