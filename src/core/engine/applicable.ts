import { entryOf } from '../base/index.ts';
import type { Template, ThreatType } from '../document/index.ts';
import { type CompiledThreatType, compileTemplate } from './compile.ts';
import { evaluate } from './evaluate.ts';
import type { Interaction } from './interactions.ts';
import { signatureOf } from './signature.ts';

/** Counts how often the filters of a template were run, so that tests can show what a model costs. */
export const work = { passes: 0 };

const known = new WeakMap<Template, Map<string, readonly ThreatType[]>>();

/**
 * The threat types whose filters hold for an interaction, in the order of the template. Of two types with one id the
 * first counts: the key of a threat cannot tell them apart.
 */
export function applicableTypes(template: Template, interaction: Interaction): readonly ThreatType[] {
  const bySignature = known.get(template) ?? new Map<string, readonly ThreatType[]>();
  known.set(template, bySignature);
  return entryOf(bySignature, signatureOf(template, interaction), () => {
    work.passes += 1;
    const types = new Map<string, ThreatType>();
    for (const compiled of compileTemplate(template).threatTypes) {
      const { threatType } = compiled;
      if (!types.has(threatType.id) && applies(compiled, interaction, template))
        types.set(threatType.id, threatType);
    }
    return [...types.values()];
  });
}

function applies(
  { include, exclude }: CompiledThreatType,
  interaction: Interaction,
  template: Template,
): boolean {
  if (include === undefined || !evaluate(include, interaction, template)) return false;
  return exclude === undefined || !evaluate(exclude, interaction, template);
}
