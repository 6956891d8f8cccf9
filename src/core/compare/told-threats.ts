import { entryOf } from '../base/index.ts';
import {
  type Model,
  stateLabel,
  THREAT_TEXT,
  type Threat,
  type ThreatDatum,
  threatProperty,
} from '../document/index.ts';
import { laterWords } from '../words/later.ts';
import type { Change } from './change.ts';
import type { Told } from './difference.ts';
import type { Two } from './pair.ts';
import { threatSubject } from './subjects.ts';
import { unshown } from './value-text.ts';

const { differences: said } = laterWords;

/** A threat that came or went. */
export function toldThreatListed(model: Model, threat: Threat, change: Change): Told {
  const text = said.list({
    parts: [stateLabel(threat.state), threat.priority].filter((part) => part !== ''),
  });
  const isAdded = change.type === 'add';
  return {
    ...base(model, threat),
    type: isAdded ? 'added' : 'removed',
    aspect: '',
    before: isAdded ? null : text,
    after: isAdded ? text : null,
    changes: [change],
  };
}

/** The differences of a threat that is on both sides. Who changed it and when goes with the first of them. */
export function toldThreat(
  models: Two<Model>,
  { before, after }: Two<Threat>,
  changes: readonly Change[],
): readonly Told[] {
  if (before === undefined || after === undefined || models.after === undefined) return [];
  const aspects = new Map<string, Change[]>();
  for (const change of changes) entryOf(aspects, aspectOf(change), () => []).push(change);
  const noted = aspects.get(CHANGED);
  const [first] = [...aspects.keys()].filter((aspect) => aspect !== CHANGED && !aspect.startsWith('other'));
  if (noted !== undefined && first !== undefined) {
    aspects.get(first)?.push(...noted);
    aspects.delete(CHANGED);
  }
  const own = base(models.after, after);
  const { datums } = models.after.template.threatMetadata;
  return [...aspects].map(([aspect, list]) => ({
    ...own,
    type: 'changed',
    ...valuesOf(before, after, aspect, datums),
    changes: list,
  }));
}

const base = (model: Model, threat: Threat) =>
  ({
    ...threatSubject(model, threat),
    group: 'threats',
    effect: 'threats',
    place: { diagram: threat.diagramId, element: threat.flowId, threat: threat.key },
  }) as const;

const CHANGED = 'changed';
const TEXT = 'text:';

/** Which changes of a threat are one difference. */
function aspectOf(change: Change): string {
  const inside = change.path[1];
  const name =
    inside !== undefined
      ? inside.key
      : change.field === 'properties' && 'key' in change
        ? change.key
        : undefined;
  if (name !== undefined) {
    if (change.type === 'move') return 'other:order';
    return name === THREAT_TEXT.priority ? 'priority' : `${TEXT}${name}`;
  }
  switch (change.field) {
    case 'state':
    case 'priority':
      return change.field;
    case 'changedBy':
    case 'modifiedAt':
      return CHANGED;
    case 'id':
      return 'other:number';
    default:
      return `other:${change.field}`;
  }
}

type Values = Pick<Told, 'aspect' | 'before' | 'after'> & Partial<Pick<Told, 'group' | 'effect'>>;

function valuesOf(before: Threat, after: Threat, aspect: string, datums: readonly ThreatDatum[]): Values {
  const { aspects } = said;
  if (aspect === `${TEXT}${THREAT_TEXT.justification}`) {
    return {
      group: 'justifications',
      ...textsOf(before, after, THREAT_TEXT.justification, aspects.justification),
    };
  }
  if (aspect.startsWith(TEXT)) {
    const name = aspect.slice(TEXT.length);
    const label = datums.find((datum) => datum.name === name)?.label;
    return textsOf(before, after, name, label === undefined || label === '' ? name : label);
  }
  switch (aspect) {
    case 'state':
      return {
        group: 'states',
        aspect: aspects.state,
        before: stateLabel(before.state),
        after: stateLabel(after.state),
      };
    case 'priority':
      return before.priority === after.priority
        ? textsOf(before, after, THREAT_TEXT.priority, aspects.priority)
        : { aspect: aspects.priority, before: before.priority, after: after.priority };
    case CHANGED:
      return {
        group: 'other',
        effect: 'other',
        aspect: aspects.changed,
        before: changedText(before),
        after: changedText(after),
      };
    case 'other:number':
      return {
        group: 'other',
        effect: 'other',
        aspect: aspects.number,
        before: String(before.id),
        after: String(after.id),
      };
    default:
      return unshown(aspect.slice('other:'.length));
  }
}

const textsOf = (before: Threat, after: Threat, name: string, aspect: string): Values => ({
  aspect,
  before: threatProperty(before, name) ?? null,
  after: threatProperty(after, name) ?? null,
});

const changedText = ({ changedBy, modifiedAt }: Threat): string | null =>
  changedBy === null ? null : said.list({ parts: [changedBy, modifiedAt] });
