import { assertNever, atOnce, type Steps } from '../base/index.ts';
import {
  askedPropertyLabel,
  findElementType,
  type Model,
  type Template,
  type ThreatType,
  type ThreatTypeId,
} from '../document/index.ts';
import { type Atom, type Expression, isAtom, parseFilter, type Subject, walk } from '../filters/index.ts';
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
export function answersTo(template: Template, text: string, interaction: Interaction): readonly Answer[] {
  const expression = readable(text);
  const answers: Answer[] = [];
  if (expression === null) return answers;
  walk(expression, (node) => {
    if (!isAtom(node)) return;
    const holds = evaluate(node, interaction, template);
    answers.push({ atom: node, asks: asksOf(template, node), holds });
  });
  return answers.sort((a, b) => a.atom.start - b.atom.start);
}

export interface Answer {
  readonly atom: Atom;
  readonly asks: Asks;
  readonly holds: boolean;
}

/** What an atom asks, by the names that people see; `type` is null where the template has none of that id. */
export type Asks =
  | { readonly kind: 'is'; readonly subject: Subject; readonly id: string; readonly type: string | null }
  | { readonly kind: 'crosses'; readonly id: string; readonly type: string | null }
  | {
      readonly kind: 'property';
      readonly subject: Subject;
      readonly property: string;
      readonly value: string;
    }
  | { readonly kind: 'broken'; readonly name: string };

function asksOf(template: Template, atom: Atom): Asks {
  const typeName = (id: string): string | null => findElementType(template, id)?.name || null;
  switch (atom.kind) {
    case 'is':
      return { kind: 'is', subject: atom.subject, id: atom.typeId, type: typeName(atom.typeId) };
    case 'crosses':
      return { kind: 'crosses', id: atom.typeId, type: typeName(atom.typeId) };
    case 'property': {
      const property = askedPropertyLabel(template, atom.name);
      return { kind: 'property', subject: atom.subject, property, value: atom.value };
    }
    case 'broken':
      return { kind: 'broken', name: atom.displayName };
    default:
      return assertNever(atom);
  }
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
