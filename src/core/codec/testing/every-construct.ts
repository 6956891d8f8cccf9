/**
 * Files as the Windows tool writes them, spelled out by hand: every construct that docs/tm7-format.md names stands in
 * one of them, so that a clone without the corpus of real files proves that nothing is lost. Written as text and not
 * by our writer, which is what they test.
 */

const ARRAYS = 'http://schemas.microsoft.com/2003/10/Serialization/Arrays';
const SERIALIZATION = 'http://schemas.microsoft.com/2003/10/Serialization/';
export const SCHEMA = 'http://www.w3.org/2001/XMLSchema';
const contract = (name: string): string => `http://schemas.datacontract.org/2004/07/ThreatModeling.${name}`;
const A = contract('Model.Abstracts');
const K = contract('KnowledgeBase');

export type Generation = 'G6' | 'G7';

/** 1x1 transparent PNG. */
export const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export const guid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const NOBODY = '00000000-0000-0000-0000-000000000000';
const [SURFACE, BOX, STORE, PROCESS, PLACE, TEXT, FLOW, LOOSE, LINE, EMPTY] = Array.from(
  { length: 10 },
  (_, n) => guid(n + 1),
);

// ---- display attributes (format 1.5)

type Attribute = () => string;
const display =
  (kind: string, caption: string, name: string, value: string, more = ''): Attribute =>
  () =>
    `<a:anyType i:type="b:${kind}DisplayAttribute" xmlns:b="${K}"><b:DisplayName>${caption}</b:DisplayName>${text('b:Name', name)}${value}${more}</a:anyType>`;
const header = (caption: string): Attribute => display('Header', caption, '', '<b:Value i:nil="true"/>');
const typed = (type: string, value: string): string =>
  value === ''
    ? `<b:Value i:type="c:${type}" xmlns:c="${SCHEMA}"/>`
    : `<b:Value i:type="c:${type}" xmlns:c="${SCHEMA}">${value}</b:Value>`;
const string = (caption: string, name: string, value: string, kind = 'String'): Attribute =>
  display(kind, caption, name, typed('string', value));
const boolean = (caption: string, name: string, value: boolean): Attribute =>
  display('Boolean', caption, name, typed('boolean', String(value)));
const list = (
  kind: string,
  caption: string,
  name: string,
  values: readonly string[],
  chosen: number,
): Attribute =>
  display(
    kind,
    caption,
    name,
    values.length === 0
      ? '<b:Value i:type="a:ArrayOfstring"/>'
      : `<b:Value i:type="a:ArrayOfstring">${values.map((value) => text('a:string', value)).join('')}</b:Value>`,
    `<b:SelectedIndex>${chosen}</b:SelectedIndex>`,
  );
const text = (tag: string, value: string): string =>
  value === '' ? `<${tag}/>` : `<${tag}>${value}</${tag}>`;

const ORDER = string('Dataflow Order', '15ccd509-98eb-49ad-b9c2-b4a2926d1780', '0');
const scope = (out: boolean, reason: string): readonly Attribute[] => [
  boolean('Out Of Scope', '71f3d9aa-b8ef-4e54-8126-607a1d903103', out),
  string('Reason For Out Of Scope', '752473b6-52d4-4776-9a24-202153f7d579', reason),
];

// ---- elements (format 1.4, 1.6, 1.7)

const entity = (
  generic: string,
  id: string,
  properties: readonly Attribute[],
  type: string,
  declare = '',
): string =>
  `<GenericTypeId xmlns="${A}">${generic}</GenericTypeId><Guid xmlns="${A}">${id}</Guid><Properties xmlns="${A}"${declare}>${properties
    .map((attribute) => attribute())
    .join('')}</Properties><TypeId xmlns="${A}">${type}</TypeId>`;
const member = (name: string, value: string | number): string => `<${name} xmlns="${A}">${value}</${name}>`;
const entry = (id: string, number: number, type: string, members: string): string =>
  `<a:KeyValueOfguidanyType><a:Key>${id}</a:Key><a:Value z:Id="i${number}" i:type="${type}">${members}</a:Value></a:KeyValueOfguidanyType>`;
