import type {
  PdfDocument,
  PdfFont,
  PdfImage,
  PdfOutline,
  PdfRef,
  StructElement,
} from 'pdfkit/js/pdfkit.standalone.js';
import { escapeMarkup } from '../../drawing/index.ts';
import type { Rect } from '../../geometry/index.ts';
import { Face, type Faces } from './faces.ts';
import medium from './fonts/roboto-medium.ttf?inline';
import regular from './fonts/roboto-regular.ttf?inline';
import { fontBytes } from './fonts.ts';
import { Output } from './output.ts';
import { areWhole } from './pixels.ts';

export interface PaperInfo {
  readonly title: string;
  /** When the report was made: the file bears no other time, so that the same report is the same bytes. */
  readonly created: Date;
}

/** An address, or the name of a place of the file. */
export type Target = { readonly href: string } | { readonly place: string };

export interface PictureResource {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** Letters of a drawing that is worth packing. */
const LEAST_PACKED = 2_000;

type SharedKind = 'Font' | 'XObject' | 'ExtGState';

/**
 * The file that is written: pages one after the other, each gone from memory but for its bytes when the next begins.
 * Its structure is told with it, for those who have it read to them.
 */
export class Paper {
  #faces: Faces;
  readonly #fonts: PdfFont[] = [];
  readonly #document: Output;
  /** Of everything that is drawn once and referred to. */
  readonly #shared: PdfRef;
  readonly #sharedParts: Readonly<Record<SharedKind, Record<string, PdfRef>>> = {
    Font: {},
    XObject: {},
    ExtGState: {},
  };
  readonly #pictures = new Map<string, PictureResource | undefined>();
  readonly #opacities = new Map<number, string>();
  readonly #elements: { readonly tag: string; readonly element: StructElement }[] = [];
  readonly #chapters = new Map<string, PdfOutline>();
  #forms = 0;

