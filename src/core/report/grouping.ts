import { entryOf } from '../base/index.ts';
import {
  categoryName,
  DELETED_INTERACTION,
  elementName,
  flowOf,
  type Model,
  priorityChoices,
  REPORTED_STATES,
  storedInteraction,
  THREAT_TEXT,
  type Threat,
  threatProperty,
} from '../document/index.ts';
import { compareNames } from './name-order.ts';
import type { Grouping } from './options.ts';
import { type StateWords, wordOf } from './select.ts';

export interface Group {
  readonly kind: Grouping;
  /** What the group's heading begins with. */
  readonly label: string;
  readonly name: string;
  readonly threats: readonly Threat[];
}

const LABELS: Readonly<Record<Grouping, string>> = {
  interaction: 'Interaction',
  category: 'Category',
  priority: 'Priority',
  state: 'State',
  type: 'Threat type',
};

/** What stands where a threat does not say what it is grouped by. */
const NONE = 'None';

interface Known {
  readonly model: Model;
  readonly stateWords: StateWords;
}

/** The flow's own name as it is stored, by which groups are sorted; the tool's word when the flow is gone. */
function rawName(model: Model, threat: Threat): string {
  const found = flowOf(model, threat.flowId);
  return found === undefined ? DELETED_INTERACTION : elementName(found.flow);
}

function keyOf(grouping: Grouping, { model, stateWords }: Known): (threat: Threat) => string {
  switch (grouping) {
    case 'interaction':
      return storedInteraction;
    case 'category':
      return (threat) => categoryName(model.template, threat);
    case 'priority':
      return ({ priority }) => priority;
    case 'state':
      return ({ state }) => wordOf(stateWords, state);
    case 'type': {
      const titles = new Map(model.template.threatTypes.map(({ id, shortTitle }) => [id, shortTitle]));
      return (threat) => titles.get(threat.typeId) || (threatProperty(threat, THREAT_TEXT.title) ?? '');
    }
  }
}

/**
 * The threats of a diagram in groups. Interactions stand in order of first occurrence, which a stable sort by name then
 * changes (format 6.4); states and priorities in their own order, all else by name.
 */
export function groupedBy(grouping: Grouping, threats: readonly Threat[], known: Known): readonly Group[] {
  const { model, stateWords } = known;
  const key = keyOf(grouping, known);
  const groups = new Map<string, Threat[]>();
  for (const threat of threats) entryOf(groups, key(threat), () => []).push(threat);
  const named = [...groups].map(([found, list]) => ({
    kind: grouping,
    label: LABELS[grouping],
    name: grouping === 'interaction' && list[0] ? rawName(model, list[0]) : found.trim() || NONE,
    threats: list,
  }));
  if (grouping === 'priority' || grouping === 'state') {
    const places: readonly string[] =
      grouping === 'state'
        ? REPORTED_STATES.map((state) => stateWords[state])
        : priorityChoices(model.template);
    const place = ({ name }: Group): number => {
      const at = places.indexOf(name);
      return at < 0 ? places.length : at;
    };
    return named.sort((a, b) => place(a) - place(b));
  }
  return named.sort((a, b) => compareNames(a.name, b.name));
}
