import { threatsJson, threatsTable } from '../core/report/index.ts';
import { openModel, type Streams } from './io.ts';

export const THREAT_FORMATS = ['table', 'json', 'csv'] as const;

/** `trustline threats`: the stored threats, or with `--regenerate` those that the template makes now. */
export function listThreats(
  file: string,
  options: { format: string; regenerate?: boolean },
  streams: Streams,
): void {
  const model = openModel(file, streams, options);
  streams.out(
    options.format === 'json'
      ? threatsJson(model, file)
      : threatsTable(model, options.format === 'csv' ? 'csv' : 'table'),
  );
}
