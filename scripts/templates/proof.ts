import type { Template } from '../../src/core/document/index.ts';
import { generate } from '../../src/core/engine/index.ts';
import type {
  CaseEnd,
  FlowCase,
  SampleLineBoundary,
  SampleShape,
  StencilSource,
  TemplateSource,
} from './format.ts';
import { drawSample } from './sample.ts';

/** Where the flow of a case runs: from the port at its left end to that at its right end. */
const [LEFT, RIGHT, MIDDLE] = [100, 900, 50];

const typeOf = (end: CaseEnd): string => (typeof end === 'string' ? end : end[0]);
const chosenOf = (end: CaseEnd) => (typeof end === 'string' ? {} : end[1]);

/** How a stencil is drawn, inherited or not; undefined when the source has no such stencil. */
function drawnAs({ genericStencils, standardStencils }: TemplateSource, id: string): string | undefined {
  const stencils: readonly StencilSource[] = [...genericStencils, ...standardStencils];
  const stencil = stencils.find((one) => one.id === id);
  if (stencil?.representation !== 'Inherited') return stencil?.representation;
  return stencils.find((one) => one.id === stencil.parent)?.representation;
}

/** The ids of the threat types that the flow of a case has. Throws on unknown types, properties and values. */
export function threatsOfCase(
  source: TemplateSource,
  template: Template,
  flowCase: FlowCase,
): ReadonlySet<string> {
  const crossed = (flowCase.crosses ?? []).map((type) => ({ type, drawn: drawnAs(source, type) }));
  const boxes = crossed.flatMap(({ type, drawn }, index): SampleShape[] =>
    drawn === 'BorderBoundary'
      ? [{ key: `box ${index}`, type, name: type, box: [RIGHT - 100 - 20 * index, -100, 600, 400] }]
      : [],
  );
  const lines = crossed.flatMap(({ type, drawn }, index): SampleLineBoundary[] => {
    const x = 400 + 20 * index;
    if (drawn !== 'LineBoundary') return [];
    return [{ key: `line ${index}`, type, name: type, from: [x, -200], to: [x, 300], handle: [x, MIDDLE] }];
  });
  const strange = crossed.find(({ drawn }) => drawn !== 'BorderBoundary' && drawn !== 'LineBoundary');
  if (strange !== undefined) throw new Error(`${strange.type} is no boundary.`);
  const end = (key: string, at: CaseEnd, left: number): SampleShape => ({
    key,
    type: typeOf(at),
    name: key,
    box: [left, MIDDLE - 50, 100, 100],
    set: chosenOf(at),
  });
  const model = drawSample(
    {
      key: 'proof',
      template: source.key,
      title: '',
      line: '',
      description: '',
      assumptions: '',
      externalDependencies: '',
      diagram: 'Proof',
      shapes: [...boxes, end('source', flowCase.source, LEFT - 100), end('target', flowCase.target, RIGHT)],
      flows: [
        {
          key: 'flow',
          type: typeOf(flowCase.flow),
          name: 'flow',
          from: ['source', 'East'],
          to: ['target', 'West'],
          handle: [(LEFT + RIGHT) / 2, MIDDLE],
          set: chosenOf(flowCase.flow),
        },
      ],
      lineBoundaries: lines,
    },
    template,
  );
  return new Set(generate(model).map(({ threatType }) => threatType.id));
}

/** Every rule whose cases do not show what it does, as sentences. */
export function proofProblems(source: TemplateSource, template: Template): string[] {
  const has = (id: string, flowCase: FlowCase): boolean => threatsOfCase(source, template, flowCase).has(id);
  return source.threats.flatMap(({ id, hit, miss }) => [
    ...(has(id, hit) ? [] : [`${source.key}: ${id} is not at the flow of its hit`]),
    ...(!has(id, miss) ? [] : [`${source.key}: ${id} is at the flow of its miss`]),
  ]);
}
