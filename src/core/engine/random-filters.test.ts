import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Diagram,
  type ElementType,
  elementId,
  type Line,
  type Model,
  type Shape,
  type Template,
  typeId,
} from '../document/index.ts';
import { work } from './applicable.ts';
import { compileTemplate } from './compile.ts';
import { evaluate } from './evaluate.ts';
import { generate, interactionsOf } from './index.ts';
import { diagramOf, flowOf, small, templateWith, threatType } from './testing/small.ts';

const ATOMS = [
  "source is 'server'",
  "source is 'ROUND'",
  "target is 'store'",
  "flow is 'https'",
  "flow is 'flow'",
  "source.language is 'C'",
  "source.Language is 'rust'",
  "source.runs-as is 'Service'",
  "source.runs-as is 'Root'",
  "target.encrypted is 'No'",
  "target.Encrypted is 'yes'",
  "flow.channel is 'Open'",
  "flow crosses 'zone'",
  "flow crosses 'cloud'",
];

const filter = fc
  .array(fc.tuple(fc.boolean(), fc.constantFrom(...ATOMS)), { minLength: 1, maxLength: 4 })
  .chain((atoms) => fc.constantFrom('or', 'and').map((word) => ({ atoms, word })))
  .map(({ atoms, word }) => atoms.map(([not, atom]) => (not ? `not ${atom}` : atom)).join(` ${word} `));

interface Values {
  readonly type: string;
  readonly generic: string;
  /** Properties by name, with their values. */
  readonly named: readonly (readonly [string, string | undefined])[];
}

interface Ends {
  readonly source: Values;
  readonly target: Values;
  readonly flow: Values;
  readonly crosses: boolean;
}

const values: fc.Arbitrary<Values> = fc.record({
  type: fc.constantFrom('server', 'server', 'worker', 'store', 'unheard of'),
  generic: fc.constantFrom('round', 'store'),
  named: fc.array(
    fc.tuple(
      fc.constantFrom('language', 'LANGUAGE', 'runs-as', 'encrypted', ''),
      fc.constantFrom('C', 'rust', 'Root', 'Service', 'Yes', 'No', 'Open', 'something else', undefined),
    ),
    { maxLength: 2 },
  ),
});
const given = <T extends Shape | Line>(element: T, id: string, { type, generic, named }: Values): T => ({
  ...element,
  id: elementId(id),
  typeId: typeId(type),
  genericTypeId: typeId(generic),
  properties: named.map(([name, value]) => ({
    ...{ kind: 'list' as const, name, displayName: name, values: value === undefined ? [] : [value] },
    selectedIndex: 0,
  })),
});

/** Most have one end in common, so that flows differ in little. */
const common = fc.oneof(
  fc.constant<Values>({ type: 'store', generic: 'store', named: [] }),
  fc.constant<Values>({ type: 'store', generic: 'store', named: [] }),
  values,
);

const flows: fc.Arbitrary<readonly Ends[]> = fc.array(
  fc.record({ source: values, target: common, flow: common, crosses: fc.boolean() }),
  { minLength: 1, maxLength: 40 },
);

/** Filters cannot ask for a name with a blank in it. */
const readable = (template: Template): Template => {
  const named = (type: ElementType): ElementType => ({
    ...type,
    attributes: type.attributes.map((one) => ({ ...one, name: one.name.replace(' ', '-') })),
  });
  const { genericElements, standardElements } = template;
  return {
    ...template,
    genericElements: genericElements.map(named),
    standardElements: standardElements.map(named),
  };
};

/** A model with a flow between two elements of its own for each; the target may stand in a zone. */
function modelOf(filters: readonly (readonly [string, string])[], all: readonly Ends[]): Model {
  const types = filters.map(([include, exclude], n) => threatType(`T${n % 5}`, include, exclude));
  const { ids, ...model } = small(readable(templateWith(...types)), true);
  const diagram = diagramOf(model);
  const [web, data, zone] = diagram.shapes;
  if (web === undefined || data === undefined || zone === undefined) throw new Error('A shape is missing');
  const line = flowOf(model, ids.flow);
  const shapes = all.flatMap(({ source, target }, n) => [
    given(web, `s${n}`, source),
    given(data, `t${n}`, target),
  ]);
  const lines = all.map(({ flow, crosses }, n): Line => {
    const target = { ...line.target, element: elementId(`t${n}`), ...(crosses ? {} : { x: 120 }) };
    return {
      ...given(line, `f${n}`, flow),
      kind: 'flow',
      source: { ...line.source, element: elementId(`s${n}`) },
      target,
    };
  });
  const filled: Diagram = { ...diagram, shapes: [...shapes, zone], lines };
  return { ...model, diagrams: [filled] };
}

/** The threats by the plain meaning of filters: each type asked at each flow. */
const plainly = (model: Model): readonly string[] =>
  model.diagrams.flatMap(interactionsOf).flatMap((interaction) => {
    const ids = compileTemplate(model.template)
      .threatTypes.filter(
        ({ include, exclude }) =>
          include !== undefined &&
          evaluate(include, interaction, model.template) &&
          (exclude === undefined || !evaluate(exclude, interaction, model.template)),
      )
      .map(({ threatType: { id } }) => `${id} on ${interaction.flow.id}`);
    return [...new Set(ids)];
  });

describe('the threats of many flows', () => {
  beforeEach(() => {
    work.passes = 0;
  });

  it('are those that each filter asked at each flow makes', () => {
    let threats = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(filter, fc.oneof(fc.constant(''), filter)), { minLength: 1, maxLength: 8 }),
        flows,
        (filters, all) => {
          const model = modelOf(filters, all);
          const made = generate(model);
          threats += made.length;
          const { problems } = compileTemplate(model.template);
          expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
          expect(
            made.map(({ threatType: { id }, interaction }) => `${id} on ${interaction.flow.id}`),
          ).toEqual(plainly(model));
        },
      ),
      { numRuns: 200, seed: 12 },
    );
    expect(threats).toBeGreaterThan(500);
  });

  it('tell a value that no filter names from one that the type fixes', () => {
    const store: Values = { type: 'store', generic: 'store', named: [] };
    const server = (...named: Values['named']): Ends => ({
      source: { type: 'server', generic: 'round', named },
      target: store,
      flow: store,
      crosses: false,
    });
    const model = modelOf([["source.runs-as is 'Service'", '']], [server(), server(['Runs-As', 'other'])]);
    expect(generate(model).map(({ interaction }) => interaction.flow.id)).toEqual(['f0']);
  });

  it('take one pass over the filters for all flows that these cannot tell apart', () => {
    const web: Values = { type: 'server', generic: 'round', named: [['language', 'C']] };
    const store: Values = { type: 'store', generic: 'store', named: [] };
    const flow: Values = { type: 'https', generic: 'flow', named: [] };
    const all = Array.from({ length: 200 }, (_, n) => ({
      // What no filter names makes no difference.
      source: {
        ...web,
        named: [...web.named, ['encrypted', n % 2 === 0 ? 'Yes' : 'No'] as const],
      },
      target: store,
      flow,
      crosses: n % 2 === 0,
    }));
    const made = generate(modelOf([["source.language is 'C' and flow crosses 'zone'", '']], all));
    expect(made).toHaveLength(100);
    expect(work.passes).toBe(2);
  });
});
