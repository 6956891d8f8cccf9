import {
  elementTypes,
  type Model,
  type Template,
  type Threat,
  type ThreatType,
  type TypeId,
  typeChain,
} from '../document/index.ts';
import type { Subject } from '../filters/index.ts';
import { compileTemplate } from './compile.ts';
import { excessOf, type GeneratedThreat, generate } from './generate.ts';
import { matcher } from './match.ts';

/** A threat type whose filters ask for a property, and at which end of the interaction. */
export interface FilterUse {
  readonly threatType: ThreatType;
  readonly subjects: readonly Subject[];
}

/** The threat types whose filters ask for a property of elements of this type, in the template's order. */
export function filtersUsing(template: Template, id: TypeId, attributeName: string): readonly FilterUse[] {
  const name = attributeName.toLowerCase();
  const representation = typeChain(template, id).find(
    (type) => type.representation !== 'Inherited',
  )?.representation;
  const fits = (subject: Subject): boolean => (representation === 'Line') === (subject === 'flow');
  return compileTemplate(template).threatTypes.flatMap(({ threatType, mentions }) => {
    const subjects = mentions.filter((mention) => mention.name === name && fits(mention.subject));
    if (subjects.length === 0) return [];
    return [{ threatType, subjects: [...new Set(subjects.map((mention) => mention.subject))] }];
  });
}

/** What a property decides, alone or together with others. */
export interface PropertyUse {
  readonly threatTypes: readonly ThreatType[];
  /** Display names of what the same filters ask for as well: of elements of these types first, then of others. */
  readonly others: readonly string[];
}

/** The threat types that ask for a property of elements of any of these types, and on what else they depend. */
export function usesOf(template: Template, ids: readonly TypeId[], attributeName: string): PropertyUse {
  const used = new Map<string, Set<Subject>>();
  for (const id of new Set(ids)) {
    for (const { threatType, subjects } of filtersUsing(template, id, attributeName))
      used.set(threatType.id, new Set([...(used.get(threatType.id) ?? []), ...subjects]));
  }
  const compiled = compileTemplate(template).threatTypes.filter(({ threatType }) => used.has(threatType.id));
  const names = displayNames(template);
  const has = new Set(
    ids.flatMap((id) =>
      typeChain(template, id).flatMap((type) => type.attributes.map(({ name }) => name.toLowerCase())),
    ),
  );
  const [own, foreign] = [new Set<string>(), new Set<string>()];
  for (const { threatType, mentions } of compiled) {
    for (const { subject, name } of mentions) {
      const shown = names.get(name);
      if (shown === undefined || name === attributeName.toLowerCase()) continue;
      const ofThese = used.get(threatType.id)?.has(subject) === true;
      if (!ofThese) foreign.add(shown);
      else if (has.has(name)) own.add(shown);
    }
  }
  return {
    threatTypes: compiled.map(({ threatType }) => threatType),
    others: [...new Set([...own, ...foreign])],
  };
}

/** Display names of the template's attributes by their names in lower case. */
function displayNames(template: Template): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const type of elementTypes(template).values()) {
    for (const { name, displayName } of type.attributes) {
      if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), displayName);
    }
  }
  return names;
}

/**
 * The threats that would come and go if the model became `next`: none where either yields more than a model gets.
 * Nothing is changed.
 */
export function whatIf(
  model: Model,
  next: Model,
): { readonly added: readonly GeneratedThreat[]; readonly removed: readonly Threat[] } {
  if (excessOf(model) !== null || excessOf(next) !== null) return { added: [], removed: [] };
  const now = generate(model);
  const then = generate(next);
  const keys = new Set(now.map((threat) => threat.key));
  const [isNow, isThen] = [matcher(now), matcher(then)];
  return {
    added: then.filter((threat) => !keys.has(threat.key)),
    removed: model.threats.filter((threat) => isNow(threat) !== undefined && isThen(threat) === undefined),
  };
}