const box = (
  left: number,
  top: number,
  width: number,
  height: number,
  thickness: number,
  dash?: string,
): string =>
  member('Height', height) +
  member('Left', left) +
  (dash === undefined
    ? `<StrokeDashArray i:nil="true" xmlns="${A}"/>`
    : dash === ''
      ? `<StrokeDashArray xmlns="${A}"/>`
      : member('StrokeDashArray', dash)) +
  member('StrokeThickness', thickness) +
  member('Top', top) +
  member('Width', width);
const curve = (
  [handleX, handleY]: readonly [number, number],
  [source, port, x, y]: readonly [string, string, number, number],
  [target, toPort, toX, toY]: readonly [string, string, number, number],
  stroke = '',
): string =>
  [
    member('HandleX', handleX),
    member('HandleY', handleY),
    member('PortSource', port),
    member('PortTarget', toPort),
    member('SourceGuid', source),
    member('SourceX', x),
    member('SourceY', y),
    stroke,
    member('TargetGuid', target),
    member('TargetX', toX),
    member('TargetY', toY),
  ].join('');

// ---- the knowledge base (format 1.4)

const kbText = (tag: string, value: string | null): string =>
  value === null ? `<a:${tag} i:nil="true"/>` : text(`a:${tag}`, value);
interface Type {
  readonly id: string;
  readonly name: string;
  readonly parent: string;
  readonly representation: string;
  readonly attributes?: string;
  readonly description?: string;
  readonly hidden?: boolean;
  readonly location?: string | null;
  readonly image?: string | null;
  readonly stroke?: string;
}
const elementType = (generation: Generation, type: Type): string =>
  `<a:ElementType><a:IsExtension>false</a:IsExtension>${text('a:Attributes', type.attributes ?? '')}<a:AvailableToBaseModels xmlns:b="${contract('ExternalStorage.OM')}"/><a:Behavior i:nil="true"/>${kbText('Description', type.description ?? '')}<a:Hidden>${type.hidden === true}</a:Hidden><a:Id>${type.id}</a:Id>${kbText('ImageLocation', type.location === undefined ? null : type.location)}${kbText('ImageSource', type.image ?? null)}<a:ImageStream i:nil="true"/>${kbText('Name', type.name)}<a:ParentId>${type.parent}</a:ParentId><a:Representation>${type.representation}</a:Representation><a:Shape i:nil="true"/>${
    generation === 'G7'
      ? '<a:StencilConstraints><a:StencilConstraint><a:IsExtension>false</a:IsExtension><a:SelectedStencilConnection>Any</a:SelectedStencilConnection><a:SelectedStencilType>Any</a:SelectedStencilType></a:StencilConstraint></a:StencilConstraints>'
      : ''
  }${type.stroke ?? ''}</a:ElementType>`;
const attribute = (name: string, caption: string, mode: string, values: readonly string[]): string =>
  `<a:Attribute><a:IsExtension>false</a:IsExtension><a:AttributeValues xmlns:b="${contract('Interfaces')}">${values
    .map((value) => text('b:Value', value))
    .join(
      '',
    )}</a:AttributeValues><a:DisplayName>${caption}</a:DisplayName><a:Inheritance>Virtual</a:Inheritance><a:Mode>${mode}</a:Mode><a:Name>${name}</a:Name><a:Type>List</a:Type></a:Attribute>`;
type Values = readonly (string | null)[] | null;
const datum = (
  generation: Generation,
  name: string,
  label: string,
  hidden: boolean,
  values: Values,
  id: string | null,
  type = 0,
): string => {
  const items = values
    ?.map((value) => (value === null ? '<b:string i:nil="true"/>' : text('b:string', value)))
    .join('');
  const list =
    items === undefined
      ? `<Values i:nil="true" xmlns:b="${ARRAYS}"/>`
      : items === ''
        ? `<Values xmlns:b="${ARRAYS}"/>`
        : `<Values xmlns:b="${ARRAYS}">${items}</Values>`;
  const attributeType = generation === 'G7' ? `<AttributeType>${type}</AttributeType>` : '';
  return `<ThreatMetaDatum><Name>${name}</Name><Label>${label}</Label><HideFromUI>${hidden}</HideFromUI>${list}${id === null ? '<Id i:nil="true"/>' : `<Id>${id}</Id>`}${attributeType}</ThreatMetaDatum>`;
};

