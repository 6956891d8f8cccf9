import { findElementType, type Template, type TypeId } from '../document/index.ts';
import { checkedImage } from './image.ts';

/**
 * Pictures of the template that several drawings use: each is written once and referred to by its id. One set
 * serves a file; `definitions` is put into it once.
 */
export class SharedImages {
  readonly #ids = new Map<string, string>();
  readonly #hrefs = new Map<string, string>();
  readonly #byType = new WeakMap<Template, Map<TypeId, string | null>>();

  /** The id to refer to the picture of a type by, or null when it has none that can be shown. */
  idOf(template: Template, typeId: TypeId): string | null {
    const types = this.#byType.get(template) ?? new Map<TypeId, string | null>();
    this.#byType.set(template, types);
    const known = types.get(typeId);
    if (known !== undefined) return known;
    const type = findElementType(template, typeId);
    const href = type?.image ? checkedImage(type.image) : null;
    const id = href === null ? null : (this.#ids.get(href) ?? `picture-${this.#ids.size + 1}`);
    if (href !== null && id !== null) {
      this.#ids.set(href, id);
      this.#hrefs.set(id, href);
    }
    types.set(typeId, id);
    return id;
  }

  /** The picture of an id, as a data URI. */
  hrefOf(id: string): string | undefined {
    return this.#hrefs.get(id);
  }

  /** The definitions of every picture that was asked for, as SVG. */
  definitions(): string {
    const symbols = [...this.#ids].map(
      ([href, id]) =>
        `<symbol id="${id}" viewBox="0 0 100 100"><image width="100" height="100" href="${href}"/></symbol>`,
    );
    return symbols.length === 0 ? '' : `<defs>${symbols.join('')}</defs>`;
  }
}
