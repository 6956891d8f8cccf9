import type { Report } from '../model.ts';
import { Room } from '../room.ts';
import { type Block, BookmarkEnd, BookmarkStart, type Inline, Paragraph } from './library.mjs';
import { Addresses, bookmarkName, runs } from './texts.ts';

/** An upright A4 page and its margins, in twentieths of a point. */
export const PAGE = { width: 11_906, height: 16_838, margin: 1_134 } as const;
export type Orientation = 'portrait' | 'landscape';

/** Pages of one orientation that follow each other. */
export interface Pages {
  readonly orientation: Orientation;
  readonly blocks: Block[];
}

/** What grows while a document is made. */
export class Making {
  readonly report: Report;
  readonly room = new Room();
  readonly addresses = new Addresses();
  readonly pages: Pages[] = [{ orientation: 'portrait', blocks: [] }];
  #bookmarks = 0;
  #pictures = 0;

  constructor(report: Report) {
    this.report = report;
  }

  put(...blocks: readonly Block[]): void {
    this.pages.at(-1)?.blocks.push(...blocks);
  }

  /** What follows stands on new pages of this orientation. */
  turn(orientation: Orientation): void {
    this.pages.push({ orientation, blocks: [] });
  }

  /** Inline content that links lead to. */
  marked(place: string, children: readonly Inline[]): readonly Inline[] {
    const id = ++this.#bookmarks;
    return [new BookmarkStart(bookmarkName(place), id), ...children, new BookmarkEnd(id)];
  }

  /** What no other picture of the document is called. */
  nameOfPicture(): { readonly id: string; readonly name: string } {
    const id = String(++this.#pictures);
    return { id, name: `Picture ${id}` };
  }

  /** A heading in Word's own styles, from which its contents are made. */
  heading(level: 1 | 2 | 3, text: string, place?: string): void {
    const words = runs(text);
    const children = place === undefined ? words : this.marked(place, words);
    this.put(new Paragraph({ style: `Heading${level}`, children }));
  }

  say(text: string, style = 'BodyText'): void {
    this.put(new Paragraph({ style, children: runs(text) }));
  }
}
