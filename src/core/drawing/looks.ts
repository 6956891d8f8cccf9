import {
  findElementType,
  type Representation,
  representationOf,
  type Template,
  type TypeId,
} from '../document/index.ts';
import { checkedImage } from './image.ts';

/** What a type adds to the drawing of its elements. One object per type, so that views can compare by identity. */
export interface Look {
  readonly typeName: string;
  readonly annotation: boolean;
  /** A data URI, checked to be a PNG or JPEG; null when there is none. */
  readonly image: string | null;
  readonly imageLocation: string | null;
}

const cache = new WeakMap<Template, Map<TypeId, Look>>();
const ANNOTATION: Representation = 'Annotation';

/** The look of a type; of an unknown type, its id and nothing more. */
export function lookOf(template: Template, id: TypeId): Look {
  let looks = cache.get(template);
  if (looks === undefined) {
    looks = new Map();
    cache.set(template, looks);
  }
  const known = looks.get(id);
  if (known !== undefined) return known;
  const type = findElementType(template, id);
  const look: Look = {
    typeName: type?.name ?? id,
    annotation: type !== undefined && representationOf(template, type) === ANNOTATION,
    image: type?.image ? checkedImage(type.image) : null,
    imageLocation: type?.imageLocation ?? null,
  };
  looks.set(id, look);
  return look;
}
