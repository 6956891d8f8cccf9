/** A piece of running text: plain, or with what it is. */
export type Inline =
  | string
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'em' | 'strong'; readonly content: readonly Inline[] }
  /** To a heading of the same page, by its id. */
  | { readonly kind: 'link'; readonly to: string; readonly content: readonly Inline[] };

/** A block of a page, as a build makes them of Markdown. */
export type Block =
  | {
      readonly kind: 'heading';
      /** From 1, the page's own. */
      readonly depth: number;
      /** What links name it by. */
      readonly id: string;
      readonly content: readonly Inline[];
    }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'picture'; readonly address: string; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly kind: 'code'; readonly text: string };
