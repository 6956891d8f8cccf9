import { ArrowLeftRight } from 'lucide-react';
import { useId } from 'react';
import {
  type Diagram,
  type Element,
  type ElementId,
  elementName,
  elementTypes,
  findElementType,
  findShape,
  isLine,
  isNameProperty,
  type Line,
  type Model,
  type Property,
  shownName,
} from '../../core/document/index.ts';
import { canChangeType, changeType, reverseFlow, setName } from '../../core/edit/index.ts';
import { type Command, commit, explain, reveal } from '../store/index.ts';
import { ExplainButton, Field, IconButton, TextArea } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { ArrangeRow } from './arrange-row.tsx';
import { PropertyField } from './property-field.tsx';

interface ElementPropertiesProps {
  readonly model: Model;
  readonly diagram: Diagram;
  /** At least one. */
  readonly elements: readonly Element[];
  readonly commands: readonly Command[];
}

/** The properties of one element as the template defines them, or those that several have in common. */
export function ElementProperties({ model, diagram, elements, commands }: ElementPropertiesProps) {
  const ids = elements.map((element) => element.id);
  const [first] = elements;
  if (first === undefined) return null;
  const one = elements.length === 1 ? first : undefined;
  const properties = commonProperties(elements);
  return (
    // A new selection starts new fields, so that typing never goes on in another element.
    <div key={ids.join(' ')}>
      <h2>
        {one === undefined
          ? words.properties.elements(elements.length)
          : (findElementType(model.template, one.typeId)?.name ?? one.typeId)}
      </h2>
      {elements.filter((element) => !isLine(element)).length > 1 && <ArrangeRow commands={commands} />}
      {one !== undefined && (
        <Field label={one.kind === 'flow' ? words.properties.flowName : words.properties.name}>
          {(id) => (
            <TextArea
              id={id}
              rows={1}
              value={elementName(one)}
              onValue={(value) =>
                commit(words.properties.steps.rename, (current) => setName(current, one.id, value), {
                  mergeKey: `name ${one.id}`,
                })
              }
            />
          )}
        </Field>
      )}
      <TypeSelect model={model} elements={elements} />
      {one?.kind === 'flow' && 'source' in one && <Ends diagram={diagram} flow={one} />}
      {one === undefined && properties.length === 0 && (
        <p className="properties-fact">{words.properties.nothingInCommon}</p>
      )}
      {sections(properties).map(({ heading, fields }) => (
        <section key={heading} aria-label={heading || undefined}>
          {heading !== '' && <h3>{heading}</h3>}
          {fields.map((property) => (
            <PropertyField
              key={`${property.kind} ${property.name} ${property.displayName}`}
              model={model}
              elements={elements}
              property={property}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

type PropertyItem = Exclude<Property, { kind: 'header' }>;

/** The properties under their headings. The first heading is the type's name, which stands above; empty ones go. */
function sections(
  properties: readonly Property[],
): readonly { readonly heading: string; readonly fields: readonly PropertyItem[] }[] {
  const found: { heading: string; fields: PropertyItem[] }[] = [{ heading: '', fields: [] }];
  for (const [index, property] of properties.entries()) {
    if (property.kind !== 'header') found.at(-1)?.fields.push(property);
    else if (index > 0) found.push({ heading: property.displayName, fields: [] });
  }
  return found.filter(({ fields }) => fields.length > 0);
}

/** Properties of the first element that all have, without the name; headings only of a single element. */
function commonProperties(elements: readonly Element[]): readonly Property[] {
  const [first, ...rest] = elements;
  if (first === undefined) return [];
  return first.properties.filter((property) => {
    if (isNameProperty(property)) return false;
    if (rest.length === 0) return true;
    if (property.kind === 'header' || property.name === '') return false;
    return rest.every((element) =>
      element.properties.some((other) => other.name === property.name && other.kind === property.kind),
    );
  });
}

function TypeSelect({ model, elements }: { readonly model: Model; readonly elements: readonly Element[] }) {
  const [first] = elements;
  if (first === undefined) return null;
  const types = [...elementTypes(model.template).values()].filter(
    (type) =>
      elements.every((element) => canChangeType(model, element, type.id)) &&
      (!type.hidden || type.id === first.typeId),
  );
  if (types.length < 2) return null;
  const same = elements.every((element) => element.typeId === first.typeId);
  const ids = elements.map((element) => element.id);
  return (
    <Field label={words.properties.type}>
      {(id) => (
        <select
          id={id}
          className="input"
          value={same ? first.typeId : ''}
          onChange={(event) => {
            const type = types.find((candidate) => candidate.id === event.target.value);
            if (type !== undefined)
              commit(words.properties.steps.changeType({ type: type.name }), (current) =>
                changeType(current, ids, type.id),
              );
          }}
        >
          {!same && <option value="">{words.properties.mixed}</option>}
          {types.map((type) => (
            <option key={type.id} value={type.id}>
              {type.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Ends({ diagram, flow }: { readonly diagram: Diagram; readonly flow: Line }) {
  const free = useId();
  const end = (id: ElementId | null, side: 'source' | 'target') => {
    const shape = findShape(diagram, id);
    if (shape === undefined)
      return (
        <span className="explained">
          <span id={`${free}-${side}`} className="properties-free">
            {words.properties.freeEnd}
          </span>
          <ExplainButton about={`${free}-${side}`} onClick={() => explain('message:free-end')} />
        </span>
      );
    return (
      <button type="button" className="properties-link" onClick={() => reveal(diagram.id, [shape.id])}>
        {shownName(shape) || words.properties.unnamed}
      </button>
    );
  };
  return (
    <div className="properties-ends">
      {end(flow.source.element, 'source')} <span aria-hidden="true">→</span>
      <span className="visually-hidden">{words.properties.to}</span> {end(flow.target.element, 'target')}
      <IconButton
        label={words.properties.reverse}
        onClick={() => commit(words.properties.steps.reverse, (current) => reverseFlow(current, flow.id))}
      >
        <ArrowLeftRight />
      </IconButton>
    </div>
  );
}
