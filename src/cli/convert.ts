import { FORMATS, formatOfName, writeModel, writeTemplate } from '../core/codec/index.ts';
import {
  checkApart,
  checkEnding,
  EXIT,
  Failure,
  openFile,
  type Streams,
  writeBytes,
  writeDocument,
} from './io.ts';

/** `trustline convert`: the same bytes unless `--canonical` or another format is asked for. */
export function convertFile(
  source: string,
  target: string,
  options: { canonical?: boolean },
  streams: Streams,
): void {
  checkEnding(
    target,
    FORMATS.flatMap(({ extensions }) => extensions),
  );
  const opened = openFile(source, streams);
  const wanted = formatOfName(target);
  if (opened.format === 'tm7' && wanted === 'tb7') {
    checkApart(source, target);
    const { template } = opened.model;
    writeDocument(target, writeTemplate(template), template, streams);
    return;
  }
  if (opened.format === 'tb7' && wanted === 'tm7') {
    throw new Failure('a template is not a model; "trustline new" makes a model on it', EXIT.usage);
  }
  if (options.canonical !== true) {
    writeBytes(target, opened.bytes, streams);
    return;
  }
  if (opened.format === 'tm7') writeDocument(target, writeModel(opened.model), opened.model, streams);
  else writeDocument(target, writeTemplate(opened.template), opened.template, streams);
}
