import {
  type CategoryId,
  type NewGuid,
  type Template,
  type ThreatDatum,
  type ThreatType,
  type ThreatTypeId,
  threatTypeId,
} from '../../document/index.ts';
import { laterWords } from '../../words/later.ts';
import { cleanText, storedText } from '../text.ts';
import { withMembers } from '../update.ts';
import type { EditedTemplate } from './item.ts';
import { changeFirst, insertedBehind, movedBefore } from './lists.ts';

export type ThreatTypeFields = Partial<
  Pick<ThreatType, 'shortTitle' | 'description' | 'categoryId' | 'relatedCategory'>
>;

export const updateThreatType = (
  template: Template,
  id: ThreatTypeId,
  change: (type: ThreatType) => ThreatType,
): Template =>
  withMembers(template, {
    threatTypes: changeFirst(template.threatTypes, (one) => one.id === id, change),
  });

/** Adds a threat type behind those of its category. Without a rule it is on no flow yet. */
export function addThreatType(
  template: Template,
  category: CategoryId,
  title: string,
  newGuid: NewGuid,
): EditedTemplate {
  const type: ThreatType = {
    id: threatTypeId(newGuid()),
    shortTitle: cleanText(title),
    categoryId: category,
    relatedCategory: null,
    description: '',
    filters: { include: '', exclude: '' },
    datums: [],
    isExtension: false,
  };
  return withThreatType(template, type, (one) => one.categoryId === category);
}

function withThreatType(
  template: Template,
  type: ThreatType,
  behind: (one: ThreatType) => boolean,
): EditedTemplate {
  const threatTypes = insertedBehind(template.threatTypes, type, behind);
  return { value: { ...template, threatTypes }, select: { kind: 'threat-type', id: type.id } };
}

export function copyThreatType(template: Template, id: ThreatTypeId, newGuid: NewGuid): EditedTemplate {
  const original = template.threatTypes.find((one) => one.id === id);
  if (original === undefined) return { value: template };
  const shortTitle = laterWords.templateEdits.copyOf({ name: original.shortTitle });
  const copy = { ...original, id: threatTypeId(newGuid()), shortTitle };
  return withThreatType(template, copy, (one) => one === original);
}

export function setThreatType(template: Template, id: ThreatTypeId, fields: ThreatTypeFields): Template {
  return updateThreatType(template, id, (type) => {
    const { shortTitle, description, ...rest } = fields;
    return withMembers(type, {
      ...rest,
      ...(shortTitle === undefined ? {} : { shortTitle: storedText(type.shortTitle, shortTitle) }),
      ...(description === undefined ? {} : { description: storedText(type.description, description) }),
    });
  });
}

/** Sets a rule as a text, whether it can be read or not: it is somebody's work. */
export const setFilter = (
  template: Template,
  id: ThreatTypeId,
  filter: 'include' | 'exclude',
  text: string,
): Template =>
  updateThreatType(template, id, (type) =>
    withMembers(type, {
      filters: withMembers(type.filters, { [filter]: storedText(type.filters[filter], text) }),
    }),
  );

/**
 * Sets what a threat type says for a property of threats; null takes its own value away. The description of a type
 * and its datum of that name say the same, as the Windows tool's editor has it.
 */
export function setTypeValue(
  template: Template,
  id: ThreatTypeId,
  name: string,
  value: string | null,
): Template {
  const datum = template.threatMetadata.datums.find((one) => one.name === name);
  if (datum === undefined) return template;
  const order = new Map(template.threatMetadata.datums.map((one, index) => [one.name, index]));
  const place = (one: ThreatDatum): number => order.get(one.name) ?? order.size;
  return updateThreatType(template, id, (type) => {
    const own = type.datums.find((one) => one.name === name);
    if (value === null) {
      if (own === undefined) return type;
      return { ...type, datums: type.datums.filter((one) => one !== own) };
    }
    const text = storedText(own?.values?.[0] ?? '', value);
    if (own !== undefined && own.values?.length === 1 && own.values[0] === text) return type;
    if (own !== undefined)
      return { ...type, datums: type.datums.with(type.datums.indexOf(own), { ...own, values: [text] }) };
    const behind = type.datums.findIndex((one) => place(one) > place(datum));
    const at = behind < 0 ? type.datums.length : behind;
    return { ...type, datums: type.datums.toSpliced(at, 0, { ...datum, values: [text] }) };
  });
}

export const deleteThreatType = (template: Template, id: ThreatTypeId): Template => {
  const gone = template.threatTypes.find((one) => one.id === id);
  if (gone === undefined) return template;
  return { ...template, threatTypes: template.threatTypes.filter((one) => one !== gone) };
};

/** Moves a threat type before another one: their order is the order of new threats. */
export function moveThreatType(template: Template, id: ThreatTypeId, before: ThreatTypeId | null): Template {
  const moved = template.threatTypes.find((one) => one.id === id);
  const other = template.threatTypes.find((one) => one.id === before);
  if (moved === undefined) return template;
  return withMembers(template, { threatTypes: movedBefore(template.threatTypes, moved, other) });
}
