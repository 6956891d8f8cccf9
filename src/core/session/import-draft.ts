import { atOnce, type Steps } from '../base/index.ts';
import { type Built, buildModel, type Draft, idsOf, needsLayout, type Plan } from '../codec/index.ts';
import type { Template } from '../document/index.ts';
import { type LayoutEngine, laidOut } from './tidy.ts';

/** A draft with what becomes of it. */
export interface PlannedDraft {
  /** Id of the format that it was read from. */
  readonly format: string;
  readonly draft: Draft;
  readonly plan: Plan;
  readonly template: Template;
}

/**
 * Makes a model of a draft as planned, with the layout of the source; a diagram that has no places at all is laid out
 * anew. Its threats are those of the draft: what the template finds has to be added (`regenerate`), unless the draft is
 * one of our exports as it was (`isWhollyOurs`). `built`: what `buildModel` made of the same, where that is known.
 *
 * @param run runs the steps of a layout: at once, or in slices between which a page stays usable.
 */
export async function importDraft(
  { format, draft, plan, template }: PlannedDraft,
  engine: () => Promise<LayoutEngine>,
  built: Built = buildModel(draft, plan, template, idsOf(format)),
  run: <T>(steps: Steps<T>) => T | Promise<T> = atOnce,
): Promise<Built> {
  const unplaced = new Set(
    built.model.diagrams.filter((_, index) => draft.diagrams.slice(index, index + 1).some(needsLayout)),
  );
  if (built.model.diagrams.every((diagram) => !unplaced.has(diagram) || diagram.shapes.length === 0))
    return built;
  return {
    ...built,
    model: await laidOut(built.model, (diagram) => unplaced.has(diagram), await engine(), run),
  };
}

/** Whether a draft is one of our exports that has its threats and to which nobody has drawn anything. */
export const isWhollyOurs = ({ diagrams, threats = [] }: Draft): boolean =>
  threats.some(({ own }) => own !== undefined) &&
  diagrams.every(({ nodes, lines }) => [...nodes, ...lines].every(({ type }) => type !== undefined));
