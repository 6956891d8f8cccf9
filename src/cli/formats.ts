import { FOREIGN_FORMATS, FORMATS } from '../core/codec/index.ts';
import { type Streams, writeText } from './io.ts';

/** `trustline formats`: the formats of files, and what can be done with them. */
export function listFormats({ json }: { json?: boolean }, streams: Streams): void {
  const facts = [...FORMATS, ...FOREIGN_FORMATS].map(({ id, label, extensions, mime, can, note }) => {
    return { id, label, extensions, mime, ...can, note };
  });
  if (json === true) {
    // As docs/schemas/formats-1.json says.
    const listed = { $schema: 'urn:trustline:schema:formats:1', version: 1, formats: facts };
    writeText('-', `${JSON.stringify(listed, null, 2)}\n`, 'json', streams);
    return;
  }
  const text = facts.map(({ label, extensions, note, ...can }) => {
    const abilities = (['reads', 'writes', 'lossless'] as const).filter((ability) => can[ability]);
    return `${label} (${extensions.join(', ')}): ${abilities.join(', ')}\n  ${note}\n`;
  });
  writeText('-', text.join(''), 'table', streams);
}
