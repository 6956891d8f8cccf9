import { DIFFERENCE_GROUPS, type Difference, type DifferenceGroup } from '../../core/compare/index.ts';
import { SIGNS, type Sign } from './signs.ts';

/** Which differences are listed: all, those that matter to threats, or all but those that only move things. */
export type Show = 'all' | 'threats' | 'lasting';

export interface Filter {
  readonly show: Show;
  /** Part of what a row says, in whatever case. */
  readonly text: string;
}

export const EVERYTHING: Filter = { show: 'all', text: '' };

/** Where a row stands among those of its level below one parent, from 1, and how many these are. */
interface Standing {
  readonly position: number;
  readonly siblings: number;
}

/** A row of the list: a group, or a difference below it. */
export type CompareRow =
  | ({
      readonly kind: 'group';
      readonly key: string;
      readonly group: DifferenceGroup;
      /** All that the filter shows of it, folded or not. */
      readonly differences: readonly Difference[];
      readonly level: 1;
      readonly expanded: boolean;
    } & Standing)
  | ({
      readonly kind: 'difference';
      readonly key: string;
      readonly difference: Difference;
      readonly level: 2;
      readonly expanded: null;
    } & Standing);

const lets = (show: Show, { effect }: Difference): boolean =>
  show === 'all' || (show === 'threats' ? effect === 'threats' : effect !== 'moves');

const saysText = ({ subject, where, aspect, before, after }: Difference, text: string): boolean =>
  [subject.kind, subject.name, where, aspect, before ?? '', after ?? ''].some((part) =>
    part.toLowerCase().includes(text),
  );

/** The differences that a filter lets through, in their order. */
export function filtered(differences: readonly Difference[], { show, text }: Filter): readonly Difference[] {
  const wanted = text.trim().toLowerCase();
  return differences.filter((one) => lets(show, one) && (wanted === '' || saysText(one, wanted)));
}

/** The rows of a list of differences: each group with something in it, and what is in those that are not folded. */
export function rowsOf(
  differences: readonly Difference[],
  closed: ReadonlySet<DifferenceGroup>,
): readonly CompareRow[] {
  const groups = new Map<DifferenceGroup, Difference[]>();
  for (const one of differences) {
    const list = groups.get(one.group);
    if (list === undefined) groups.set(one.group, [one]);
    else list.push(one);
  }
  const shown = DIFFERENCE_GROUPS.filter((group) => groups.has(group));
  return shown.flatMap((group, at): readonly CompareRow[] => {
    const list = groups.get(group) ?? [];
    const expanded = !closed.has(group);
    const heading = {
      kind: 'group',
      key: `group ${group}`,
      group,
      differences: list,
      level: 1,
      expanded,
      position: at + 1,
      siblings: shown.length,
    } as const;
    if (!expanded) return [heading];
    return [
      heading,
      ...list.map(
        (difference, index) =>
          ({
            kind: 'difference',
            key: difference.id,
            difference,
            level: 2,
            expanded: null,
            position: index + 1,
            siblings: list.length,
          }) as const,
      ),
    ];
  });
}

/** How many differences there are of each sign. */
export const countsOf = (differences: readonly Difference[]): Readonly<Record<Sign, number>> =>
  Object.fromEntries(
    SIGNS.map((sign) => [sign, differences.filter(({ type }) => type === sign).length]),
  ) as Record<Sign, number>;

/** Whether all that is different (something at least) is where things lie. */
export const onlyMoves = (differences: readonly Difference[]): boolean =>
  differences.length > 0 && differences.every(({ effect }) => effect === 'moves');
