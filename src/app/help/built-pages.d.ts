/** What a build makes of the documents in the root of the project and in `docs` (`scripts/help-pages.ts`). */
declare module 'virtual:help-pages' {
  type Block = import('./blocks.ts').Block;
  /** `docs/guide.md`. */
  export const guide: readonly Block[];
  /** `CHANGELOG.md`. */
  export const news: readonly Block[];
  /** The text of `LICENSE`. */
  export const licence: string;
  /** Of the package. */
  export const version: string;
  /** The address of the file with the licences of others, from the page. */
  export const others: string;
}
