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

/** The threat types with an atom that fits in one of their rules, in the template's order. */
export function typesWithAtom(template: Template, fits: (atom: Atom) => boolean): readonly ThreatType[] {
  return template.threatTypes.filter(({ filters }) =>
    FILTERS.some((filter) => {
      const text = filters[filter];
      const parsed = text.trim() === '' ? undefined : parseFilter(text);
      if (parsed?.ok !== true) return false;
      let found = false;
      walk(parsed.value, (node) => {
        if (!found && isAtom(node)) found = fits(node);
      });
      return found;
    }),
  );
}

/** Whether an atom asks for one of these types; ids differ in more than the case of letters. */
export function asksForType(ids: Iterable<TypeId>): (atom: Atom) => boolean {
  const wanted = new Set([...ids].map((id) => id.toLowerCase()));
  wanted.delete(ROOT_TYPE.toLowerCase());
  return (atom) => (atom.kind === 'is' || atom.kind === 'crosses') && wanted.has(atom.typeId.toLowerCase());
}

/** A name as the Windows tool leaves it in a rule whose type or property was deleted (format 5.1). */
export const leftOver = (displayName: string): string => `[${displayName.replaceAll(']', ')')}]`;
