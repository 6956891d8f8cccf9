import { err, isRecord, ok, type Result } from '../base/index.ts';
import { type Template, type ThreatTypeId, type TypeId, threatTypeId, typeId } from '../document/index.ts';
import type { MappingSaid } from '../words/later.ts';

/** What a stencil becomes that was not matched, or otherwise than was wished: one of the new template, or itself. */
export type TypeChoice = { readonly to: TypeId } | { readonly keep: true };

/** Choices of a person about a change of template; what they do not name is matched by the rules. */
export interface Mapping {
  readonly types: ReadonlyMap<TypeId, TypeChoice>;
  /** Threat types of the old template and what they are in the new one; null: nothing. */
  readonly threatTypes: ReadonlyMap<ThreatTypeId, ThreatTypeId | null>;
}

export const NO_CHOICES: Mapping = { types: new Map(), threatTypes: new Map() };

const FORMAT = 'trustline-template-mapping';

/** The choices as a file, with the templates that they are about, so that a person knows what it is for. */
export function mappingText({ types, threatTypes }: Mapping, from: Template, to: Template): string {
  const about = ({ manifest: { id, name, version } }: Template) => ({ id, name, version });
  const chosen = [...types].map(([id, choice]) => [id, 'to' in choice ? choice.to : { keep: true }]);
  const data = {
    format: FORMAT,
    version: 1,
    from: about(from),
    to: about(to),
    types: Object.fromEntries(chosen),
    threatTypes: Object.fromEntries(threatTypes),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** Characters of a mapping file, and choices in it, at most. */
const LIMITS = { text: 4_000_000, choices: 20_000 } as const;

/** Reads a mapping file. Everything in it is checked: it may come from anywhere. */
export function parseMapping(text: string): Result<Mapping, MappingSaid> {
  if (text.length > LIMITS.text) return err({ code: 'mapping-too-long', params: { limit: LIMITS.text } });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return err({ code: 'mapping-no-json' });
  }
  if (!isRecord(data) || data['format'] !== FORMAT || data['version'] !== 1)
    return err({ code: 'mapping-other' });
  const types = entriesOf(data['types']);
  const threatTypes = entriesOf(data['threatTypes']);
  if (types === undefined || threatTypes === undefined) return err({ code: 'mapping-other' });
  if (types.length + threatTypes.length > LIMITS.choices)
    return err({ code: 'mapping-too-many', params: { limit: LIMITS.choices } });
  const mapped = new Map<TypeId, TypeChoice>();
  for (const [id, to] of types) {
    if (typeof to === 'string') mapped.set(typeId(id), { to: typeId(to) });
    else if (isRecord(to) && to['keep'] === true) mapped.set(typeId(id), { keep: true });
    else return err({ code: 'mapping-entry', params: { id: id.slice(0, 100) } });
  }
  const threats = new Map<ThreatTypeId, ThreatTypeId | null>();
  for (const [id, to] of threatTypes) {
    if (to !== null && typeof to !== 'string')
      return err({ code: 'mapping-entry', params: { id: id.slice(0, 100) } });
    threats.set(threatTypeId(id), to === null ? null : threatTypeId(to));
  }
  return ok({ types: mapped, threatTypes: threats });
}

const entriesOf = (value: unknown): readonly [string, unknown][] | undefined =>
  value === undefined ? [] : isRecord(value) ? Object.entries(value) : undefined;
