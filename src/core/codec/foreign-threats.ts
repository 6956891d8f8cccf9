import type { Steps } from '../base/index.ts';
import {
  CUSTOM_THREAT_PREFIX,
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
import type { Losses } from './losses.ts';

/** What a draft's diagrams became: the model's, and the element of each node and line by its id in the file. */
export interface BuiltDiagram {
  readonly diagram: Diagram;
  readonly elements: ReadonlyMap<string, ElementId>;
}

type Lose = Losses['add'];

/**
 * Adds the threats of a draft, each on an interaction (exchange 3.2): one that the file has at a flow on that flow, one that
 * it has at an element on the first flow into it, else out of it. What has no such flow becomes a note. A step for each
 * threat.
 */
export function* addingThreats(
  model: Model,
  draft: Draft,
  built: ReadonlyMap<string, BuiltDiagram>,
  idOf: (id: string) => string,
  lose: Lose,
): Steps<Model> {
  const threats: Threat[] = [];
  const notes = [...(draft.notes ?? [])];
  const known = new Set(model.template.threatTypes.map(({ id }) => id));
  const taken = new Set<number>();
  const nextId = nextIds((draft.threats ?? []).map(({ own }) => ({ id: own?.number ?? 0 })));
  const keys = new Set<string>();
  for (const threat of draft.threats ?? []) {
    yield;
    const place = placeOf(threat, built.get(threat.diagram));
    if (place === undefined) {
      notes.push(noteOf(threat));
      lose('threat-without-flow', threat.title);
      continue;
    }
    if (place.of !== null) lose('threat-of-element', threat.title);
    const { own } = threat;
    const isKnown =
      own !== undefined && (known.has(threatTypeId(own.type)) || own.type.startsWith(CUSTOM_THREAT_PREFIX));
    const keyed = keysOf(isKnown ? threatTypeId(own.type) : customThreatTypeId(idOf(threat.id)), place);
    // Two threats with one key are one: the later is another writer's doubling.
    if (keys.has(keyed.key)) {
      lose('doubled-threats', threat.title);
      continue;
    }
    keys.add(keyed.key);
    const id = own === undefined || own.number <= 0 || taken.has(own.number) ? nextId() : own.number;
    taken.add(id);
    threats.push({
      ...keyed,
      id,
      state: own?.state ?? threat.state,
      priority: priorityOf(model, threat),
      properties: textsOf(model, threat, place),
      changedBy: own?.changedBy ?? null,
      modifiedAt: own?.modifiedAt ?? NEVER,
      upgraded: false,
      wide: false,
    });
  }
  return {
    ...model,
    threats,
    notes: notes.map((message, index) => ({ id: index + 1, message, date: NEVER, addedBy: '' })),
  };
}

interface ThreatPlace {
  readonly diagram: Diagram;
  readonly flow: Line;
  readonly source: ElementId;
  readonly target: ElementId;
  /** The name of the element that the file has the threat at; null for a threat of the flow. */
  readonly of: string | null;
}

/** The flows of a diagram that can have threats: by their own ids, and by the ids of what they lead into and out of. */
interface Flows {
  readonly own: ReadonlyMap<string, Line>;
  readonly into: ReadonlyMap<string, Line>;
  readonly outOf: ReadonlyMap<string, Line>;
}

const indexed = new WeakMap<Diagram, Flows>();

function flowsOf(diagram: Diagram): Flows {
  const before = indexed.get(diagram);
  if (before !== undefined) return before;
  const flows = diagram.lines.filter(
    ({ kind, source, target }) => kind === 'flow' && source.element !== null && target.element !== null,
  );
  // The first of each: a map keeps the last.
  const by = (end: (line: Line) => string | null): ReadonlyMap<string, Line> =>
    new Map(flows.toReversed().map((flow) => [end(flow) ?? '', flow]));
  const found = {
    own: by(({ id }) => id),
    into: by(({ target }) => target.element),
    outOf: by(({ source }) => source.element),
  };
  indexed.set(diagram, found);
  return found;
}

function placeOf(threat: DraftThreat, built: BuiltDiagram | undefined): ThreatPlace | undefined {
  const id = built?.elements.get(threat.element);
  if (built === undefined || id === undefined) return undefined;
  const { diagram } = built;
  const { own, into, outOf } = flowsOf(diagram);
  const flow = own.get(id) ?? into.get(id) ?? outOf.get(id);
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
