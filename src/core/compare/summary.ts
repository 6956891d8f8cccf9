import type { Change, ModelDiff, TemplateDiff } from './change.ts';
import { modelTable } from './model-table.ts';
import type { Effect, Field, RecordKind, Table } from './table.ts';
import { templateTable } from './template-table.ts';

export interface Count {
  readonly kind: RecordKind;
  readonly added: number;
  readonly removed: number;
  readonly moved: number;
  /** Records with at least one changed field. */
  readonly changed: number;
}

export interface SummedChange {
  readonly change: Change;
  readonly effect: Effect;
}

export interface Summary {
  /** By class of record, in the order of the first change. */
  readonly counts: readonly Count[];
  readonly changes: readonly SummedChange[];
  /** Whether every change (of at least one) only moves or reorders things. */
  readonly movesOnly: boolean;
  /** Whether a change can make, drop or reword a threat; see `Effect`. */
  readonly mayChangeThreats: boolean;
}

export const movesOnly = (effect: Effect): boolean => effect === 'place' || effect === 'drawing';
export const mayChangeThreats = (effect: Effect): boolean => effect === 'place' || effect === 'logic';

/** What a difference amounts to. */
export function summary(diff: ModelDiff | TemplateDiff): Summary {
  const root = diff.of === 'model' ? modelTable : templateTable;
  const changes = diff.changes.map((change) => ({ change, effect: effectOf(root, change) }));
  return {
    counts: countsOf(diff.changes),
    changes,
    movesOnly: changes.length > 0 && changes.every(({ effect }) => movesOnly(effect)),
    mayChangeThreats: changes.some(({ effect }) => mayChangeThreats(effect)),
  };
}

function countsOf(changes: readonly Change[]): readonly Count[] {
  const counts = new Map<
    RecordKind,
    { added: number; removed: number; moved: number; changed: Set<string> }
  >();
  for (const change of changes) {
    const count = counts.get(change.kind) ?? { added: 0, removed: 0, moved: 0, changed: new Set<string>() };
    counts.set(change.kind, count);
    if (change.type === 'set') count.changed.add(JSON.stringify(change.path));
    else if (change.type === 'add') count.added++;
    else if (change.type === 'remove') count.removed++;
    else count.moved++;
  }
  return [...counts].map(([kind, count]) => ({ ...count, kind, changed: count.changed.size }));
}

/** The effect that the tables give the change's field. */
export function effectOf(root: Table, change: Change): Effect {
  let table: Table | undefined = root;
  for (const step of change.path) {
    const below: Field | undefined = table?.fields[step.field];
    table = below === undefined || below.as === 'value' ? undefined : below.table;
  }
  const field = table?.fields[change.field];
  if (field === undefined) return 'logic';
  if (change.type === 'set')
    return field.as === 'value' ? field.effect(change.before, change.after) : 'logic';
  if (field.as !== 'list') return 'logic';
  return change.type === 'move' ? field.order : field.effect;
}
