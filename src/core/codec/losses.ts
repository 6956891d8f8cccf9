import type { LossCode } from '../words/later.ts';
import type { Loss } from './draft.ts';

/** Losses, those of one sort as one: the first is the example. In the order in which sorts were met. */
export class Losses {
  readonly #known = new Map<LossCode, Loss>();

  constructor(losses: readonly Loss[] = []) {
    for (const loss of losses) this.#count(loss);
  }

  /** One more of a sort. */
  readonly add = (code: LossCode, example: string): void => this.#count({ code, count: 1, example });

  /** One of a sort for each example that says something. */
  readonly addAll = (code: LossCode, examples: readonly string[]): void => {
    for (const example of examples) if (example.trim() !== '') this.add(code, example);
  };

  get all(): readonly Loss[] {
    return [...this.#known.values()];
  }

  #count(loss: Loss): void {
    const before = this.#known.get(loss.code);
    this.#known.set(loss.code, before === undefined ? loss : { ...before, count: before.count + loss.count });
  }
}
