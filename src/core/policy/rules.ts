import { assertNever } from '../base/index.ts';
import {
  categoryName,
  crossedBoundaries,
  type Diagram,
  type Element,
  elementChain,
  isBoundary,
  isHandled,
  isLine,
  isOutOfScope,
  type Model,
  nameIn,
  stateLabel,
  THREAT_TEXT,
  type Threat,
  takesFlows,
  threatProperty,
} from '../document/index.ts';
import { staleThreats } from '../engine/index.ts';
import { compileQuery, fieldsOf, threatItems } from '../threat-list/index.ts';
import type { GateFinding } from './finding.ts';
import type { BoundariesRule, CategoriesRule, ForbiddenTypesRule, PolicyRule } from './policy.ts';

/** What of a model breaks a rule; a query that can fit nothing is a finding itself, as the rule would never speak. */
export function brokenRule(model: Model, rule: PolicyRule): readonly GateFinding[] {
  const base = { rule: rule.id, level: rule.level };
  switch (rule.kind) {
    case 'states':
      return threatsOf(model, rule).flatMap((threat): GateFinding[] =>
        typeof threat === 'string'
          ? [{ ...base, text: threat }]
          : rule.states.includes(threat.state)
            ? []
            : [{ ...base, ...at(threat), text: `${called(threat)} is ${stateLabel(threat.state)}` }],
      );
    case 'justification':
      return threatsOf(model, rule).flatMap((threat): GateFinding[] => {
        if (typeof threat === 'string') return [{ ...base, text: threat }];
        const { letters = 1 } = rule;
        const text = (threatProperty(threat, THREAT_TEXT.justification) ?? '').trim();
        if (text.length >= letters) return [];
        const what = text === '' ? 'no justification' : `a justification of less than ${letters} letters`;
        return [{ ...base, ...at(threat), text: `${called(threat)} has ${what}` }];
      });
    case 'boundaries':
      return model.diagrams.flatMap((diagram) =>
        boundaryFaults(diagram, rule).map((text) => ({ ...base, diagram: diagram.id, text })),
      );
    case 'forbidden-types':
      return forbidden(model, rule).map((one) => ({ ...base, ...one }));
    case 'categories':
      return unanswered(model, rule).map((one) => ({ ...base, ...one }));
    default:
      return assertNever(rule);
  }
}

const at = ({ diagramId, flowId, key }: Threat) => ({ diagram: diagramId, element: flowId, threat: key });

const called = (threat: Threat): string =>
  `Threat #${threat.id} "${threatProperty(threat, THREAT_TEXT.title) ?? ''}"`;

/** The threats that a query lets through, or what is wrong with the query. */
function threatsOf(model: Model, { where }: { readonly where?: string }): readonly (Threat | string)[] {
  if (where === undefined) return model.threats;
  const { test, unknown } = compileQuery(where, fieldsOf(model.template));
  const [odd] = unknown;
  if (odd !== undefined)
    return [`The rule asks for "${odd.value}", which means nothing to ${odd.field}: with this template`];
  return threatItems(model, staleThreats(model))
    .filter(test)
    .map(({ threat }) => threat);
}

function boundaryFaults(
  diagram: Diagram,
  { atLeast = 1, crossed = false }: BoundariesRule,
): readonly string[] {
  const elements: readonly Element[] = [...diagram.shapes, ...diagram.lines];
  if (elements.length === 0) return [];
  const count = elements.filter(isBoundary).length;
  const name = `The diagram "${diagram.header}"`;
  if (count < atLeast)
    return [
      `${name} has ${count} trust ${count === 1 ? 'boundary' : 'boundaries'}, and should have ${atLeast}`,
    ];
  const flows = diagram.lines.filter(({ kind }) => kind === 'flow');
  if (crossed && !flows.some((flow) => crossedBoundaries(diagram, flow).length > 0))
    return [`${name} has no data flow that crosses a trust boundary`];
  return [];
}

/** Whether an element is of one of these types, or of one below: by id or by name, in any case of letters. */
function isOf({ template }: Model, element: Element, types: readonly string[]): boolean {
  const wanted = types.map((type) => type.toLowerCase());
  return elementChain(template, element).some(
    ({ id, name }) => wanted.includes(id.toLowerCase()) || wanted.includes(name.toLowerCase()),
  );
}

type Place = Omit<GateFinding, 'rule' | 'level'>;

function forbidden(model: Model, { types }: ForbiddenTypesRule): readonly Place[] {
  return model.diagrams.flatMap((diagram) =>
    [...diagram.shapes, ...diagram.lines]
      .filter((element) => isOf(model, element, types))
      .map((element) => ({
        diagram: diagram.id,
        element: element.id,
        text: `"${nameIn(model.template, element)}" on the diagram "${diagram.header}" is of a forbidden type`,
      })),
  );
}

/** Elements without a decided threat in a category. */
function unanswered(model: Model, { categories, types }: CategoriesRule): readonly Place[] {
  const { template } = model;
  const wanted = categories ?? template.threatCategories.map(({ name }) => name);
  const answered = new Map<string, Set<string>>();
  for (const threat of model.threats) {
    if (!isHandled(threat.state)) continue;
    for (const id of [threat.sourceId, threat.targetId]) {
      const known = answered.get(id) ?? new Set();
      answered.set(id, known.add(categoryName(template, threat).toLowerCase()));
    }
  }
  return model.diagrams.flatMap((diagram) => {
    const joined = new Set(
      diagram.lines
        .filter((line) => line.kind === 'flow' && !isOutOfScope(line))
        .flatMap(({ source, target }) => [source.element, target.element]),
    );
    return diagram.shapes
      .filter((shape) => !isLine(shape) && takesFlows(template, shape) && joined.has(shape.id))
      .filter((shape) => !isOutOfScope(shape) && (types === undefined || isOf(model, shape, types)))
      .flatMap((shape) => {
        const has = answered.get(shape.id);
        const missing = wanted.filter((category) => has?.has(category.toLowerCase()) !== true);
        if (missing.length === 0) return [];
        return [
          {
            diagram: diagram.id,
            element: shape.id,
            text: `"${nameIn(template, shape)}" on the diagram "${diagram.header}" has no decided threat of: ${missing.join(', ')}`,
          },
        ];
      });
  });
}
