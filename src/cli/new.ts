import { randomUUID } from 'node:crypto';
import { newModel } from '../core/document/index.ts';
import { checkApart, checkEnding, openFile, type Streams, writeDocument } from './io.ts';

/** `trustline new`: an empty model on the template of a `.tb7` or `.tm7` file. */
export function newFromTemplate(file: string, options: { output: string }, streams: Streams): void {
  checkEnding(options.output, ['.tm7']);
  checkApart(file, options.output);
  const opened = openFile(file, streams);
  const template = opened.format === 'tb7' ? opened.template : opened.model.template;
  const model = newModel(template, randomUUID);
  writeDocument(options.output, model, streams);
}
