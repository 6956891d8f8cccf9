import { useState } from 'react';
import type { OpenModel, OtherModel } from '../../store/index.ts';
import { Button } from '../../ui/index.ts';
import { laterWords } from '../../words/later.ts';
import { readRevision } from './read-revision.ts';
import { nameOf, timeOf } from './said.ts';
import { useHistory } from './use-history.ts';

const { history: said, compare } = laterWords;

interface RevisionChoiceProps {
  readonly open: OpenModel;
  /** Given what reads the chosen one; null, and the user was told, where it is lost. */
  readonly onChoose: (read: () => Promise<OtherModel | null>) => void;
}

/** One of the kept states of a model, to be compared with; nothing where there is none. */
export function RevisionChoice({ open, onChoose }: RevisionChoiceProps) {
  const found = useHistory(open);
  const [at, setAt] = useState(0);
  const states = found.kind === 'here' ? found.states : [];
  const chosen = states[at];
  if (chosen === undefined) return null;
  return (
    <div className="compare-earlier">
      <select
        className="input"
        aria-label={said.kept}
        value={at}
        onChange={({ target }) => setAt(Number(target.value))}
      >
        {states.map((state, index) => (
          <option key={`${state.id} ${state.number}`} value={index}>
            {state.name === ''
              ? said.stateBefore({ kind: said.kinds[state.kind], time: timeOf(state) })
              : nameOf(state)}
          </option>
        ))}
      </select>
      <Button onClick={() => onChoose(() => readRevision(chosen))}>{compare.with.compare}</Button>
    </div>
  );
}
