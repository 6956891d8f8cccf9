import {
  categoryName,
  crossedBoundaries,
  type Diagram,
  type Element,
  elementsById,
  findLine,
  interactionText,
  isCustomThreat,
  type Model,
  shownName,
  type Template,
  THREAT_TEXT,
  type Threat,
  type ThreatKey,
  type ThreatType,
  threatProperty,
} from '../document/index.ts';

/** A threat with what lists show of it and are filtered by, worked out once for each state of a model. */
export interface ThreatItem {
  readonly threat: Threat;
  readonly title: string;
  /** Title of its threat type; of a type that the template does not have, that of the threat. */
  readonly type: string;
  readonly category: string;
  /** Name of the flow, as the threat's text says it; `Deleted` when the threat no longer follows from it. */
  readonly flow: string;
  /** `Source → Target`, or empty when the threat no longer follows. */
  readonly ends: string;
  /** Names of the elements at both ends; empty where one is gone. */
  readonly source: string;
  readonly target: string;
  readonly diagram: string;
  readonly custom: boolean;
  readonly stale: boolean;
  /** Whether the last update added it. */
  readonly isNew: boolean;
  /** Whether it is not as it was when the file was opened, or was not there. */
  readonly isEdited: boolean;
  /** The trust boundaries that the flow crosses. Asked for seldom and worked out then. */
  readonly crossed: () => readonly Element[];
}

/** Whether a threat says what it said. As a rule it is the same object; after a reload all are made anew. */
function saysTheSame(threat: Threat, before: Threat | undefined): boolean {
  if (threat === before) return true;
  if (before === undefined) return false;
  const { state, priority, changedBy, properties } = threat;
  return (
    state === before.state &&
    priority === before.priority &&
    changedBy === before.changedBy &&
    properties.length === before.properties.length &&
    properties.every(([name, value], index) => {
      const [nameBefore, valueBefore] = before.properties[index] ?? [];
      return name === nameBefore && value === valueBefore;
    })
  );
}

const NONE: ReadonlySet<ThreatKey> = new Set();

/** Counts the items that were made, so that tests can show what an edit costs. */
export const work = { items: 0 };

/** What an item was made of, beside its threat. */
interface Ground {
  readonly template: Template;
  readonly diagram: Diagram | undefined;
  readonly stale: boolean;
  readonly isNew: boolean;
  readonly isEdited: boolean;
}

const made = new WeakMap<Threat, { readonly ground: Ground; readonly item: ThreatItem }>();

const same = (a: Ground, b: Ground): boolean =>
  a.template === b.template &&
  a.diagram === b.diagram &&
  a.stale === b.stale &&
  a.isNew === b.isNew &&
  a.isEdited === b.isEdited;

/** The item of a threat; the same object while nothing that it says has changed. */
function itemOf(threat: Threat, type: ThreatType | undefined, ground: Ground): ThreatItem {
  const known = made.get(threat);
  if (known !== undefined && same(known.ground, ground)) return known.item;
  work.items += 1;
  const item = makeItem(threat, type, ground);
  made.set(threat, { ground, item });
  return item;
}

function makeItem(
  threat: Threat,
  threatType: ThreatType | undefined,
  { template, diagram, stale, isNew, isEdited }: Ground,
): ThreatItem {
  const elements = diagram && elementsById(diagram);
  const [source, target] = [elements?.get(threat.sourceId), elements?.get(threat.targetId)];
  const both = source !== undefined && target !== undefined && elements?.has(threat.flowId) === true;
  const gone = !both || stale;
  const title = threatProperty(threat, THREAT_TEXT.title) ?? '';
  return {
    threat,
    title,
    type: threatType?.shortTitle || title,
    category: categoryName(template, threat),
    flow: interactionText(threat, gone),
    ends: !gone ? `${shownName(source)} → ${shownName(target)}` : '',
    source: source === undefined ? '' : shownName(source),
    target: target === undefined ? '' : shownName(target),
    diagram: diagram?.header ?? '',
    custom: isCustomThreat(threat),
    stale,
    isNew,
    isEdited,
    crossed: () => {
      if (diagram === undefined) return [];
      const flow = findLine(diagram, threat.flowId);
      return flow === undefined ? [] : crossedBoundaries(diagram, flow);
    },
  };
}

/**
 * The threats of a model with their names, in stored order; `opened` is the model as its file had it, if there is one.
 * After an edit only what it reaches is worked out anew.
 */
export function threatItems(
  model: Model,
  stale: ReadonlySet<ThreatKey>,
  fresh: ReadonlySet<ThreatKey> = NONE,
  opened: Model | null = null,
): readonly ThreatItem[] {
  const diagrams = new Map(model.diagrams.map((diagram) => [diagram.id, diagram]));
  const types = new Map(model.template.threatTypes.map((type) => [type.id, type]));
  const before = opened && new Map(opened.threats.map((threat) => [threat.key, threat]));
  return model.threats.map((threat) =>
    itemOf(threat, types.get(threat.typeId), {
      template: model.template,
      diagram: diagrams.get(threat.diagramId),
      stale: stale.has(threat.key),
      isNew: fresh.has(threat.key),
      isEdited: before !== null && !saysTheSame(threat, before.get(threat.key)),
    }),
  );
}
