import type { Steps } from '../../base/index.ts';
import { ROOT_TYPE, type Template, type ThreatType, type TypeId } from '../../document/index.ts';
import { type Atom, type AtomChange, isAtom, parseFilter, rewritten, walk } from '../../filters/index.ts';
import { mapKeeping, withMembers } from '../update.ts';

const FILTERS = ['include', 'exclude'] as const;

/** The template with the names in its rules changed; rules that cannot be read stay as they are. */
export function withRules(template: Template, change: (atom: Atom) => AtomChange | undefined): Template {
  const threatTypes = mapKeeping(template.threatTypes, (type) => {
    const { include, exclude } = type.filters;
    const filters = withMembers(type.filters, {
      include: rewritten(include, change),
      exclude: rewritten(exclude, change),
    });
    return withMembers(type, { filters });
  });
  return withMembers(template, { threatTypes });
}

/** Counts how often the rules of a type were read, so that tests can show what an edit costs. */
export const ruleWork = { read: 0 };

/** What the rules of a type ask; kept, as a thousand types are asked for each property of a stencil. */
const asked = new WeakMap<ThreatType['filters'], readonly Atom[]>();

function atomsOf(filters: ThreatType['filters']): readonly Atom[] {
  const known = asked.get(filters);
  if (known !== undefined) return known;
  ruleWork.read += 1;
  const atoms: Atom[] = [];
  for (const filter of FILTERS) {
    const text = filters[filter];
    const parsed = text.trim() === '' ? undefined : parseFilter(text);
    if (parsed?.ok !== true) continue;
    walk(parsed.value, (node) => {
      if (isAtom(node)) atoms.push(node);
    });
  }
  asked.set(filters, atoms);
  return atoms;
}

/** The threat types with an atom that fits in one of their rules, in the template's order. */
export const typesWithAtom = (template: Template, fits: (atom: Atom) => boolean): readonly ThreatType[] =>
  template.threatTypes.filter(({ filters }) => atomsOf(filters).some(fits));

/**
 * How many threat types ask for each property, by its identifier in lower case: one type after the other, as the rules
 * of a thousand take longer to read than a person waits for a stencil.
 */
export function* askedCountSteps({ threatTypes }: Template): Steps<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { filters } of threatTypes) {
    const names = atomsOf(filters).flatMap((atom) =>
      atom.kind === 'property' ? [atom.name.toLowerCase()] : [],
    );
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
    yield;
  }
  return counts;
}

/** Whether an atom asks for one of these types; ids differ in more than the case of letters. */
export function asksForType(ids: Iterable<TypeId>): (atom: Atom) => boolean {
  const wanted = new Set([...ids].map((id) => id.toLowerCase()));
  wanted.delete(ROOT_TYPE.toLowerCase());
  return (atom) => (atom.kind === 'is' || atom.kind === 'crosses') && wanted.has(atom.typeId.toLowerCase());
}

/** A name as the Windows tool leaves it in a rule whose type or property was deleted (format 5.1). */
export const leftOver = (displayName: string): string => `[${displayName.replaceAll(']', ')')}]`;
