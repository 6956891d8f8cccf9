import { endText, typeText } from '../compare/index.ts';
import {
  crossedBoundaries,
  type Diagram,
  type Element,
  elementName,
  isBoundary,
  isLine,
  isNameProperty,
  type Line,
  type Model,
  nameIn,
  type Property,
  propertyText,
  stateLabel,
  type Template,
  THREAT_TEXT,
  type Threat,
  type ThreatDatum,
  threatProperty,
} from '../document/index.ts';

const SECTION = {
  diagram: 'Diagram',
  threats: 'Threats',
  notes: 'Notes',
  stencils: 'Stencils',
  categories: 'Categories',
  threatProperties: 'Threat properties',
  threatTypes: 'Threat types',
} as const;

/** What the sections of a listing begin with: on a line of its own, behind `Diagram` its name. */
export const LISTING_SECTIONS: readonly string[] = Object.values(SECTION);

/**
 * A model or a template as lines of text, for `git diff` and the people who read it: names, types, places, texts,
 * values and rules. How stencils look is not in it, nor is what no editor shows.
 */
export const documentListing = (document: Model | Template): string =>
  `${('diagrams' in document ? modelLines(document) : templateLines(document)).join('\n')}\n`;

function modelLines(model: Model): readonly string[] {
  const { information, template, threatGenerationEnabled, notes, threats, diagrams } = model;
  const facts = Object.entries(information).flatMap(([label, value]) =>
    typeof value === 'string' && value !== '' ? field(label, value) : [],
  );
  return [
    'Model',
    ...facts,
    `  template: ${quoted(template.manifest.name)} ${template.manifest.version}`,
    `  threat generation: ${threatGenerationEnabled ? 'on' : 'off'}`,
    ...diagrams.flatMap((diagram) => diagramLines(model, diagram)),
    '',
    SECTION.threats,
    ...threats.flatMap((threat) => threatLines(template, threat)),
    '',
    SECTION.notes,
    ...notes.flatMap(({ message, date, addedBy }) => field(`${date} ${addedBy}`, message)),
  ];
}

function diagramLines(model: Model, diagram: Diagram): readonly string[] {
  return [
    '',
    `${SECTION.diagram} ${quoted(diagram.header)}`,
    ...diagram.shapes.flatMap((shape) => elementLines(model, diagram, shape)),
    ...diagram.lines.flatMap((line) => elementLines(model, diagram, line)),
  ];
}

function elementLines({ template }: Model, diagram: Diagram, element: Element): readonly string[] {
  const kind = isBoundary(element) ? 'boundary' : isLine(element) ? 'flow' : 'element';
  const own = isLine(element)
    ? lineFacts(template, diagram, element)
    : [`  place: ${element.left}, ${element.top}, ${element.width} x ${element.height}`];
  return [
    `  ${kind} ${quoted(elementName(element))} (${typeText(template, element)})`,
    ...own.map((line) => `  ${line}`),
    ...element.properties.flatMap(propertyLines).map((line) => `  ${line}`),
  ];
}

function lineFacts(template: Template, diagram: Diagram, line: Line): readonly string[] {
  const course = `  course: ${[line.source, line.handle, line.target].map(({ x, y }) => `${x}, ${y}`).join(' - ')}`;
  if (line.kind !== 'flow') return [course];
  const [from, to] = [line.source, line.target].map((end) => quoted(endText(template, diagram, end)));
  const crossed = crossedBoundaries(diagram, line).map((one) => nameIn(template, one));
  return [
    `  from ${from} to ${to}`,
    ...(crossed.length === 0 ? [] : [`  crosses: ${crossed.map(quoted).join(', ')}`]),
    course,
  ];
}

function propertyLines(property: Property): readonly string[] {
  const text = isNameProperty(property) ? undefined : propertyText(property);
  return text === undefined || text === '' ? [] : field(property.displayName, text);
}

function threatLines({ threatMetadata }: Template, threat: Threat): readonly string[] {
  const label = (name: string): string => {
    const own = threatMetadata.datums.find((datum) => datum.name === name)?.label;
    return own === undefined || own === '' ? name : own;
  };
  const texts = threat.properties.filter(
    ([name, value]) => name !== THREAT_TEXT.title && name !== THREAT_TEXT.priority && value !== '',
  );
  return [
    `  ${quoted(threatProperty(threat, THREAT_TEXT.title) ?? '')} #${threat.id}`,
    `    state: ${stateLabel(threat.state)}`,
    ...(threat.priority === '' ? [] : [`    priority: ${threat.priority}`]),
    ...texts.flatMap(([name, value]) => field(label(name), value)).map((line) => `  ${line}`),
  ];
}

function templateLines({
  manifest,
  genericElements,
  standardElements,
  threatCategories,
  threatMetadata,
  threatTypes,
}: Template): readonly string[] {
  return [
    'Template',
    ...field('name', manifest.name),
    ...field('version', manifest.version),
    ...field('author', manifest.author),
    '',
    SECTION.stencils,
    ...[...genericElements, ...standardElements].flatMap(
      ({ id, name, parentId, description, attributes }) => [
        `  ${quoted(name)} (${id}, below ${parentId})`,
        ...(description === null || description === ''
          ? []
          : field('description', description).map((line) => `  ${line}`)),
        ...attributes.flatMap((one) =>
          field(one.displayName, (one.values ?? []).join(', ')).map((line) => `  ${line}`),
        ),
      ],
    ),
    '',
    SECTION.categories,
    ...threatCategories.flatMap(({ name, shortDescription }) => field(name, shortDescription ?? '')),
    '',
    SECTION.threatProperties,
    ...threatMetadata.datums.flatMap(datumLines),
    '',
    SECTION.threatTypes,
    ...threatTypes.flatMap(({ id, shortTitle, description, filters, categoryId, datums }) => [
      `  ${quoted(shortTitle)} (${id}, ${categoryId})`,
      ...[
        ...field('include', filters.include),
        ...field('exclude', filters.exclude),
        ...field('description', description),
        ...datums.flatMap(({ label, values }) => field(label, valuesText(values))),
      ].map((line) => `  ${line}`),
    ]),
  ];
}

/** By `attributeType`. */
const DATUM_KINDS = ['text', 'list', 'rich text'];

function datumLines(datum: ThreatDatum): readonly string[] {
  const { name, label, values, hideFromUi, attributeType = 0, description = '' } = datum;
  const texts = [
    ['values', valuesText(values)],
    ['description', description],
  ] as const;
  return [
    `  ${quoted(label)} (${name}, ${DATUM_KINDS[attributeType] ?? attributeType}${hideFromUi ? ', hidden' : ''})`,
    ...texts.flatMap(([title, text]) => (text === '' ? [] : field(title, text))).map((line) => `  ${line}`),
  ];
}

const valuesText = (values: readonly (string | null)[] | null): string =>
  (values ?? []).filter((one) => one !== null).join(', ');

/** A label with its text; the lines of a longer text stand below each other, so that each is compared. */
function field(label: string, text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/);
  const [first] = lines;
  return lines.length === 1
    ? [`  ${label}: ${first}`]
    : [`  ${label}:`, ...lines.map((line) => `    ${line}`)];
}

const quoted = (text: string): string => JSON.stringify(text);
