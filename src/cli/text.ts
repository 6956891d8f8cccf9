import { documentListing } from '../core/change-report/index.ts';
import { openFile, type Streams, writeText } from './io.ts';

/** `trustline text`: a model or a template as lines of text, for `git diff` and other programs that compare lines. */
export function listDocument(file: string, streams: Streams): void {
  const opened = openFile(file, streams);
  const document = opened.format === 'tm7' ? opened.model : opened.template;
  writeText('-', documentListing(document), 'table', streams);
}
