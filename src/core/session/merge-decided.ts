import type { Choices, Conflict, Side } from '../compare/index.ts';
import { isLaterTime, type Model, type Threat } from '../document/index.ts';
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
  const listed = { ours: byKey(models.ours), theirs: byKey(models.theirs) };
  const decided = conflicts.flatMap((conflict): [string, Side][] => {
    const [first, text] = conflict.path;
    if (conflict.cause !== 'changed' || first?.field !== 'threats' || first.key === undefined) return [];
    const threats = { ours: listed.ours.get(first.key), theirs: listed.theirs.get(first.key) };
    if (threats.ours === undefined || threats.theirs === undefined) return [];
    if (conflict.kind === 'threat' && (conflict.field === 'changedBy' || conflict.field === 'modifiedAt'))
      return [
        [conflict.id, isLaterTime(threats.theirs.modifiedAt, threats.ours.modifiedAt) ? 'theirs' : 'ours'],
      ];
    if (conflict.kind !== 'threatProperty' || conflict.field !== 'value' || text?.key === undefined)
      return [];
    const isMade = (side: Side): boolean => made[side](first.key ?? '', text.key ?? '') === conflict[side];
    if (isMade('ours')) return [[conflict.id, isMade('theirs') ? 'ours' : 'theirs']];
    return isMade('theirs') ? [[conflict.id, 'ours']] : [];
  });
  return Object.fromEntries(decided);
}

/** The threats of a model by their keys: of two that share one, the first. */
const byKey = ({ threats }: Model): ReadonlyMap<string, Threat> =>
  new Map(threats.toReversed().map((threat) => [threat.key, threat]));

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
