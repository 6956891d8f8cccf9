import { useMemo, useState } from 'react';
import {
  type Difference,
  type DifferenceGroup,
  differencesOf,
  diffModels,
} from '../../core/compare/index.ts';
import type { DiagramId, ElementId, Model } from '../../core/document/index.ts';
import { toggled } from '../ui/index.ts';
import { type CompareRow, EVERYTHING, type Filter, filtered, rowsOf } from './rows.ts';
import { type ComparedDiagram, comparedDiagrams } from './signs.ts';

/** Two models compared, and how a person looks at what is different. */
export interface Comparison {
  readonly before: Model;
  readonly after: Model;
  readonly differences: readonly Difference[];
  readonly diagrams: readonly ComparedDiagram[];
  /** The diagram that is looked at; undefined where neither model has one. */
  readonly diagram: ComparedDiagram | undefined;
  readonly filter: Filter;
  readonly rows: readonly CompareRow[];
  /** The row with the cursor; undefined where nothing is listed. */
  readonly current: CompareRow | undefined;
  /** Elements of the diagram that the row with the cursor is about. */
  readonly selected: ReadonlySet<ElementId>;
  readonly setFilter: (filter: Filter) => void;
  readonly setDiagram: (id: DiagramId) => void;
  readonly fold: (group: DifferenceGroup) => void;
  /** Puts the cursor on a row, and looks at its diagram where it has one. */
  readonly goTo: (row: CompareRow) => void;
  /** Puts the cursor on the first row about an element; nothing where no row is. */
  readonly goToElement: (id: ElementId) => void;
}

const NOTHING: ReadonlySet<ElementId> = new Set();

export function useComparison(before: Model, after: Model, start: DiagramId | null): Comparison {
  const [filter, setFilter] = useState(EVERYTHING);
  const [closed, setClosed] = useState<ReadonlySet<DifferenceGroup>>(new Set());
  const [cursor, setCursor] = useState<string | null>(null);
  const [looked, setLooked] = useState(start);
  const differences = useMemo(() => differencesOf(diffModels(before, after), before, after), [before, after]);
  const diagrams = useMemo(() => comparedDiagrams(before, after, differences), [before, after, differences]);
  const rows = useMemo(() => rowsOf(filtered(differences, filter), closed), [differences, filter, closed]);
  const diagram = diagrams.find(({ id }) => id === looked) ?? firstChanged(diagrams);
  const current = rows.find(({ key }) => key === cursor) ?? rows[0];
  const selected = useMemo(
    () => (current?.kind === 'difference' && current.key === cursor ? aboutOf(current.difference) : NOTHING),
    [current, cursor],
  );
  const goTo = (row: CompareRow): void => {
    setCursor(row.key);
    const place = row.kind === 'difference' ? row.difference.place.diagram : undefined;
    if (place !== undefined) setLooked(place);
  };
  const goToElement = (id: ElementId): void => {
    const row = rows.find((one) => one.kind === 'difference' && one.difference.place.element === id);
    if (row !== undefined) goTo(row);
  };
  return {
    ...{ before, after, differences, diagrams, diagram, filter, rows, current, selected },
    ...{ setFilter, setDiagram: setLooked, goTo, goToElement },
    fold: (group) => setClosed((now) => toggled(now, group)),
  };
}

const aboutOf = ({ place: { element } }: Difference): ReadonlySet<ElementId> =>
  element === undefined ? NOTHING : new Set([element]);

const firstChanged = (diagrams: readonly ComparedDiagram[]): ComparedDiagram | undefined =>
  diagrams.find(({ signs }) => signs.size > 0) ?? diagrams[0];
