import './counts.css';
import { shownText } from '../../../core/base/index.ts';
import type { Diagram, Model } from '../../../core/document/index.ts';
import { type Count, countsOf } from '../../../core/threat-list/index.ts';
import { laterWords } from '../../words/later.ts';

interface TabCountProps {
  readonly model: Model;
  readonly diagram: Diagram;
}

const countOf = ({ model, diagram }: TabCountProps): Count | undefined =>
  countsOf(model.threats).byDiagram.get(diagram.id);

/** The name of a diagram with how many of its threats are handled, where it has any. */
export function tabTitle(tab: TabCountProps): string {
  const name = shownText(tab.diagram.header);
  const count = countOf(tab);
  return count === undefined ? name : laterWords.threatCounts.of({ name, ...count });
}

/** How many threats of a diagram are handled, beside its name; the tab's title says it in words. */
export function TabCount(tab: TabCountProps) {
  const count = countOf(tab);
  if (count === undefined) return null;
  return (
    <span
      className="diagram-tab-count"
      data-done={count.handled === count.all || undefined}
      aria-hidden="true"
    >
      {count.handled}/{count.all}
    </span>
  );
}
