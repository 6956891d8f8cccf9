import { useMemo, useState } from 'react';
import type { Model, Template } from '../../core/document/index.ts';
import { threatCountSteps, type threatCounts } from '../../core/engine/index.ts';
import { useActiveTemplate } from '../store/index.ts';
import { Button, sliced, useSliced } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';

const { trial: said, unnamed } = laterWords.template;

interface CountsProps {
  readonly template: Template;
  readonly model: Model;
}

/** How many threats of each type a model would have: before what was changed since the template was saved, and after. */
export function Counts({ template, model }: CountsProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className="template-counted" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{said.counts}</summary>
      {/* Counted only where somebody looks: it asks every filter about every flow. */}
      {open && <Table template={template} model={model} />}
    </details>
  );
}

type Counted = ReturnType<typeof threatCounts>;

interface Line {
  readonly id: string;
  readonly title: string;
  readonly before: number;
  readonly after: number;
}

const isChanged = ({ before, after }: Line): boolean => before !== after;

/** What changed comes first, else the order of the template; types that no flow has are left out. */
function linesOf(old: Template, now: Template, before: Counted, after: Counted): readonly Line[] {
  const kept = new Set(now.threatTypes.map(({ id }) => id));
  return [...now.threatTypes, ...old.threatTypes.filter(({ id }) => !kept.has(id))]
    .map(({ id, shortTitle }) => ({
      id,
      title: shortTitle || unnamed,
      before: before.get(id) ?? 0,
      after: after.get(id) ?? 0,
    }))
    .filter((line) => line.before + line.after > 0)
    .toSorted((a, b) => Number(isChanged(b)) - Number(isChanged(a)));
}

const sum = (lines: readonly Line[], of: 'before' | 'after'): number =>
  lines.reduce((all, line) => all + line[of], 0);

function Table({ template, model }: CountsProps) {
  const saved = useActiveTemplate()?.saved;
  const old = saved ?? model.template;
  const counts = useMemo(() => sliced((of: Template) => threatCountSteps(of, model)), [model]);
  const before = useSliced(counts, old, model.template.manifest.id);
  const after = useSliced(counts, template, model.template.manifest.id);
  const lines = useMemo(
    () => (before && after ? linesOf(before.of, after.of, before.value, after.value) : null),
    [before, after],
  );
  return lines === null ? <p role="status">{said.counting}</p> : <Lines lines={lines} />;
}

/** As many lines come at a time: a table is laid out as a whole. */
const AT_A_TIME = 100;

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const [most, setMost] = useState(AT_A_TIME);
  const left = lines.length - most;
  return (
    <>
      <p role="status">
        {lines.some(isChanged)
          ? said.changedCounts({ count: lines.filter(isChanged).length })
          : said.sameCounts}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{said.typeColumn}</th>
            <th scope="col">{said.before}</th>
            <th scope="col">{said.after}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, most).map((line) => (
            <tr key={line.id} data-changed={isChanged(line)}>
              <td>{line.title}</td>
              <td>{line.before}</td>
              <td>{line.after}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{said.total}</th>
            <td>{sum(lines, 'before')}</td>
            <td>{sum(lines, 'after')}</td>
          </tr>
        </tfoot>
      </table>
      {left > 0 && (
        <Button tone="quiet" onClick={() => setMost(most + AT_A_TIME)}>
          {said.moreCounts({ count: Math.min(left, AT_A_TIME), left })}
        </Button>
      )}
    </>
  );
}
