import { compareVersions, isSameTemplate, type Manifest, type Template } from '../../core/document/index.ts';
import { bytesOf } from '../ui/index.ts';
import { database } from './database.ts';
import { keptList } from './kept-list.ts';
import type { StoredOwnTemplate } from './records.ts';

/** The largest one that is kept: templates with hundreds of pictures have about 8 MB. */
const LARGEST = 16 * 1024 * 1024;

/** *Your templates*: those that were used, opened or saved here. */
const library = keptList('library', {
  most: 24,
  // What all may take together: the work that is stored meanwhile comes first.
  heaviest: 64 * 1024 * 1024,
  weightOf: ({ size }) => size,
  files: 'libraryFiles',
});

/** When the last one came: two that come within a millisecond have an order, too. */
let latest = 0;

/** Puts a template at the top of one's own. Failing is silent, as for recent files. */
export async function rememberTemplate(
  { manifest: { id, name, version } }: Template,
  fileName: string,
  bytes: Uint8Array,
): Promise<void> {
  if (bytes.length > LARGEST) return;
  // Those without an id are told apart by their files alone.
  const key = id.trim() === '' ? `file ${fileName}` : `${id.toLowerCase()} ${version}`;
  latest = Math.max(latest + 1, Date.now());
  const record = { key, id, name, version, fileName, at: latest, size: bytes.length };
  await library.put(record, bytes).catch(() => undefined);
}

export const forgetTemplate = library.remove;

/** One's own templates, newest first; null while they are fetched. */
export const useLibrary = library.use;

/** The same now; none where they cannot be had. */
export const libraryNow = (): Promise<readonly StoredOwnTemplate[]> => library.all().catch(() => []);

/** The file of one of them, as it came; null when it has been forgotten meanwhile. */
export async function fileOf({ key }: StoredOwnTemplate): Promise<Uint8Array | null> {
  const file = await (await database()).get('libraryFiles', key);
  return file === undefined ? null : bytesOf(file.value);
}

/** The newest version among these of a template, when it is newer than the one given. */
export function newerOf(
  manifest: Pick<Manifest, 'id' | 'version'>,
  known: readonly StoredOwnTemplate[],
): StoredOwnTemplate | null {
  let newest: StoredOwnTemplate | null = null;
  for (const one of known) {
    const isNewer = compareVersions(newest?.version ?? manifest.version, one.version) < 0;
    if (isSameTemplate(one, manifest) && isNewer) newest = one;
  }
  return newest;
}

/** The newest version among these that is older than the one given; null when there is none. */
export function olderOf(
  manifest: Pick<Manifest, 'id' | 'version'>,
  known: readonly StoredOwnTemplate[],
): StoredOwnTemplate | null {
  const older = known.filter(
    (one) => isSameTemplate(one, manifest) && compareVersions(one.version, manifest.version) < 0,
  );
  return older.toSorted((a, b) => compareVersions(b.version, a.version))[0] ?? null;
}

/** The newest of one's own that is an older version of this template. */
export const newestBefore = async (
  manifest: Pick<Manifest, 'id' | 'version'>,
): Promise<StoredOwnTemplate | null> => olderOf(manifest, await libraryNow());

/** A newer version of this template among one's own; null when there is none. */
export const newerInLibrary = async ({ manifest }: Template): Promise<StoredOwnTemplate | null> =>
  newerOf(manifest, await libraryNow());
