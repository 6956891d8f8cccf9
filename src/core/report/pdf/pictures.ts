import type { PdfRef } from 'pdfkit/js/pdfkit.standalone.js';
import type { Diagram, Line, Model } from '../../document/index.ts';
import { DiagramScene, type Placed, SharedImages } from '../../drawing/index.ts';
import type { Rect } from '../../geometry/index.ts';
import { type Block, MARGIN } from './flow.ts';
import { boxOperators, type MarkNames, markOperators, num } from './operators.ts';
import type { Paper } from './paper.ts';

/** Points for a model unit at most: small diagrams are not blown up. */
const LARGEST_SCALE = 0.9;
const BELOW = 8;

interface Room {
  readonly width: number;
  readonly height: number;
}

/**
 * The pictures of one diagram. Each of its elements is drawn once in each strength and referred to from then on: the
 * picture of an interaction is a list of names.
 */
export class PdfPictures {
  readonly #scene: DiagramScene;
  readonly #images = new SharedImages();
  readonly #forms = new Map<string, { readonly name: string; readonly form: PdfRef }>();
  readonly #crop: Rect;

  constructor(model: Model, diagram: Diagram) {
    this.#scene = new DiagramScene(model, diagram, { theme: 'colour', images: this.#images });
    this.#crop = this.#scene.crop();
  }

  whole(room: Room, alt: string): Block {
    return this.#picture(this.#crop, room, alt, () => this.#scene.elements());
  }

  interaction(flow: Line, room: Room, alt: string): Block {
    return this.#picture(this.#scene.cropOf(flow), room, alt, () => this.#scene.elementsOf(flow));
  }

  #picture(crop: Rect, room: Room, alt: string, elements: () => readonly Placed[]): Block {
    const scale = Math.min(LARGEST_SCALE, room.width / crop.width, room.height / crop.height);
    return {
      tag: 'Figure',
      alt,
      before: 0,
      after: BELOW,
      parts: [crop.height * scale],
      whole: true,
      draw: (paper, _from, _to, top) => {
        const [x, y] = [MARGIN.left - crop.left * scale, top - crop.top * scale];
        const space = `${num(scale, 1e6)} 0 0 ${num(scale, 1e6)} ${num(x)} ${num(y)} cm`;
        const drawn = this.#drawn(paper, elements());
        paper.content(`q ${space} ${boxOperators(crop)} W n\n${drawn.join('\n')}\nQ`);
      },
    };
  }

  /** A whole diagram shows each element in full ink and once: it is drawn where it stands. */
  #drawn(paper: Paper, placed: readonly Placed[]): readonly string[] {
    if (placed.every(({ standing }) => standing === 'plain')) {
      const name = paper.nameOfForm();
      const drawings = placed.map((one) => this.#operators(paper, one));
      paper.use(name, paper.form(this.#crop, drawings.join('\n')));
      return [`/${name} Do`];
    }
    return placed.map((one) => {
      const { name, form } = this.#form(paper, one);
      paper.use(name, form);
      return `/${name} Do`;
    });
  }

  #form(paper: Paper, placed: Placed): { readonly name: string; readonly form: PdfRef } {
    const key = `${placed.standing} ${placed.place}`;
    const known = this.#forms.get(key);
    if (known !== undefined) return known;
    // Labels of interactions may reach a little beyond the diagram's own picture.
    const { left, top, width, height } = this.#crop;
    const box = {
      left: left - REACH,
      top: top - REACH,
      width: width + 2 * REACH,
      height: height + 2 * REACH,
    };
    const made = { name: paper.nameOfForm(), form: paper.form(box, this.#operators(paper, placed)) };
    this.#forms.set(key, made);
    return made;
  }

  #operators(paper: Paper, placed: Placed): string {
    const names: MarkNames = {
      faces: paper.faces,
      image: (id) => {
        const href = this.#images.hrefOf(id);
        return href === undefined ? undefined : paper.picture(href);
      },
      opacity: (share) => paper.opacity(share),
    };
    return this.#scene
      .marks(placed)
      .map((mark) => markOperators(mark, names))
      .join('\n');
  }
}

const REACH = 100;
