import { type NewGuid, type Template, THREAT_TEXT, type ThreatDatum } from '../../document/index.ts';
import { cleanText } from '../text.ts';
import { withMembers } from '../update.ts';
import type { EditedTemplate } from './item.ts';
import { movedBefore } from './lists.ts';

/** Properties that the Windows tool knows by name: they cannot be deleted, renamed or made another kind. */
const FIXED: ReadonlySet<string> = new Set(Object.values(THREAT_TEXT));
export const isFixedThreatProperty = (name: string): boolean => FIXED.has(name);

export type ThreatPropertyFields = Partial<
  Pick<ThreatDatum, 'label' | 'hideFromUi' | 'description' | 'attributeType' | 'values'>
>;

/** Adds a text property. Its name is the key in the threats of a model, so no other has it. */
export function addThreatProperty(template: Template, label: string, newGuid: NewGuid): EditedTemplate {
  const { datums } = template.threatMetadata;
  const base = label.replace(/[^\p{L}\p{N}]+/gu, '') || 'Property';
  let name = base;
  for (let n = 2; datums.some((one) => one.name.toLowerCase() === name.toLowerCase()); n++)
    name = `${base}${n}`;
  const datum: ThreatDatum = {
    name,
    label: cleanText(label),
    hideFromUi: false,
    values: [''],
    id: newGuid(),
    attributeType: 0,
  };
  const threatMetadata = { ...template.threatMetadata, datums: [...datums, datum] };
  return { value: { ...template, threatMetadata }, select: { kind: 'threat-property', id: name } };
}

/** Changes a property in the metadata, and the copies of what it says that threat types carry. */
export function setThreatPropertyFields(
  template: Template,
  name: string,
  fields: ThreatPropertyFields,
): Template {
  const before = template.threatMetadata.datums.find((one) => one.name === name);
  if (before === undefined) return template;
  const { attributeType, ...plain } = fields;
  const kind = attributeType === undefined || isFixedThreatProperty(name) ? {} : { attributeType };
  const wanted = { ...plain, ...kind };
  const after = withMembers<ThreatDatum>(before, wanted);
  if (after === before) return template;
  // A threat type's own datum says the label and the kind again; its values are its own.
  const { values: _, ...shared } = wanted;
  const follow = (own: ThreatDatum): ThreatDatum =>
    own.name === name ? withMembers<ThreatDatum>(own, shared) : own;
  return withDatums(template, (one) => (one === before ? after : one), follow);
}

/** Changes the metadata's datums and those of all threat types; null drops one. */
function withDatums(
  template: Template,
  inMetadata: (datum: ThreatDatum) => ThreatDatum | null,
  inTypes: (datum: ThreatDatum) => ThreatDatum | null,
): Template {
  const through = (
    datums: readonly ThreatDatum[],
    change: (datum: ThreatDatum) => ThreatDatum | null,
  ): readonly ThreatDatum[] => {
    const next = datums.flatMap((one) => change(one) ?? []);
    return next.length === datums.length && next.every((one, i) => one === datums[i]) ? datums : next;
  };
  const threatTypes = template.threatTypes.map((type) =>
    withMembers(type, { datums: through(type.datums, inTypes) }),
  );
  return {
    ...template,
    threatMetadata: withMembers(template.threatMetadata, {
      datums: through(template.threatMetadata.datums, inMetadata),
    }),
    threatTypes: threatTypes.every((one, i) => one === template.threatTypes[i])
      ? template.threatTypes
      : threatTypes,
  };
}

/** Deletes a property of threats, in the metadata and in the threat types; the fixed ones stay. */
export function deleteThreatProperty(template: Template, name: string): Template {
  if (isFixedThreatProperty(name) || !template.threatMetadata.datums.some((one) => one.name === name))
    return template;
  const drop = (datum: ThreatDatum): ThreatDatum | null => (datum.name === name ? null : datum);
  return withDatums(template, drop, drop);
}

export function moveThreatProperty(template: Template, name: string, before: string | null): Template {
  const { datums } = template.threatMetadata;
  const moved = datums.find((one) => one.name === name);
  const other = datums.find((one) => one.name === before);
  if (moved === undefined) return template;
  const threatMetadata = withMembers(template.threatMetadata, {
    datums: movedBefore(datums, moved, other),
  });
  return withMembers(template, { threatMetadata });
}
