import { atOnce, type Steps } from '../base/index.ts';
import type { Model, Template, ThreatType, ThreatTypeId } from '../document/index.ts';
import { type Atom, type Expression, isAtom, parseFilter, walk } from '../filters/index.ts';
import { applicableTypes } from './applicable.ts';
import { compileSteps } from './compile.ts';
import { evaluate } from './evaluate.ts';
import { type Interaction, interactionsOf } from './interactions.ts';

/** What the filters of a threat type say of one interaction. */
export interface Trial {
  readonly interaction: Interaction;
  readonly included: boolean;
  readonly excluded: boolean;
}

/** A filter as it is tried: null where it is empty or cannot be read, which includes and excludes nothing. */
function readable(text: string): Expression | null {
  const parsed = text.trim() === '' ? undefined : parseFilter(text);
  return parsed?.ok === true ? parsed.value : null;
}

/** What filters say of one interaction. */
export function tried(
  template: Template,
  { include, exclude }: ThreatType['filters'],
  interaction: Interaction,
): Trial {
  const [included, excluded] = [readable(include), readable(exclude)];
  return {
    interaction,
    included: included !== null && evaluate(included, interaction, template),
    excluded: excluded !== null && evaluate(excluded, interaction, template),
  };
}

/**
 * The filters tried on every interaction of a model, as if the template were the model's. Types and properties are
 * known by their ids: of a model on quite another template little is found.
 */
export function trialsOf(
  template: Template,
  { include, exclude }: ThreatType['filters'],
  model: Model,
): readonly Trial[] {
  const [included, excluded] = [readable(include), readable(exclude)];
  return model.diagrams.flatMap((diagram) =>
    interactionsOf(diagram).map((interaction) => ({
      interaction,
      included: included !== null && evaluate(included, interaction, template),
      excluded: excluded !== null && evaluate(excluded, interaction, template),
    })),
  );
}

/** What each thing that a filter asks is for one interaction, in the order of the text. */
export function answersTo(
  template: Template,
  text: string,
  interaction: Interaction,
): readonly { readonly atom: Atom; readonly holds: boolean }[] {
  const expression = readable(text);
  const answers: { readonly atom: Atom; readonly holds: boolean }[] = [];
  if (expression === null) return answers;
  walk(expression, (node) => {
    if (isAtom(node)) answers.push({ atom: node, holds: evaluate(node, interaction, template) });
  });
  return answers.sort((a, b) => a.atom.start - b.atom.start);
}

type Counts = ReadonlyMap<ThreatTypeId, number>;

/** How many threats of each type a model would have on a template, by the id of the type. */
export const threatCounts = (template: Template, model: Model): Counts =>
  atOnce(threatCountSteps(template, model));

/** The same, in steps: a filter is read, or all are asked about one flow. */
export function* threatCountSteps(template: Template, model: Model): Steps<Counts> {
  yield* compileSteps(template);
  const counts = new Map<ThreatTypeId, number>();
  // Beside what is remembered of the model on its own template, which its next edit goes on from.
  for (const diagram of model.diagrams)
    for (const interaction of interactionsOf(diagram)) {
      for (const { id } of applicableTypes(template, interaction)) counts.set(id, (counts.get(id) ?? 0) + 1);
      yield;
    }
  return counts;
}
