// The part of pdfkit that the PDF writer uses. Its published types pull in those of Node.
declare module 'pdfkit/js/pdfkit.standalone.js' {
  /** An object of the file that others refer to. */
  export interface PdfRef {
    readonly data: Record<string, unknown>;
    compress: boolean;
    end(content?: string): void;
  }

  export interface PdfFont {
    /** The name by which resources and content know it. */
    readonly id: string;
    /** Thousandths of the size. */
    readonly ascender: number;
    readonly descender: number;
    readonly font: { hasGlyphForCodePoint(code: number): boolean };
    ref(): PdfRef;
    /** Numbers of the glyphs in hexadecimal, and how far each moves on, in thousandths of the size. */
    encode(text: string): readonly [readonly string[], readonly GlyphPosition[]];
  }

  export interface GlyphPosition {
    readonly xAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
    readonly advanceWidth: number;
  }

  export interface PdfImage {
    readonly width: number;
    readonly height: number;
    readonly label: string;
    /** From `embed` on. */
    readonly obj: PdfRef | null;
    /** Of a PNG, until it is embedded. */
    readonly image?: import('./pixels.ts').PackedPixels | null;
    embed(document: PdfDocument): void;
  }

  /** What belongs to an element of the structure: a piece of a page's content, or an element inside. */
  export type StructContent = { readonly refs: readonly unknown[] };
  export interface StructElement {
    add(child: StructContent | StructElement): StructElement;
    end(): void;
  }

  export interface PdfOutline {
    addItem(
      title: string,
      options: { readonly fit: false; readonly top: number; readonly left: number },
    ): PdfOutline;
  }

  export interface PdfDocument {
    readonly page: {
      readonly width: number;
      readonly height: number;
      write(operators: string): void;
      readonly fonts: Record<string, PdfRef>;
      readonly xobjects: Record<string, PdfRef>;
    };
    readonly info: Record<string, unknown>;
    readonly outline: PdfOutline;
    /** The font that was set last. */
    readonly _font: PdfFont;
    font(source: Uint8Array): PdfDocument;
    ref(data: Readonly<Record<string, unknown>>): PdfRef;
    openImage(dataUri: string): PdfImage;
    addPage(options: { readonly size: readonly [number, number]; readonly margin: number }): PdfDocument;
    addContent(operators: string): this;
    addNamedDestination(name: string, kind: 'XYZ', x: number, y: number, zoom: null): void;
    link(
      x: number,
      y: number,
      width: number,
      height: number,
      url: string,
      options: { structParent: StructElement | undefined },
    ): PdfDocument;
    goTo(
      x: number,
      y: number,
      width: number,
      height: number,
      name: string,
      options: { structParent: StructElement | undefined },
    ): PdfDocument;
    markStructureContent(tag: string): StructContent;
    endMarkedContent(): PdfDocument;
    struct(
      tag: string,
      options?: { readonly alt?: string; readonly bbox?: readonly number[] },
    ): StructElement;
    addStructure(element: StructElement): PdfDocument;
    endMetadata(): void;
    end(): void;
    /** Ends the pages so far. */
    flushPages(): void;
    /** What the library writes its lines and streams with, and counts them by. A line has no line end yet. */
    _write(data: string | Uint8Array): void;
    _offset: number;
    /** Hands what is written on; null at the end. */
    push(data: null): void;
  }

  const PDFDocument: new (options: Readonly<Record<string, unknown>>) => PdfDocument;
  export default PDFDocument;
}

// The builder puts a file into a script as a data URI.
declare module '*.ttf?inline' {
  const dataUri: string;
  export default dataUri;
}
declare module '*.woff?inline' {
  const dataUri: string;
  export default dataUri;
}
declare module '*.pack?inline' {
  const dataUri: string;
  export default dataUri;
}
