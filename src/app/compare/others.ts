import { type OpenModel, type OtherModel, statesAtHand } from '../store/index.ts';
import { laterWords } from '../words/later.ts';

const { compare: said } = laterWords;

/** What can be chosen to compare a model with, beside files. */
interface Choice {
  readonly label: string;
  readonly other: OtherModel;
}

/** What a model can be compared with, beside files and its steps. */
export function othersOf(open: OpenModel, tabs: readonly OpenModel[]): readonly Choice[] {
  const own = statesAtHand(open).map(({ kind, model }) => ({
    label: said.with[kind],
    other: { name: said.names[kind]({ file: open.fileName }), model },
  }));
  const others = tabs
    .filter(({ id }) => id !== open.id)
    .map((tab) => ({
      label: said.with.tab({ file: tab.fileName }),
      other: { name: tab.fileName, model: tab.model },
    }));
  return [...own, ...others];
}

/** As many steps back are offered: what undo keeps over a reload. */
const MOST_STEPS = 50;

/** What the model was before each of its last steps, the latest first, with what the step did. */
export const earlierOf = ({ history, fileName }: OpenModel): readonly Choice[] =>
  history.past
    .slice(-MOST_STEPS)
    .toReversed()
    .map(({ label, before }) => ({
      label: said.with.before({ step: label }),
      other: { name: said.names.earlier({ file: fileName, step: label }), model: before },
    }));
