import { entryOf } from '../../base/index.ts';
import { XML } from '../xml/names.ts';

interface Binding {
  readonly prefix: string;
  readonly uri: string;
}

/** How things stood before an element, to go back to behind it. */
export interface Mark {
  readonly bindings: number;
  readonly letters: number;
}

/**
 * The prefixes in force and the namespaces that they stand for. A file may declare as many as it has attributes, so
 * that nothing here goes through all of them.
 */
export class Prefixes {
  /** The innermost last. */
  readonly #bindings: Binding[] = [];
  readonly #byPrefix = new Map<string, Binding[]>();
  readonly #byUri = new Map<string, Binding[]>();
  /** All letters before this one are bound. */
  #letters = 0;

  constructor() {
    this.bind('', '');
    this.bind('xml', XML);
  }

  mark(): Mark {
    return { bindings: this.#bindings.length, letters: this.#letters };
  }

  backTo({ bindings, letters }: Mark): void {
    while (this.#bindings.length > bindings) {
      const binding = this.#bindings.pop();
      if (binding === undefined) break;
      this.#byPrefix.get(binding.prefix)?.pop();
      this.#byUri.get(binding.uri)?.pop();
    }
    this.#letters = letters;
  }

  bind(prefix: string, uri: string): void {
    const binding = { prefix, uri };
    this.#bindings.push(binding);
    entryOf(this.#byPrefix, prefix, () => []).push(binding);
    entryOf(this.#byUri, uri, () => []).push(binding);
  }

  /** What a prefix stands for, undefined where it was never declared. */
  uriOf(prefix: string): string | undefined {
    return this.#byPrefix.get(prefix)?.at(-1)?.uri;
  }

  /** The innermost prefix that stands for `uri` and is not shadowed. Attributes cannot use the empty one. */
  prefixOf(uri: string, orDefault: boolean): string | undefined {
    const bindings = this.#byUri.get(uri) ?? [];
    for (let at = bindings.length - 1; at >= 0; at--) {
      const prefix = bindings[at]?.prefix ?? '';
      if ((orDefault || prefix !== '') && this.uriOf(prefix) === uri) return prefix;
    }
    return undefined;
  }

  /** The first letter that stands for nothing: `a` to `z`, then `a1` to `z1` and so on. */
  freeLetter(): string {
    while (this.uriOf(letter(this.#letters)) !== undefined) this.#letters++;
    return letter(this.#letters);
  }
}

const letter = (n: number): string =>
  String.fromCharCode(97 + (n % 26)) + (n < 26 ? '' : String(Math.floor(n / 26)));
