import { entryOf, shownText } from '../base/index.ts';
import type { Model, Template } from '../document/index.ts';
import { laterWords } from '../words/later.ts';
import type { Change, ModelDiff, TemplateDiff } from './change.ts';
import {
  DIFFERENCE_GROUPS,
  type Difference,
  type DifferenceEffect,
  type DifferenceGroup,
  type Told,
} from './difference.ts';
import { nameIn, ownersOf, recordAt, within } from './lines.ts';
import { modelTable } from './model-table.ts';
import { Pair } from './pair.ts';
import { effectOf, mayChangeThreats, movesOnly } from './summary.ts';
import type { RecordKind, Table } from './table.ts';
import { templateTable } from './template-table.ts';
import { toldDiagrams } from './told-diagrams.ts';
import { toldThreat, toldThreatListed } from './told-threats.ts';
import { fullText } from './value-text.ts';

const { differences: said, changes: named } = laterWords;

/**
 * A difference as people tell it: in the order of `DIFFERENCE_GROUPS`, within a group in that of the document. Every
 * change of `diff` is in exactly one of them; what follows from changes (`crossings`) is told beside.
 */
export function differencesOf(
  diff: ModelDiff | TemplateDiff,
  before: Model | Template,
  after: Model | Template,
): readonly Difference[] {
  const told =
    diff.of === 'model' && 'diagrams' in before && 'diagrams' in after
      ? toldModel(diff.changes, new Pair(before, after))
      : diff.changes.map((change) => plainTold(templateTable, change, before, after));
  const order = new Map(DIFFERENCE_GROUPS.map((group, index) => [group, index]));
  return told
    .map((one): Difference => ({ ...one, id: one.id ?? idOf(one) }))
    .toSorted((left, right) => (order.get(left.group) ?? 0) - (order.get(right.group) ?? 0));
}

/** The first change of a difference names it: no other difference has that. */
function idOf({ changes: [change] }: Told): string {
  if (change === undefined) return '';
  const steps = change.path.map(({ field, key }) => (key === undefined ? [field] : [field, key]));
  const last = 'key' in change ? [change.field, change.key] : [change.field];
  return JSON.stringify([change.type, ...steps, last]);
}

function toldModel(changes: readonly Change[], pair: Pair): readonly Told[] {
  const { before, after } = pair;
  const onDiagrams: Change[] = [];
  const ofThreats = new Map<string, Change[]>();
  const told: Told[] = [];
  for (const change of changes) {
    const [first] = change.path;
    const root = first?.field ?? change.field;
    if (root === 'diagrams') onDiagrams.push(change);
    else if (root === 'threats' && first?.key !== undefined)
      entryOf(ofThreats, first.key, () => []).push(change);
    else told.push(toldElsewhere(change, pair));
  }
  const threats = [...ofThreats].flatMap(([key, list]) =>
    toldThreat({ before, after }, pair.threat(key), list),
  );
  return [...toldDiagrams(onDiagrams, pair), ...threats, ...told];
}

/** A change of what is neither on a diagram nor within a threat. */
function toldElsewhere(change: Change, pair: Pair): Told {
  const { before, after } = pair;
  const [first] = change.path;
  const root = first?.field ?? change.field;
  if (root === 'threats' && (change.type === 'add' || change.type === 'remove')) {
    const [model, side] = change.type === 'add' ? ([after, 'after'] as const) : ([before, 'before'] as const);
    const threat = pair.threat(change.key)[side];
    if (threat !== undefined) return toldThreatListed(model, threat, change);
  }
  const other = plainTold(modelTable, change, before, after);
  switch (root) {
    case 'template':
      return { ...other, group: 'template' };
    case 'notes':
      return { ...other, group: change.type === 'move' || change.field === 'id' ? 'other' : 'notes' };
    case 'information': {
      const label = Object.entries(said.information).find(([field]) => field === change.field)?.[1];
      return label === undefined ? other : { ...other, group: 'information', aspect: label };
    }
    case 'threatGenerationEnabled': {
      const on = (model: Model): string => said.switched({ on: model.threatGenerationEnabled });
      return {
        ...other,
        group: 'threats',
        aspect: said.aspects.generation,
        before: on(before),
        after: on(after),
      };
    }
    default:
      return other;
  }
}

const GROUPS: Readonly<Partial<Record<RecordKind, DifferenceGroup>>> = {
  template: 'template',
  manifest: 'template',
  elementType: 'stencils',
  attribute: 'stencils',
  category: 'categories',
  metadata: 'threat-properties',
  threatType: 'threat-types',
  filters: 'threat-types',
};

/** A change told by the table alone: its record, its field, its values. */
export function plainTold(table: Table, change: Change, before: object, after: object): Told {
  const isListed = change.type !== 'set';
  const down = isListed ? [...change.path, { field: change.field, key: change.key }] : change.path;
  const record = recordAt(down, table, after) ?? recordAt(down, table, before);
  const owners = ownersOf(change.path, table, before, after);
  const around = isListed ? owners : owners.slice(0, -1);
  const effect = effectOf(table, change);
  return {
    group: change.field === 'carried' || change.field === 'carriedParts' ? 'other' : groupOf(change),
    type: TYPES[change.type],
    effect: toldEffect(effect),
    subject: { kind: named.kinds[change.kind], name: shownText(nameIn(record)) },
    where: within(around),
    ...valuesOf(change),
    place: {},
    changes: [change],
  };
}

const TYPES = { add: 'added', remove: 'removed', move: 'moved', set: 'changed' } as const;

function groupOf({ kind, path }: Change): DifferenceGroup {
  // A threat type has values of threat properties, too.
  if (kind === 'datum') return path[0]?.field === 'threatTypes' ? 'threat-types' : 'threat-properties';
  return GROUPS[kind] ?? 'other';
}

const toldEffect = (effect: Parameters<typeof movesOnly>[0]): DifferenceEffect =>
  movesOnly(effect) ? 'moves' : mayChangeThreats(effect) ? 'threats' : 'other';

function valuesOf(change: Change): Pick<Told, 'aspect' | 'before' | 'after'> {
  const { aspects } = said;
  if (change.type === 'move') return { aspect: aspects.order, before: null, after: null };
  if (change.type !== 'set') return { aspect: '', before: null, after: null };
  const { field } = change;
  if (field === 'carried' || field === 'carriedParts')
    return { aspect: aspects.carried, before: null, after: null };
  return {
    aspect: field === 'message' ? aspects.message : field,
    before: fullText(change.before, field),
    after: fullText(change.after, field),
  };
}