  constructor({ title, created }: PaperInfo) {
    const info = { Title: title, Subject: 'Threat model', Creator: 'Trustline', CreationDate: created };
    this.#document = new Output({
      info,
      lang: 'en',
      displayTitle: true,
      tagged: true,
      pdfVersion: '1.7',
      autoFirstPage: false,
      // None of the fonts that every reader has; and words are kept by us.
      font: '',
      fontLayoutCache: false,
    });
    this.#shared = this.#document.ref(this.#sharedParts);
    const [normal, bold] = [this.#font(fontBytes(regular)), this.#font(fontBytes(medium))];
    this.#faces = { normal: new Face(normal), bold: new Face(bold) };
    this.#open('Document', this.#document.struct('Document'));
    // What the library puts into the XML of the file's metadata must be XML.
    const endMetadata = this.#document.endMetadata.bind(this.#document);
    this.#document.endMetadata = () => {
      this.#document.info['Title'] = escapeMarkup(title);
      endMetadata();
    };
  }

  get faces(): Faces {
    return this.#faces;
  }

  /** Characters of the texts so far that no font has. */
  lacks(): readonly string[] {
    return Object.values(this.#faces).flatMap(({ lacks }) => [...lacks]);
  }

  /** Puts fonts behind those that are there. What was broken into lines with the faces before is to be broken again. */
  addFonts(files: readonly Uint8Array[]): void {
    const more = files.map((bytes) => this.#font(bytes));
    const { normal, bold } = this.#faces;
    this.#faces = { normal: new Face(normal.font, more), bold: new Face(bold.font, more) };
  }

  #font(bytes: Uint8Array): PdfFont {
    const { _font: font } = this.#document.font(bytes);
    this.#fonts.push(font);
    this.#put('Font', font.id, font.ref());
    return font;
  }

  #put(kind: SharedKind, name: string, ref: PdfRef): void {
    this.#sharedParts[kind][name] = ref;
  }

  addPage(width: number, height: number): void {
    this.#document.addPage({ size: [width, height], margin: 0 });
    for (const font of this.#fonts) this.#document.page.fonts[font.id] = font.ref();
  }

  /** What is there for the eye alone. */
  artifact(operators: string): void {
    this.#document.addContent(`/Artifact BMC\n${operators}\nEMC`);
  }

  /** Opens an element of the structure; what it answers closes it. */
  open(tag: string): () => void {
    this.#open(tag, this.#document.struct(tag));
    return () => this.#elements.pop()?.element.end();
  }

  /** Content of the element that is open. */
  content(operators: string): void {
    const inner = this.#elements.at(-1);
    if (inner === undefined) return;
    const content = this.#document.markStructureContent(inner.tag);
    this.#document.addContent(operators).endMarkedContent();
    inner.element.add(content);
  }

  /** What `write` writes as an element of the structure; `alt` stands for what only the eye takes in. */
  element(tag: string, write: () => void, alt?: string): void {
    this.#open(tag, this.#document.struct(tag, alt === undefined ? {} : { alt }));
    write();
    this.#elements.pop()?.element.end();
  }

  #open(tag: string, element: StructElement): void {
    const outer = this.#elements.at(-1);
    if (outer === undefined) this.#document.addStructure(element);
    else outer.element.add(element);
    this.#elements.push({ tag, element });
  }

  /** The open element leads somewhere from here. */
  link({ left, top, width, height }: Rect, to: Target): void {
    const structParent = this.#elements.at(-1)?.element;
    if ('href' in to) this.#document.link(left, top, width, height, address(to.href), { structParent });
    else this.#document.goTo(left, top, width, height, to.place, { structParent });
  }

  /** Names a place of this page, for links and for addresses that end in `#name`. */
  name(name: string, top: number): void {
    this.#document.addNamedDestination(name, 'XYZ', 0, top, null);
  }

  /** Names a place of this page, for links, and lists it among the bookmarks, under another where one is named. */
  place(name: string, top: number, title: string, parent?: string): void {
    this.name(name, top);
    const outer = (parent === undefined ? undefined : this.#chapters.get(parent)) ?? this.#document.outline;
    const item = outer.addItem(title, { fit: false, top, left: this.#document.page.width });
    if (parent === undefined) this.#chapters.set(name, item);
  }

  /** A drawing that pages refer to. */
  form(box: Rect, operators: string): PdfRef {
    const { left, top, width, height } = box;
    const form = this.#document.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [left, top, left + width, top + height],
      Resources: this.#shared,
    });
    // Packing takes as long for a small one as for a page, and saves hardly anything.
    if (operators.length < LEAST_PACKED) form.compress = false;
    form.end(operators);
    return form;
  }

  /** A name for a form, as long as the file has no other of it. */
  nameOfForm(): string {
    this.#forms += 1;
    return `X${this.#forms}`;
  }

  /** Lets this page use a form. */
  use(name: string, form: PdfRef): void {
    this.#document.page.xobjects[name] = form;
  }

  /** A picture for forms, embedded once; undefined when the library cannot read it. */
  picture(dataUri: string): PictureResource | undefined {
    if (this.#pictures.has(dataUri)) return this.#pictures.get(dataUri);
    const image = embedded(this.#document, dataUri);
    const picture =
      image === undefined ? undefined : { name: image.label, width: image.width, height: image.height };
    if (image?.obj) this.#put('XObject', image.label, image.obj);
    this.#pictures.set(dataUri, picture);
    return picture;
  }

  opacity(share: number): string {
    const known = this.#opacities.get(share);
    if (known !== undefined) return known;
    const name = `G${this.#opacities.size + 1}`;
    const state = this.#document.ref({ Type: 'ExtGState', ca: share, CA: share });
    state.end();
    this.#put('ExtGState', name, state);
    this.#opacities.set(share, name);
    return name;
  }

  /** The bytes that were written since the last call; null when there are none. */
  take(): Uint8Array | null {
    return this.#document.take();
  }

  /** Ends the file. The last bytes come when the pictures are decoded. */
  async end(): Promise<Uint8Array> {
    for (const { element } of this.#elements.splice(0).reverse()) element.end();
    this.#shared.end();
    await new Promise<void>((resolve) => {
      this.#document.whenEnded = resolve;
      this.#document.end();
    });
    return this.#document.take() ?? new Uint8Array();
  }
}

/** An address in the letters that a PDF has for them: the rest as UTF-8 in hexadecimal. */
const address = (href: string): string =>
  href.replace(/\p{Cs}/gu, '').replace(/[^\x20-\x7e]+/gu, encodeURIComponent);

function embedded(document: PdfDocument, dataUri: string): PdfImage | undefined {
  try {
    const image = document.openImage(dataUri);
    if (image.image && !areWhole(image.image)) return undefined;
    image.embed(document);
    return image;
  } catch {
    return undefined;
  }
}
