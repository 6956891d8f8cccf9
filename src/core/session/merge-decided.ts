import type { Choices, Conflict, Side } from '../compare/index.ts';
import type { Model, Threat } from '../document/index.ts';
import { type GeneratedThreat, generate, threatTexts } from '../engine/index.ts';

/**
 * Conflicts that are no questions, with who has their way:
 *
 * | What both sides gave another value | Decided |
 * |---|---|
 * | a text of a threat, of which at least one is what the template makes | the side where a person wrote it; ours where nobody did, as the text then follows the merged diagram |
 * | who changed a threat last, and when | the later one: what each of them did is merged by field |
 */
export function decidedIn(conflicts: readonly Conflict[], models: Readonly<Record<Side, Model>>): Choices {
  const made = { ours: madeIn(models.ours), theirs: madeIn(models.theirs) };
  const decided = conflicts.flatMap((conflict): [string, Side][] => {
    const [first, text] = conflict.path;
    if (conflict.cause !== 'changed' || first?.field !== 'threats' || first.key === undefined) return [];
    const threats = { ours: threatIn(models.ours, first.key), theirs: threatIn(models.theirs, first.key) };
    if (threats.ours === undefined || threats.theirs === undefined) return [];
    if (conflict.kind === 'threat' && (conflict.field === 'changedBy' || conflict.field === 'modifiedAt'))
      return [[conflict.id, threats.theirs.modifiedAt > threats.ours.modifiedAt ? 'theirs' : 'ours']];
    if (conflict.kind !== 'threatProperty' || conflict.field !== 'value' || text?.key === undefined)
      return [];
    const isMade = (side: Side): boolean => made[side](first.key ?? '', text.key ?? '') === conflict[side];
    if (isMade('ours')) return [[conflict.id, isMade('theirs') ? 'ours' : 'theirs']];
    return isMade('theirs') ? [[conflict.id, 'ours']] : [];
  });
  return Object.fromEntries(decided);
}

const threatIn = ({ threats }: Model, key: string): Threat | undefined =>
  threats.find((threat) => threat.key === key);

/** The text that the template makes for a threat, by its key and the text's name; made when first asked for. */
function madeIn(model: Model): (key: string, name: string) => string | undefined {
  let made: ReadonlyMap<string, GeneratedThreat> | undefined;
  const texts = new Map<string, ReadonlyMap<string, string>>();
  return (key, name) => {
    made ??= new Map(model.threatGenerationEnabled ? generate(model).map((one) => [one.key, one]) : []);
    const threat = made.get(key);
    if (threat === undefined) return undefined;
    const known =
      texts.get(key) ?? new Map(threatTexts(model.template, threat.threatType, threat.interaction));
    texts.set(key, known);
    return known.get(name);
  };
}
