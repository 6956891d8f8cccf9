import type { NewGuid } from '../ids.ts';
import { categoryId, threatTypeId, typeId } from '../ids.ts';
import type { Attribute, ElementType, Template, ThreatDatum } from '../template.ts';

/** Guids that count up, so that tests can name them. */
export function countingGuids(start = 1): NewGuid {
  let next = start;
  return () => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}`;
}

export function attribute(name: string, values: readonly string[], more: Partial<Attribute> = {}): Attribute {
  return {
    name,
    displayName: `The ${name}`,
    mode: 'Dynamic',
    type: 'List',
    inheritance: 'Virtual',
    values,
    isExtension: false,
    ...more,
  };
}

export function elementType(
  id: string,
  parent: string,
  representation: string,
  more: Partial<ElementType> = {},
): ElementType {
  return {
    id: typeId(id),
    name: `${id} name`,
    description: '',
    parentId: typeId(parent),
    hidden: false,
    representation,
    image: null,
    imageLocation: null,
    strokeThickness: 0,
    attributes: [],
    stencilConstraints: [{ stencilType: 'Any', stencilConnection: 'Any', isExtension: false }],
    isExtension: false,
    ...more,
  };
}

function datum(name: string, values: ThreatDatum['values'] = null, attributeType = 0): ThreatDatum {
  return { name, label: `${name}:`, hideFromUi: false, values, id: null, attributeType };
}

/** A template of our own with every representation, inheritance, static attributes and a threat type. */
export const testTemplate: Template = {
  manifest: { id: '11111111-2222-4333-8444-555555555555', name: 'Test', version: '1.0.0.0', author: 'us' },
  generation: 'G7',
  genericElements: [
    elementType('round', 'ROOT', 'Ellipse', { attributes: [attribute('runs as', ['Any', 'User', 'Root'])] }),
    elementType('box', 'ROOT', 'Rectangle'),
    elementType('store', 'ROOT', 'ParallelLines', { attributes: [attribute('encrypted', ['No', 'Yes'])] }),
    elementType('flow', 'ROOT', 'Line', { attributes: [attribute('channel', ['Any', 'Open', 'Sealed'])] }),
    elementType('zone', 'ROOT', 'BorderBoundary', { strokeDashArray: '4' }),
    elementType('border', 'ROOT', 'LineBoundary', { strokeThickness: 2, strokeDashArray: '2' }),
    elementType('note', 'ROOT', 'Annotation'),
  ],
  standardElements: [
    elementType('server', 'round', 'Inherited', {
      attributes: [
        attribute('language', ['Any', 'C', 'Rust']),
        attribute('runs as', ['Service'], { mode: 'Static' }),
      ],
    }),
    elementType('worker', 'round', 'Inherited', {
      attributes: [attribute('language', ['Any', 'Rust', 'Go'])],
    }),
    elementType('person', 'box', 'Rectangle'),
    elementType('https', 'flow', 'Inherited'),
    elementType('cloud', 'zone', 'Inherited'),
  ],
  threatCategories: [
    {
      id: categoryId('S'),
      name: 'Spoofing',
      shortDescription: 'Who?',
      longDescription: '',
      isExtension: false,
    },
    { id: categoryId('T'), name: 'Tampering', shortDescription: '', longDescription: '', isExtension: false },
  ],
  threatMetadata: {
    isPriorityUsed: true,
    isStatusUsed: true,
    datums: [
      datum('Title'),
      datum('UserThreatCategory'),
      datum('UserThreatShortDescription'),
      datum('UserThreatDescription'),
      datum('StateInformation'),
      datum('InteractionString'),
      datum('PossibleMitigations', null, 2),
      datum('Priority', ['High', 'Medium', 'Low'], 1),
    ],
  },
  threatTypes: [
    {
      id: threatTypeId('T1'),
      shortTitle: '{source.Name} is not who it says',
      categoryId: categoryId('S'),
      relatedCategory: null,
      description: 'Over {flow.Name}',
      filters: { include: "source is 'round'", exclude: '' },
      datums: [datum('Priority', ['Medium'], 1)],
      isExtension: false,
    },
  ],
};
