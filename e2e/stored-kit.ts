import type { Page } from '@playwright/test';

/** Fields of every record in a store of the app's database, by their paths with dots; null where there is none. */
export const storedFields = (
  page: Page,
  store: string,
  ...paths: readonly string[]
): Promise<readonly (readonly unknown[])[]> =>
  page.evaluate(
    ([name, wanted]) =>
      new Promise<unknown[][]>((resolve, reject) => {
        const member = (of: unknown, key: string): unknown =>
          typeof of === 'object' && of !== null ? Reflect.get(of, key) : undefined;
        const opening = indexedDB.open('trustline');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction(name).objectStore(name).getAll();
          asked.onsuccess = () => {
            opening.result.close();
            const records: unknown[] = asked.result;
            resolve(
              records.map((record) => wanted.map((path) => path.split('.').reduce(member, record) ?? null)),
            );
          };
        };
      }),
    [store, paths] as const,
  );

/** Takes every record out of a store, as a damaged profile does. */
export const emptyStore = (page: Page, store: string): Promise<void> =>
  page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('trustline');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const change = opening.result.transaction(name, 'readwrite');
          change.objectStore(name).clear();
          change.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    store,
  );
