import { zipSync } from 'fflate';
import { err, ok, type Result } from '../base/index.ts';
import { type ArchiveFault, MOST_ENTRIES, partsOfArchive } from '../codec/index.ts';
import type { ListFault } from './list.ts';

/** The parts that say what is in the cells; pictures, comments, charts and programs are not looked at. */
const WANTED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/)?[^/]+\.(xml|rels)|xl\/worksheets\/[^/]+\.xml)$/i;

/**
 * The parts of a workbook that a list is read from, as an archive without compression, for a reader that knows no limits.
 */
export function unpacked(bytes: Uint8Array): Result<Uint8Array, ListFault> {
  const parts = partsOfArchive(bytes, (name) => WANTED.test(name));
  if (!parts.ok) return err(faultOf(parts.error));
  if (parts.value.size === 0) return err({ cause: 'workbook' });
  return ok(zipSync(Object.fromEntries(parts.value), { level: 0 }));
}

function faultOf(fault: ArchiveFault): ListFault {
  if (fault === 'entries') return { cause: 'entries', most: MOST_ENTRIES };
  return { cause: fault === 'inflated' ? 'inflated' : 'workbook' };
}
