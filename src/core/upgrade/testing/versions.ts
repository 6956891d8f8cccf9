import {
  elementTypes,
  type Model,
  type Template,
  type Threat,
  type TypeId,
  threatProperty,
} from '../../document/index.ts';
import { countingGuids } from '../../document/testing/template.ts';
import {
  addProperty,
  addThreatType,
  deleteThreatType,
  setFilter,
  setManifest,
  setProperty,
  setStencil,
  setThreatPriority,
  setThreatProperty,
  setThreatState,
  setThreatType,
} from '../../edit/index.ts';
import { isUntouched, regenerate } from '../../engine/index.ts';
import { NO_CHOICES, upgrade } from '../index.ts';

const author = { name: 'Ann', now: '2026-11-26T10:00:00' };

/** Every third threat of a model worked on, in a way of its own. */
export function worked(model: Model): Model {
  let next = model;
  for (const [index, { key }] of model.threats.entries()) {
    if (index % 3 !== 0) continue;
    next = setThreatState(next, [key], 'Mitigated', author);
    next = setThreatProperty(next, [key], 'StateInformation', `Reason ${index}`, author);
    if (index % 2 === 0) next = setThreatPriority(next, [key], 'Low', author);
    if (index % 4 === 0) next = setThreatProperty(next, [key], 'Title', `Own title ${index}`, author);
  }
  return next;
}

/** What a person did, apart from where it stands. */
const work = (threat: Threat): unknown => [
  threat.state,
  threatProperty(threat, 'StateInformation'),
  threat.changedBy,
  threat.flowId,
];

/** What a person did to the threats of a model, which may be looked for in what became of it. */
export const workOf = (model: Model, all: Model = model): readonly string[] =>
  all.threats
    .filter((threat) => threat.changedBy !== null || !isUntouched(model.template, threat))
    .map((threat) => JSON.stringify(work(threat)))
    .sort();

/** The value of a property that the older version has and the current one has not. */
export const LOST = 'Long ago';
/** A threat type that the current version has no more. */
export const GONE = 'Gone since';

/** Something that the sample has, or no older version of its template can be made. */
function some<T>(item: T | undefined): T {
  if (item === undefined) throw new Error('The sample has none');
  return item;
}

/** A version of a template before it, made of what a model on it uses, and that model on it, with work on threats. */
export function olderOf(
  current: Template,
  sample: Model,
): { readonly template: Template; readonly model: Model } {
  const guids = countingGuids();
  const shape = some(
    sample.diagrams
      .flatMap(({ shapes }) => shapes)
      .find(({ typeId }) => current.standardElements.some(({ id }) => id === typeId)),
  );
  const stencil = some(elementTypes(current).get(shape.typeId));
  const used = [...new Set(sample.threats.map(({ typeId }) => typeId))];
  const [retitled, widened, missing] = [some(used[0]), some(used[1]), some(used[2])];
  const every = everyFlow(sample);
  let template = setManifest(current, 'version', '0.0.0.1');
  template = setStencil(template, stencil.id, { name: 'As it was called' });
  template = addProperty(template, stencil.id, 'Since dropped', ['No', LOST], guids);
  template = setThreatType(template, retitled, { shortTitle: 'As it was titled' });
  template = setFilter(template, widened, 'include', every);
  template = setFilter(template, widened, 'exclude', '');
  template = deleteThreatType(template, missing);
  const gone = addThreatType(template, some(current.threatCategories[0]).id, GONE, guids);
  if (gone.select?.kind !== 'threat-type') throw new Error('A threat type was added');
  template = setFilter(gone.value, gone.select.id, 'include', every);
  const on = upgrade(sample, template, NO_CHOICES).model;
  const dropped = some(
    elementTypes(template)
      .get(stencil.id)
      ?.attributes.find(({ displayName }) => displayName === 'Since dropped'),
  );
  return { template, model: worked(regenerate(setProperty(on, [shape.id], dropped.name, LOST))) };
}

/** A filter that every flow of a model fits. */
function everyFlow({ diagrams }: Model): string {
  const types = new Set<TypeId>(
    diagrams.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'flow').map(({ typeId }) => typeId)),
  );
  return [...types].map((id) => `flow is '${id}'`).join(' or ');
}
