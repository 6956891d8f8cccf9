import type { Template, ThreatKey } from '../../../core/document/index.ts';
import type { GridKeys } from '../grid-keys.ts';
import type { Group, Row, Sort } from '../rows.ts';
import type { Layout } from './layout.ts';

/** What the table shows, and what it tells. */
export interface TableProps extends GridKeys {
  readonly template: Template;
  readonly layout: Layout;
  readonly onLayout: (layout: Layout) => void;
  readonly group: Group;
  readonly onGroup: (group: Group) => void;
  readonly sort: Sort;
  readonly descending: boolean;
  /** Without a direction: the next of ascending, descending and the stored order. */
  readonly onSort: (sort: Sort, descending?: boolean) => void;
  readonly onMark: (row: Extract<Row, { kind: 'group' }>) => void;
  /** What is written to stays in the list meanwhile. */
  readonly onHold: (keys: ReadonlySet<ThreatKey>) => void;
  readonly onLetGo: () => void;
}