// ---- threats (format 4)

interface StoredThreat {
  readonly type: string;
  readonly id: number;
  readonly state: string;
  readonly priority: string;
  readonly flow: string;
  readonly properties: readonly (readonly [string, string])[];
  readonly changed?: readonly [by: string, at: string];
}
const threat = ({ type, id, state, priority, flow, properties, changed }: StoredThreat): string =>
  `<a:KeyValueOfstringThreatpc_P0_PhOB><a:Key>${type}${STORE}${flow}${PROCESS}</a:Key><a:Value xmlns:b="${K}">${changed === undefined ? '<b:ChangedBy i:nil="true"/>' : text('b:ChangedBy', changed[0])}<b:DrawingSurfaceGuid>${SURFACE}</b:DrawingSurfaceGuid><b:FlowGuid>${flow}</b:FlowGuid><b:Id>${id}</b:Id><b:InteractionKey>${STORE}:${flow}:${PROCESS}</b:InteractionKey><b:InteractionString i:nil="true"/><b:ModifiedAt>${changed?.[1] ?? '0001-01-01T00:00:00'}</b:ModifiedAt><b:Priority>${priority}</b:Priority>${
    properties.length === 0
      ? '<b:Properties/>'
      : `<b:Properties>${properties.map(([key, value]) => `<a:KeyValueOfstringstring><a:Key>${key}</a:Key>${text('a:Value', value)}</a:KeyValueOfstringstring>`).join('')}</b:Properties>`
  }<b:SourceGuid>${STORE}</b:SourceGuid><b:State>${state}</b:State><b:StateInformation i:nil="true"/><b:TargetGuid>${PROCESS}</b:TargetGuid><b:Title i:nil="true"/><b:TypeId>${type}</b:TypeId><b:Upgraded>false</b:Upgraded><b:UserThreatCategory i:nil="true"/><b:UserThreatDescription i:nil="true"/><b:UserThreatShortDescription i:nil="true"/><b:Wide>false</b:Wide></a:Value></a:KeyValueOfstringThreatpc_P0_PhOB>`;

