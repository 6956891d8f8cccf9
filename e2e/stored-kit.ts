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

/** Makes the database of an older version of the app. A member `{ bytes }` in base 64 is stored as the bytes. */
export async function storeAs(
  page: Page,
  version: number,
  stores: Readonly<Record<string, readonly object[]>>,
): Promise<void> {
  // A page of the same address that is not the app.
  await page.route('**/empty', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }),
  );
  await page.goto('/empty');
  await page.evaluate(
    ([number, text]) =>
      new Promise<void>((resolve, reject) => {
        const content: Record<string, object[]> = JSON.parse(text, (_, value: unknown) => {
          const bytes = typeof value === 'object' && value !== null ? Reflect.get(value, 'bytes') : undefined;
          return typeof bytes === 'string' ? Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0)) : value;
        });
        const opening = indexedDB.open('trustline', number);
        opening.onerror = () => reject(opening.error);
        opening.onupgradeneeded = () => {
          for (const [name, records] of Object.entries(content)) {
            const keyPath = name === 'recent' ? 'key' : 'id';
            const store = opening.result.createObjectStore(name, { keyPath });
            for (const record of records) store.put(record);
          }
        };
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
    [version, JSON.stringify(stores)] as const,
  );
}
