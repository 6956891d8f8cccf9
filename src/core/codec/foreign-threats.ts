import {
  customThreatTypeId,
  type Diagram,
  type ElementId,
  elementName,
  findShape,
  interactionKeyOf,
  type Line,
  type Model,
  middlePriority,
  NEVER,
  nextIds,
  oneLineName,
  priorityChoices,
  THREAT_TEXT,
  type Threat,
  threatKey,
  threatKeyText,
  threatTypeId,
} from '../document/index.ts';
import type { Draft, DraftThreat } from './draft.ts';

/** What a draft's diagrams became: the model's, and the element of each node and line by its id in the file. */
export interface BuiltDiagram {
  readonly diagram: Diagram;
  readonly elements: ReadonlyMap<string, ElementId>;
}

type Lose = (code: string, example: string) => void;

/**
 * The threats of a draft, each on an interaction (exchange 3.2): one that the file has at a flow on that flow, one that
 * it has at an element on the first flow into it, else out of it. What has no such flow becomes a note.
 */
export function withThreats(
  model: Model,
  draft: Draft,
  built: ReadonlyMap<string, BuiltDiagram>,
  idOf: (id: string) => string,
  lose: Lose,
): Model {
  const threats: Threat[] = [];
  const notes = [...(draft.notes ?? [])];
  const known = new Set(model.template.threatTypes.map(({ id }) => id));
  const nextId = nextIds([]);
  for (const threat of draft.threats ?? []) {
    const place = placeOf(threat, built.get(threat.diagram));
    if (place === undefined) {
      notes.push(noteOf(threat));
      lose('threat-without-flow', threat.title);
      continue;
    }
    if (place.of !== null) lose('threat-of-element', threat.title);
    const ownType = threat.own?.type;
    const isKnown =
      ownType !== undefined && (known.has(threatTypeId(ownType)) || ownType.startsWith('user-'));
    threats.push({
      ...keysOf(isKnown ? threatTypeId(ownType) : customThreatTypeId(idOf(threat.id)), place),
      id: nextId(),
      state: threat.state,
      priority: priorityOf(model, threat),
      properties: textsOf(model, threat, place),
      changedBy: null,
      modifiedAt: NEVER,
      upgraded: false,
      wide: false,
    });
  }
  return {
    ...model,
    threats: firstOfKey(threats),
    notes: notes.map((message, index) => ({ id: index + 1, message, date: NEVER, addedBy: '' })),
  };
}

/** Two threats with one key are one: the later is another writer's doubling. */
const firstOfKey = (threats: readonly Threat[]): readonly Threat[] => {
  const seen = new Set<string>();
  return threats.filter(({ key }) => !seen.has(key) && seen.add(key) !== undefined);
};

interface ThreatPlace {
  readonly diagram: Diagram;
  readonly flow: Line;
  readonly source: ElementId;
  readonly target: ElementId;
  /** The name of the element that the file has the threat at; null for a threat of the flow. */
  readonly of: string | null;
}

function placeOf(threat: DraftThreat, built: BuiltDiagram | undefined): ThreatPlace | undefined {
  const id = built?.elements.get(threat.element);
  if (built === undefined || id === undefined) return undefined;
  const { diagram } = built;
  const flows = diagram.lines.filter(
    ({ kind, source, target }) => kind === 'flow' && source.element !== null && target.element !== null,
  );
  const flow =
    flows.find((one) => one.id === id) ??
    flows.find(({ target }) => target.element === id) ??
    flows.find(({ source }) => source.element === id);
  if (flow === undefined || flow.source.element === null || flow.target.element === null) return undefined;
  const shape = findShape(diagram, id);
  const [source, target] = [flow.source.element, flow.target.element];
  return { diagram, flow, source, target, of: shape === undefined ? null : oneLineName(elementName(shape)) };
}

const keysOf = (
  typeId: Threat['typeId'],
  { diagram, flow, source, target }: ThreatPlace,
): Pick<Threat, 'key' | 'typeId' | 'diagramId' | 'sourceId' | 'flowId' | 'targetId' | 'interactionKey'> => ({
  key: threatKey(threatKeyText(typeId, source, flow.id, target)),
  typeId,
  diagramId: diagram.id,
  sourceId: source,
  flowId: flow.id,
  targetId: target,
  interactionKey: interactionKeyOf(source, flow.id, target),
});

/** The template's priority of this name in any letter case; what the file says where it has none; else the middle one. */
function priorityOf({ template }: Model, { priority }: DraftThreat): string {
  const wanted = priority.trim();
  if (wanted === '') return middlePriority(template);
  const choices = priorityChoices(template);
  return choices.find((choice) => choice.toLowerCase() === wanted.toLowerCase()) ?? wanted;
}

function textsOf(model: Model, threat: DraftThreat, { flow, of }: ThreatPlace): Threat['properties'] {
  if (threat.own !== undefined && threat.own.texts.length > 0) return threat.own.texts;
  const category = model.template.threatCategories.find(
    ({ name }) => name.toLowerCase() === threat.category.toLowerCase(),
  );
  const description = of === null ? threat.description : `Element: ${of}\n${threat.description}`.trim();
  return [
    [THREAT_TEXT.title, threat.title],
    [THREAT_TEXT.category, category?.name ?? threat.category],
    [THREAT_TEXT.short, category?.shortDescription ?? ''],
    [THREAT_TEXT.description, description],
    ...(threat.justification === '' ? [] : [[THREAT_TEXT.justification, threat.justification] as const]),
    [THREAT_TEXT.interaction, oneLineName(elementName(flow))],
    [THREAT_TEXT.priority, priorityOf(model, threat)],
  ];
}

const noteOf = ({ title, category, description, justification }: DraftThreat): string =>
  [category === '' ? title : `${title} (${category})`, description, justification]
    .filter((text) => text !== '')
    .join('\n');
