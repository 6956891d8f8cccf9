import {
  type ElementType,
  type NewGuid,
  type Representation,
  ROOT_TYPE,
  type Template,
  THREAT_TEXT,
  type ThreatDatum,
  typeId,
} from '../../document/index.ts';
import { laterWords } from '../../words/later.ts';

const FORMS = [
  ['process', 'Ellipse'],
  ['external', 'Rectangle'],
  ['store', 'ParallelLines'],
  ['flow', 'Line'],
  ['lineBoundary', 'LineBoundary'],
  ['borderBoundary', 'BorderBoundary'],
  ['note', 'Annotation'],
] as const satisfies readonly (readonly [keyof typeof laterWords.templateEdits.stencils, Representation])[];

/**
 * A template with one generic stencil of each form, the properties that the Windows tool has of every threat, and no
 * threat types.
 */
export function newTemplate(newGuid: NewGuid): Template {
  const { name, stencils, labels, priorities } = laterWords.templateEdits;
  const type = ([key, representation]: (typeof FORMS)[number]): ElementType => ({
    id: typeId(newGuid()),
    name: stencils[key],
    description: '',
    parentId: typeId(ROOT_TYPE),
    hidden: false,
    representation,
    image: null,
    imageLocation: null,
    strokeThickness: 0,
    attributes: [],
    isExtension: false,
  });
  const text = (key: string, label: string, more: Partial<ThreatDatum> = {}): ThreatDatum => ({
    name: key,
    label,
    hideFromUi: false,
    values: [''],
    id: newGuid(),
    attributeType: 0,
    ...more,
  });
  return {
    manifest: { id: newGuid(), name, version: '1.0.0.0', author: '' },
    generation: 'G7',
    genericElements: FORMS.map(type),
    standardElements: [],
    threatCategories: [],
    threatMetadata: {
      isPriorityUsed: true,
      isStatusUsed: true,
      datums: [
        text(THREAT_TEXT.title, labels.title),
        text(THREAT_TEXT.category, labels.category, { values: null, id: null }),
        text(THREAT_TEXT.short, labels.short, { hideFromUi: true }),
        text(THREAT_TEXT.description, labels.description),
        text(THREAT_TEXT.justification, labels.justification),
        text(THREAT_TEXT.interaction, labels.interaction, { values: null }),
        text(THREAT_TEXT.priority, labels.priority, { values: priorities, attributeType: 1 }),
      ],
    },
    threatTypes: [],
  };
}
