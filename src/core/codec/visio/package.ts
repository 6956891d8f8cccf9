import { isZip, partsOfArchive } from '../archive.ts';
import { firstDiagrams } from '../first-diagrams.ts';
import { FILE_START, Refusal } from '../places.ts';
import type { Asked, Sureness } from '../port.ts';
import { decodeText, roughText } from '../text.ts';
import { attribute, childNamed, elementsIn, type ParseXml, parserOf, textIn } from '../xml/elements.ts';
import type { XmlNode } from '../xml/tree.ts';
import { Sheet, type Styles } from './sheet.ts';

/* The package of a drawing: parts in a zip archive, found by relationships and never by their names (exchange 6). */

/** A page as the list of pages has it, with what is drawn on it. */
export interface PagePart {
  readonly id: string;
  readonly name: string;
  /** The element `PageSheet`: sizes, scale, layers. */
  readonly sheet: XmlNode | undefined;
  /** The root of what is drawn on it; undefined where the part is not there. */
  readonly root: XmlNode | undefined;
}

/** A master: what shapes are made from, and what they have where they say nothing themselves. */
export interface MasterPart {
  readonly nameU: string;
  readonly name: string;
  readonly root: XmlNode | undefined;
}

export interface Drawing {
  readonly pages: readonly PagePart[];
  /** Names of the pages beyond as many as are read. */
  readonly further: readonly string[];
  readonly masters: ReadonlyMap<string, MasterPart>;
  /** Styles by their ids. */
  readonly styles: Styles;
  /** Title, author and such, by local name, as far as they say something. */
  readonly properties: ReadonlyMap<string, string>;
}

const DRAWING = /visio\/(document|pages\/|masters\/|_rels\/)/i;

/** How sure a file is a drawing: names of parts stand in the plain of an archive. */
export function sniffVisio(head: Uint8Array): Sureness {
  if (!isZip(head)) return 'no';
  return DRAWING.test(roughText(head)) ? 'certain' : 'possible';
}

/**
 * Opens the package of a drawing.
 * @throws Refusal `wrong-root` for other archives, else with the part that is damaged or missing
 */
export function openDrawing(bytes: Uint8Array, asked: Asked): Drawing {
  const parts = partsOfArchive(bytes, (name) => /\.(xml|rels)$/i.test(name));
  if (!parts.ok)
    throw new Refusal({
      cause: parts.error === 'damaged' ? 'bad-packing' : 'inflates',
      place: FILE_START,
    });
  const opened = new Package(parts.value, parserOf(asked));
  const document = opened.related('', 'document')[0];
  if (document === undefined || !/visio/i.test(document.type))
    throw new Refusal({ cause: 'wrong-root', params: { what: 'other', root: 'zip' }, place: FILE_START });
  const list = opened.related(document.part, 'pages')[0];
  const masters = opened.related(document.part, 'masters')[0];
  const { pages, further } = list === undefined ? { pages: [], further: [] } : pagesOf(opened, list.part);
  if (pages.length === 0 && masters !== undefined)
    throw new Refusal({ cause: 'library', place: inPart(masters.part) });
  if (list === undefined) throw missing(document.part, 'Pages');
  const properties = opened.related('', 'core-properties')[0];
  return {
    pages,
    further,
    masters: masters === undefined ? new Map() : mastersOf(opened, masters.part),
    styles: stylesIn(opened.root(document.part)),
    properties: properties === undefined ? new Map() : textsIn(opened.root(properties.part)),
  };
}

const inPart = (part: string) => ({ ...FILE_START, path: part });

const missing = (part: string, member: string): Refusal =>
  new Refusal({ cause: 'no-member', params: { format: 'Visio', member }, place: inPart(part) });

interface Related {
  readonly part: string;
  readonly id: string;
  readonly type: string;
}

/** The parts of a package, read as XML when they are asked for. */
class Package {
  /** By their names in small letters: case does not tell them apart. */
  readonly #parts: ReadonlyMap<string, Uint8Array>;
  readonly #parse: ParseXml;
  readonly #roots = new Map<string, XmlNode | undefined>();

