import {
  categoryId,
  type Diagram,
  type elementId,
  findElement,
  type Line,
  type Model,
  newLine,
  newModel,
  newShape,
  type Shape,
  type Template,
  type ThreatType,
  threatTypeId,
  typeId,
} from '../../document/index.ts';
import { countingGuids, testTemplate } from '../../document/testing/template.ts';
import { setName } from '../../edit/index.ts';
import { generate } from '../index.ts';

export const author = { name: 'Ada', now: '2026-01-02T03:04:05+00:00' };

/** A threat type with this filter and nothing else of note. */
export const threatType = (
  id: string,
  include: string,
  exclude = '',
  more: Partial<ThreatType> = {},
): ThreatType => ({
  id: threatTypeId(id),
  shortTitle: `${id} of {source.Name}`,
  categoryId: categoryId('S'),
  relatedCategory: null,
  description: 'From {SOURCE.name} to {target.NAME} over {flow.Name}, {unknown.Name}',
  filters: { include, exclude },
  datums: [],
  isExtension: false,
  ...more,
});
export const templateWith = (...threatTypes: ThreatType[]): Template => ({ ...testTemplate, threatTypes });

/** server "Web" -> store "Data" over https "Query", with a zone around the store when asked. */
export function small(
  template: Template,
  zone = false,
): Model & {
  readonly ids: Readonly<Record<'web' | 'data' | 'flow' | 'zone', ReturnType<typeof elementId>>>;
} {
  const guid = countingGuids();
  const base = newModel(template, guid);
  const [diagram] = base.diagrams;
  if (diagram === undefined) throw new Error('No diagram');
  const web = newShape(base.template, typeId('server'), { left: 100, top: 100 }, guid);
  const data = newShape(base.template, typeId('store'), { left: 500, top: 100 }, guid);
  const end = (shape: Shape, x: number) => ({ element: shape.id, port: 'East' as const, x, y: 150 });
  const ends = { source: end(web, 195), target: { ...end(data, 505), port: 'West' as const } };
  const flow = newLine(base.template, typeId('https'), ends, { x: 350, y: 120 }, guid);
  const around = newShape(
    base.template,
    typeId('cloud'),
    { left: 450, top: 50, width: 250, height: 200 },
    guid,
  );
  const filled: Diagram = { ...diagram, shapes: zone ? [web, data, around] : [web, data], lines: [flow] };
  let model: Model = { ...base, diagrams: [filled] };
  model = setName(setName(setName(model, web.id, 'Web'), data.id, 'Data'), flow.id, 'Query');
  return { ...model, ids: { web: web.id, data: data.id, flow: flow.id, zone: around.id } };
}
export const NO_PROPERTIES: Line['properties'] = [];
export const firesOn = (model: Model): string[] => generate(model).map((threat) => threat.threatType.id);
export const diagramOf = (model: Model): Diagram => model.diagrams[0] as Diagram;
export const flowOf = (model: Model, id: Line['id']): Line => findElement(diagramOf(model), id) as Line;
