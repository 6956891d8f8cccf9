import type { Model } from '../../core/document/index.ts';
import type { OpenModel } from '../store/index.ts';
import { laterWords } from '../words/later.ts';

const { compare: said } = laterWords;

/** A model to be compared with, and what it is called. */
export interface OtherModel {
  readonly name: string;
  readonly model: Model;
}

/** What a model can be compared with, beside files. */
export function othersOf(open: OpenModel, tabs: readonly OpenModel[]) {
  const { saved, opened, model, fileName } = open;
  const own = [
    ...(saved === null || saved === model
      ? []
      : [{ label: said.with.saved, other: { name: said.savedName({ file: fileName }), model: saved } }]),
    ...(opened === null || opened.model === model || opened.model === saved
      ? []
      : [
          {
            label: said.with.opened,
            other: { name: said.openedName({ file: fileName }), model: opened.model },
          },
        ]),
  ];
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
export const earlierOf = ({ history, fileName }: OpenModel) =>
  history.past
    .slice(-MOST_STEPS)
    .toReversed()
    .map(({ label, before }) => ({
      label: said.with.before({ step: label }),
      other: { name: said.earlierName({ file: fileName, step: label }), model: before },
    }));