  constructor(parts: ReadonlyMap<string, Uint8Array>, parse: ParseXml) {
    this.#parts = new Map([...parts].map(([name, bytes]) => [keyOf(name), bytes]));
    this.#parse = parse;
  }

  /** The root element of a part; undefined where the package has no such part. Each is parsed once. */
  root(part: string): XmlNode | undefined {
    const key = keyOf(part);
    if (this.#roots.has(key)) return this.#roots.get(key);
    const bytes = this.#parts.get(key);
    const root = bytes === undefined ? undefined : this.#parsed(part, bytes);
    this.#roots.set(key, root);
    return root;
  }

  #parsed(part: string, bytes: Uint8Array): XmlNode {
    try {
      return this.#parse(decodeText(bytes).text).root;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { place } = error.refused;
      throw new Refusal({ ...error.refused, place: { ...place, path: `${part} ${place.path}`.trim() } });
    }
  }

  /** What a part refers to by a kind of relationship; the package itself is the part without a name. */
  related(part: string, kind: string): readonly Related[] {
    const at = part.lastIndexOf('/') + 1;
    const folder = part.slice(0, at);
    const root = this.root(`${folder}_rels/${part.slice(at)}.rels`);
    if (root === undefined) return [];
    return elementsIn(root).flatMap((node) => {
      const type = attribute(node, 'Type') ?? '';
      const target = attribute(node, 'Target') ?? '';
      if (!type.endsWith(`/${kind}`) || attribute(node, 'TargetMode') === 'External') return [];
      return [{ part: resolved(folder, target), id: attribute(node, 'Id') ?? '', type }];
    });
  }
}

const keyOf = (part: string): string => part.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

/** The name of a part that another one in `folder` refers to. */
function resolved(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of `${target.startsWith('/') ? '' : folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** What an entry of a list of pages or masters refers to with its `Rel`. */
function partsById(opened: Package, part: string, kind: string) {
  const related = new Map(opened.related(part, kind).map((one) => [one.id, one.part]));
  return (entry: XmlNode): XmlNode | undefined => {
    const rel = childNamed(entry, 'Rel');
    const target = rel && related.get(attribute(rel, 'id') ?? '');
    return target === undefined ? undefined : opened.root(target);
  };
}

function pagesOf(opened: Package, part: string): Pick<Drawing, 'pages' | 'further'> {
  const root = opened.root(part);
  if (root === undefined) throw missing(part, 'Pages');
  const rootOf = partsById(opened, part, 'page');
  const all = elementsIn(root).filter(
    (node) => node.name === 'Page' && attribute(node, 'Background') !== '1',
  );
  const nameOf = (node: XmlNode): string => attribute(node, 'Name') ?? attribute(node, 'NameU') ?? '';
  const { first, further } = firstDiagrams(all, nameOf);
  const pages = first.map((node, index) => ({
    id: attribute(node, 'ID') ?? `${index}`,
    name: nameOf(node),
    sheet: childNamed(node, 'PageSheet'),
    root: rootOf(node),
  }));
  return { pages, further };
}

function mastersOf(opened: Package, part: string): ReadonlyMap<string, MasterPart> {
  const root = opened.root(part);
  if (root === undefined) return new Map();
  const rootOf = partsById(opened, part, 'master');
  return new Map(
    elementsIn(root).flatMap((node) => {
      const id = attribute(node, 'ID');
      if (node.name !== 'Master' || id === undefined) return [];
      const nameU = attribute(node, 'NameU') ?? attribute(node, 'Name') ?? '';
      return [[id, { nameU, name: attribute(node, 'Name') ?? nameU, root: rootOf(node) }] as const];
    }),
  );
}

function stylesIn(document: XmlNode | undefined): Styles {
  const sheets = document && childNamed(document, 'StyleSheets');
  const styles = new Map<string, Sheet>();
  for (const node of sheets ? elementsIn(sheets) : [])
    styles.set(attribute(node, 'ID') ?? '', new Sheet(node, null, styles));
  return styles;
}

const textsIn = (root: XmlNode | undefined): ReadonlyMap<string, string> =>
  new Map(
    (root ? elementsIn(root) : []).flatMap((node) => {
      const text = textIn(node).trim();
      return text === '' ? [] : [[node.name, text] as const];
    }),
  );