/** A model of the given generation. `zoom` is written as it is. */
export function modelFile(generation: Generation, { zoom = '1', end = '' } = {}): string {
  const g7 = generation === 'G7';
  const order = g7 ? [ORDER] : [];
  const shapes = [
    entry(
      BOX ?? '',
      2,
      'BorderBoundary',
      entity(
        'GE.TB.B',
        BOX ?? '',
        [
          header('Zone'),
          string('Name', '', 'Zone &lt;1&gt; &amp; "2"'),
          ...order,
          header('Configurable Attributes'),
          header('As Boundary'),
          header('Trust Boundary Area'),
        ],
        'Zone',
      ) + box(10, 10, 300, 200, 0),
    ),
    entry(
      STORE ?? '',
      3,
      'StencilParallelLines',
      entity(
        'GE.DS',
        STORE ?? '',
        [
          header('Store'),
          string('Name', '', 'Orders&#xD;\nand bills '),
          ...scope(false, ''),
          header('Predefined Static Attributes'),
          list('StaticList', 'Kind', 'kind', ['SQL'], 0),
          header('Configurable Attributes'),
          list('List', 'Encrypted', 'f6b0309d-2020-4c3c-838f-3ab8ea0d2194', ['Select', 'Yes', 'No', ''], 1),
          header('As Data Store'),
        ],
        'Store',
      ) + box(40, 60, 100, 100, 1, '4,2'),
    ),
    entry(
      PROCESS ?? '',
      4,
      'StencilEllipse',
      entity(
        'GE.P',
        PROCESS ?? '',
        [
          header('Process'),
          string('Name', '', 'Wörker 日本\tx'),
          ...scope(true, 'bought\nas it is'),
          header('Custom Attributes'),
          string('Custom property', '', 'mine', 'CustomString'),
        ],
        'GE.P',
      ) + box(400, 60, 130, 132, 1, ''),
    ),
    entry(
      PLACE ?? '',
      5,
      'StencilRectangle',
      entity(
        'GE.EI',
        PLACE ?? '',
        [
          header('Human'),
          string('Name', '', ''),
          ...scope(false, ''),
          header('Configurable Attributes'),
          header('As External'),
        ],
        'Human',
      ) + box(600, 60, 100, 100, 1),
    ),
    entry(
      TEXT ?? '',
      6,
      'StencilRectangle',
      entity('GE.A', TEXT ?? '', [header('Free Text Annotation'), string('Name', '', 'a note')], 'GE.A') +
        box(600, 300, 100, 100, 1),
    ),
  ];
  const lines = [
    entry(
      FLOW ?? '',
      7,
      'Connector',
      entity(
        'GE.DF',
        FLOW ?? '',
        [
          header('Request'),
          string('Name', '', 'query&#xD;\nor write'),
          ...order,
          ...scope(false, ''),
          header('Configurable Attributes'),
          list('List', 'Protocol', 'protocol', [], 0),
        ],
        'GE.DF',
      ) + curve([270, 90], [STORE ?? '', 'East', 135, 110], [PROCESS ?? '', 'West', 405, 126]),
    ),
    entry(
      LOOSE ?? '',
      8,
      'Connector',
      entity(
        'GE.DF',
        LOOSE ?? '',
        [header('Request'), string('Name', '', ''), ...order, ...scope(true, '')],
        'GE.DF',
      ) + curve([560, 200], [NOBODY, 'None', 500, 300], [PLACE ?? '', 'South', 650, 155]),
    ),
    entry(
      LINE ?? '',
      9,
      'LineBoundary',
      entity(
        'GE.TB.L',
        LINE ?? '',
        [header('Line'), string('Name', '', 'Edge'), header('Configurable Attributes'), header('As Line')],
        'Edge',
      ) +
        curve(
          [350, 200],
          [NOBODY, 'None', 350, 20],
          [NOBODY, 'None', 350, 400],
          member('StrokeDashArray', '2') + member('StrokeThickness', 1),
        ),
    ),
  ];
  const surface = (
    number: number,
    id: string,
    name: string,
    properties: readonly Attribute[],
    inside: readonly [string, string],
    at: string,
  ): string =>
    `<DrawingSurfaceModel z:Id="i${number}" xmlns:z="${SERIALIZATION}">${entity('DRAWINGSURFACE', id, properties, 'DRAWINGSURFACE', ` xmlns:a="${ARRAYS}"`)}${inside[0] === '' ? `<Borders xmlns:a="${ARRAYS}"/>` : `<Borders xmlns:a="${ARRAYS}">${inside[0]}</Borders>`}<Header>${name}</Header>${inside[1] === '' ? `<Lines xmlns:a="${ARRAYS}"/>` : `<Lines xmlns:a="${ARRAYS}">${inside[1]}</Lines>`}<Zoom>${at}</Zoom></DrawingSurfaceModel>`;
  const surfaces =
    surface(
      1,
      SURFACE ?? '',
      'First',
      [header('Diagram'), string('Name', 'Name', 'First')],
      [shapes.join(''), lines.join('')],
      zoom,
    ) +
    surface(
      10,
      EMPTY ?? '',
      'Second',
      [
        header('Diagram'),
        string('Name', '', 'Second'),
        header('Custom Attributes'),
        string('Custom property', '', 'x', 'CustomString'),
      ],
      ['', ''],
      '1.25',
    );
  const meta = (
    name: string,
    label: string,
    hidden: boolean,
    values: Values,
    id: string | null,
    type = 0,
  ): string => datum(generation, name, label, hidden, values, id, type);
  const metadata = [
    meta('Title', 'Title', false, [''], guid(20)),
    meta('UserThreatCategory', 'Category', false, null, null),
    meta('UserThreatShortDescription', 'Short Description', true, [], guid(21)),
    meta('UserThreatDescription', 'Description', false, [''], guid(22)),
    meta('StateInformation', 'Justification', false, [null], guid(23)),
    meta('InteractionString', 'Interaction', false, [''], guid(24)),
    meta('Priority', 'Priority', false, ['High', 'Medium', 'Low'], guid(25), 1),
    meta('Mitigation', 'Possible &amp; likely', false, [''], guid(26), 2),
  ];
  const threatTypes = ['T1', 'T2'].map(
    (id, index) =>
      `<a:ThreatType><a:IsExtension>false</a:IsExtension><a:Category>${index === 0 ? 'S' : 'T'}</a:Category><a:Description>Of {source.Name} &lt;b&gt;by&lt;/b&gt; {target.Name}</a:Description><a:GenerationFilters>${index === 0 ? '<a:Exclude/>' : "<a:Exclude>target is 'GE.EI'</a:Exclude>"}<a:Include>source is 'GE.DS'\n and flow.protocol is ''</a:Include></a:GenerationFilters><a:Id>${id}</a:Id>${index === 0 ? '<a:PropertiesMetaData/>' : `<a:PropertiesMetaData>${meta('Title', 'Title', false, ['x'], guid(20))}${meta('Priority', 'Priority', false, [null], guid(25), 1)}</a:PropertiesMetaData>`}${index === 0 ? '<a:RelatedCategory i:nil="true"/>' : '<a:RelatedCategory/>'}<a:ShortTitle>{flow.Name} ${id}</a:ShortTitle></a:ThreatType>`,
  );
  const generic = (
    [
      ['GE.P', 'Process', 'Ellipse'],
      ['GE.EI', 'External', 'Rectangle'],
      ['GE.DS', 'Data Store', 'ParallelLines'],
      ['GE.DF', 'Request', 'Line'],
      ['GE.TB.L', 'Line', 'LineBoundary'],
      ['GE.TB.B', 'Boundary', 'BorderBoundary'],
      ['GE.A', 'Free Text Annotation', 'Annotation'],
    ] as const
  ).map(([id, name, representation]) =>
    elementType(generation, {
      id,
      name,
      parent: 'ROOT',
      representation,
      hidden: id === 'GE.A',
      ...(id === 'GE.DS'
        ? {
            attributes: attribute('f6b0309d-2020-4c3c-838f-3ab8ea0d2194', 'Encrypted', 'Dynamic', [
              'Select',
              'Yes',
              'No',
              '',
            ]),
          }
        : {}),
    }),
  );
  const standard = [
    elementType(generation, {
      id: 'Zone',
      name: 'Zone',
      parent: 'GE.TB.B',
      representation: 'BorderBoundary',
      location: 'Before label',
      image: PNG,
      stroke: '<a:StrokeDashArray/><a:StrokeThickness>1.5</a:StrokeThickness>',
    }),
    elementType(generation, {
      id: 'Store',
      name: 'Store',
      parent: 'GE.DS',
      representation: 'Inherited',
      description: ' two\nlines ',
      location: '',
      image: ` ${PNG}\n`,
      attributes: attribute('kind', 'Kind', 'Static', ['SQL']),
    }),
    elementType(generation, {
      id: 'Human',
      name: 'Human',
      parent: 'GE.EI',
      representation: 'Inherited',
      location: 'Centered on stencil',
    }),
    elementType(generation, {
      id: 'Edge',
      name: 'Edge',
      parent: 'GE.TB.L',
      representation: 'LineBoundary',
      stroke: '<a:StrokeDashArray>4,4</a:StrokeDashArray>',
    }),
  ];
  const category = (id: string, name: string, long: string): string =>
    `<a:ThreatCategory><a:IsExtension>false</a:IsExtension><a:Id>${id}</a:Id>${text('a:LongDescription', long)}<a:Name>${name}</a:Name><a:ShortDescription>Short</a:ShortDescription></a:ThreatCategory>`;
  const knowledge = `<KnowledgeBase z:Id="i${g7 ? 11 : 12}" xmlns:a="${K}" xmlns:z="${SERIALIZATION}"><a:GenericElements>${generic.join('')}</a:GenericElements><a:Manifest><a:Author>us</a:Author><a:Id>${guid(90)}</a:Id><a:Name>Own</a:Name><a:Version>1.2.3.4</a:Version></a:Manifest><a:StandardElements>${standard.join('')}</a:StandardElements><a:ThreatCategories>${category('S', 'Spoofing', '')}${category('T', 'Tampering', 'Long')}</a:ThreatCategories><a:ThreatMetaData><IsPriorityUsed>true</IsPriorityUsed><IsStatusUsed>false</IsStatusUsed><PropertiesMetaData>${metadata.join('')}</PropertiesMetaData></a:ThreatMetaData><a:ThreatTypes>${threatTypes.join('')}</a:ThreatTypes></KnowledgeBase>`;
  const threats = [
    threat({
      type: 'T1',
      id: 0,
      state: 'AutoGenerated',
      priority: 'High',
      flow: FLOW ?? '',
      properties: [
        ['Title', 'query or write T1'],
        ['InteractionString', 'query or write'],
        ['Priority', 'Low'],
      ],
    }),
    threat({
      type: 'T2',
      id: 90,
      state: 'Mitigated',
      priority: 'Medium',
      flow: FLOW ?? '',
      properties: [
        ['Title', ''],
        ['StateInformation', 'done &lt;here&gt;\nand there'],
        ['Unknown', 'kept'],
      ],
      changed: ['DOMAIN\\user', '2024-02-29T23:59:59.0333471+05:30'],
    }),
    threat({
      type: 'T2',
      id: 89,
      state: 'NeedsInvestigation',
      priority: 'Odd',
      flow: guid(77),
      properties: [],
      changed: ['', '2021-01-02T03:04:05.1+00:00'],
    }),
  ];
  const validations = g7
    ? `<Validations xmlns:a="${K}"/>`
    : `<Validations xmlns:a="${K}"><a:Validation z:Id="i11" xmlns:z="${SERIALIZATION}"><a:ElementGuids xmlns:b="${ARRAYS}"><b:guid>${LOOSE}</b:guid><b:guid>${LOOSE}</b:guid></a:ElementGuids><a:Enabled>true</a:Enabled><a:Guid>${NOBODY}</a:Guid><a:IssueGuid>102be8a5-2c83-439a-9157-f7c7e9ac1321</a:IssueGuid><a:Items xmlns:b="${ARRAYS}"/><a:Message>The connector should be attached to two elements.</a:Message><a:Source/><a:SourceGuid>${SURFACE}</a:SourceGuid></a:Validation></Validations>`;
  return `<ThreatModel xmlns="${contract('Model')}" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><DrawingSurfaceList>${surfaces}</DrawingSurfaceList><MetaInformation><Assumptions>a &amp; b</Assumptions><Contributors/><ExternalDependencies/><HighLevelSystemDescription>x\n\ny</HighLevelSystemDescription><Owner/><Reviewer>   </Reviewer><ThreatModelName/></MetaInformation><Notes><Note><AddedBy>MACHINE\\user</AddedBy><Date>2022-08-26T10:16:24.107564-07:00</Date><Id>1</Id><Message>first</Message></Note><Note><AddedBy/><Date>0001-01-01T00:00:00</Date><Id>2</Id><Message/></Note></Notes><ThreatInstances xmlns:a="${ARRAYS}">${threats.join('')}</ThreatInstances><ThreatGenerationEnabled>${g7}</ThreatGenerationEnabled>${validations}<Version>4.3</Version>${knowledge}<Profile><PromptedKb xmlns=""/></Profile></ThreatModel>${end}`;
}
