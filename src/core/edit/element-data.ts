import {
  buildProperties,
  type Element,
  elementName,
  representationOf,
  type Template,
  typeChain,
} from '../document/index.ts';
import { FRAGMENT_LIMITS, type FragmentElement } from './fragment.ts';
import { plainValue } from './nearest-type.ts';

/** What an element says, apart from its template and its place. */
export function elementData(
  template: Template,
  element: Pick<Element, 'id' | 'kind' | 'typeId' | 'properties'>,
): FragmentElement {
  const values = element.properties.flatMap((property): [string, string | boolean][] => {
    if (property.name === '') return [];
    const value = plainValue(property);
    return value === undefined ? [] : [[property.name, value]];
  });
  const [type, ...ancestors] = typeChain(template, element.typeId);
  const fresh = new Map(
    buildProperties(template, element.typeId, element.kind).map((property) => [
      property.name,
      plainValue(property),
    ]),
  );
  const set = values.filter(([name, value]) =>
    fresh.has(name) ? fresh.get(name) !== value : value !== '' && value !== false,
  );
  return {
    id: element.id,
    typeId: element.typeId,
    typeName: type?.name ?? element.typeId,
    name: elementName(element),
    representation: type === undefined ? '' : representationOf(template, type),
    ancestors: ancestors
      .slice(0, FRAGMENT_LIMITS.ancestors)
      .map(({ id, name }): readonly [string, string] => [id, name]),
    values,
    labels: element.properties.flatMap(({ name, displayName }): [string, string][] =>
      name === '' || displayName === '' ? [] : [[name, displayName]],
    ),
    chosen: set.map(([name]) => name),
  };
}
