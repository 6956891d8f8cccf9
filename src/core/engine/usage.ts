import {
  type Model,
  type Template,
  type Threat,
  type ThreatType,
  type TypeId,
  typeChain,
} from '../document/index.ts';
import { compileTemplate } from './compile.ts';
import type { Subject } from './expression.ts';
import { type GeneratedThreat, generate } from './generate.ts';

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

/** The threats that would come and go if the model became `next`. Nothing is changed. */
export function whatIf(
  model: Model,
  next: Model,
): { readonly added: readonly GeneratedThreat[]; readonly removed: readonly Threat[] } {
  const now = new Set(generate(model).map((threat) => threat.key));
  const made = generate(next);
  const then = new Set(made.map((threat) => threat.key));
  return {
    added: made.filter((threat) => !now.has(threat.key)),
    removed: model.threats.filter((threat) => now.has(threat.key) && !then.has(threat.key)),
  };
}
