// The part of docx that the Word writer uses.

/** What stands in a paragraph, or in a part of one. */
export interface Inline {
  /** Never there: tells what stands in a paragraph from what stands beside it. */
  readonly inline?: never;
  prepForXml(context: unknown): unknown;
}

/** What a section is made of. */
export interface Block {
  readonly block?: never;
  prepForXml(context: unknown): unknown;
}

interface Component {
  prepForXml(context: unknown): unknown;
}

export class TextRun implements Inline {
  constructor(options: {
    readonly text?: string;
    /** Line breaks before the text. */
    readonly break?: number;
    /** The id of a character style. */
    readonly style?: string;
    readonly children?: readonly string[];
  });
  prepForXml(context: unknown): unknown;
}

export class BookmarkStart implements Inline {
  constructor(name: string, id: number);
  prepForXml(context: unknown): unknown;
}
export class BookmarkEnd implements Inline {
  constructor(id: number);
  prepForXml(context: unknown): unknown;
}

/** A link by the id of a relationship, which gets `rId` before it, or to a bookmark. */
export class ConcreteHyperlink implements Inline {
  constructor(children: readonly Inline[], relationshipId: string, anchor?: string);
  prepForXml(context: unknown): unknown;
}

interface PictureFile<Type extends string> {
  readonly type: Type;
  readonly data: Uint8Array;
}

export class ImageRun implements Inline {
  constructor(
    options: (
      | PictureFile<'png' | 'jpg'>
      | (PictureFile<'svg'> & { readonly fallback: PictureFile<'emf'> })
    ) & {
      /** Pixels, 96 to an inch. */
      readonly transformation: { readonly width: number; readonly height: number };
      readonly altText: { readonly id: string; readonly name: string; readonly description: string };
    },
  );
  prepForXml(context: unknown): unknown;
}

export class Paragraph implements Block {
  constructor(options: {
    readonly style: string;
    readonly children: readonly Inline[];
    readonly alignment?: 'right';
    readonly bullet?: { readonly level: number };
  });
  prepForXml(context: unknown): unknown;
}

export class TableCell implements Component {
  constructor(options: {
    readonly children: readonly Block[];
    readonly shading?: { readonly fill: string };
  });
  prepForXml(context: unknown): unknown;
}

export class TableRow implements Component {
  constructor(options: {
    readonly children: readonly TableCell[];
    readonly tableHeader?: boolean;
    readonly cantSplit?: boolean;
  });
  prepForXml(context: unknown): unknown;
}

export class Table implements Block {
  constructor(options: {
    readonly rows: readonly TableRow[];
    readonly style: string;
    readonly layout: 'fixed';
    /** Twentieths of a point. */
    readonly width: { readonly size: number; readonly type: 'dxa' };
    readonly columnWidths: readonly number[];
    readonly tableLook: { readonly firstRow: boolean; readonly firstColumn: boolean };
  });
  prepForXml(context: unknown): unknown;
}

export class TableOfContents implements Block {
  constructor(
    name: string,
    options: {
      readonly headingStyleRange: string;
      readonly hyperlink: boolean;
      readonly useAppliedParagraphOutlineLevel: boolean;
      readonly contentChildren: readonly Block[];
    },
  );
  prepForXml(context: unknown): unknown;
}

export class Header {
  constructor(options: { readonly children: readonly Block[] });
}
export class Footer {
  constructor(options: { readonly children: readonly Block[] });
}

/** What stands for numbers that only the reader's program knows. */
export const PageNumber: { readonly CURRENT: string; readonly TOTAL_PAGES: string };

export interface Section {
  readonly properties: {
    readonly titlePage?: boolean;
    readonly page: {
      /** Twentieths of a point, upright; `landscape` turns the page. */
      readonly size: {
        readonly width: number;
        readonly height: number;
        readonly orientation: 'portrait' | 'landscape';
      };
      readonly margin: {
        readonly top: number;
        readonly right: number;
        readonly bottom: number;
        readonly left: number;
      };
    };
  };
  readonly headers?: { readonly default: Header; readonly first: Header };
  readonly footers?: { readonly default: Footer; readonly first: Footer };
  readonly children: readonly Block[];
}

export class Document {
  constructor(options: { readonly sections: readonly Section[] });
  readonly Document: {
    readonly Relationships: {
      addRelationship(id: string, type: string, target: string, mode: 'External'): void;
    };
  };
}

export const Packer: {
  pack(
    document: Document,
    type: 'uint8array',
    prettify: undefined,
    /** Parts of the file that stand in the place of the library's own. */
    overrides: readonly { readonly path: string; readonly data: string }[],
  ): Promise<Uint8Array>;
};
