import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readTemplate, writeModel } from '../../src/core/codec/index.ts';
import {
  defaultFlowType,
  type ElementId,
  type Model,
  newModel,
  newShape,
  type Template,
  type TypeId,
  typeId,
} from '../../src/core/document/index.ts';
import { addLine, addShape, type Route, routeLine, setName } from '../../src/core/edit/index.ts';
import { applyEdit } from '../../src/core/session/index.ts';
import type { Scene, SceneEnd } from './scene.ts';

const templates = new Map<string, Template>();

function templateOf(name: string): Template {
  const known = templates.get(name);
  if (known !== undefined) return known;
  const file = path.join(import.meta.dirname, '..', '..', 'templates', `${name}.tb7`);
  const read = readTemplate(new Uint8Array(readFileSync(file)));
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.error)}`);
  templates.set(name, read.value.template);
  return read.value.template;
}

/**
 * The scene as the bytes of a `.tm7` file, with the threats that follow from it: the same bytes each time.
 *
 * @throws when the scene names what the template or the scene itself does not have
 */
export function sceneFile(scene: Scene): Buffer {
  return Buffer.from(writeModel(sceneModel(scene)));
}

function sceneModel(scene: Scene): Model {
  let next = 1;
  const newGuid = () => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}`;
  const empty = newModel(templateOf(scene.template ?? 'containers'), newGuid);
  const drawn = (model: Model) => draw(model, scene, newGuid);
  return scene.threats === 'none' ? drawn(empty) : applyEdit(empty, drawn).model;
}

function draw(empty: Model, scene: Scene, newGuid: () => string): Model {
  let model = empty;
  const diagram = empty.diagrams[0]?.id;
  if (diagram === undefined) throw new Error('A new model has no diagram');
  /** By name; null where several have it, so that no flow means one of them by chance. */
  const shapes = new Map<string, ElementId | null>();
  const inOrder: ElementId[] = [];
  const named = (id: ElementId, name: string | undefined): void => {
    if (name !== undefined) model = setName(model, id, name);
  };
  const put = (type: string, box: Parameters<typeof newShape>[2], name?: string): ElementId => {
    const shape = newShape(model.template, typeNamed(model.template, type), box, newGuid);
    model = addShape(model, diagram, shape);
    named(shape.id, name);
    const key = name ?? type;
    shapes.set(key, shapes.has(key) ? null : shape.id);
    return shape.id;
  };
  const line = (type: TypeId, route: Route, name: string | undefined): void => {
    const added = routeLine(model, diagram, type, route, newGuid);
    if (added === undefined) throw new Error(`There is no way for ${name ?? type}`);
    model = addLine(model, diagram, added);
    named(added.id, name);
  };
  const end = (at: SceneEnd): Route['source'] => {
    if (typeof at === 'object' && 'x' in at) return at;
    const [name, port] = typeof at === 'object' ? at : [at];
    const element = typeof name === 'number' ? inOrder[name] : shapes.get(name);
    if (element === undefined || element === null) throw new Error(`Not one shape of the scene is ${name}`);
    return port === undefined ? { element } : { element, port };
  };

  for (const [type, left, top, width, height, name] of scene.borders ?? [])
    put(type, { left, top, width, height }, name);
  for (const [type, left, top, { name, ...size } = {}] of scene.shapes ?? [])
    inOrder.push(put(type, { left, top, ...size }, name));
  for (const [source, target, more = {}] of scene.flows ?? []) {
    const { type, name, handle } = more;
    const flowType = type === undefined ? defaultFlowType(model.template) : typeNamed(model.template, type);
    if (flowType === null) throw new Error('The template has no flow');
    const ends = { source: end(source), target: end(target) };
    line(flowType, handle === undefined ? ends : { ...ends, handle }, name);
  }
  for (const [type, source, handle, target, name] of scene.lineBoundaries ?? [])
    line(typeNamed(model.template, type), { source, target, handle }, name);
  return model;
}

function typeNamed(template: Template, name: string): TypeId {
  const types = [...template.standardElements, ...template.genericElements];
  const found = types.find((type) => type.name === name);
  if (found === undefined) throw new Error(`The template has no ${name}`);
  return typeId(found.id);
}
