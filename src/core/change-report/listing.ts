import {
  crossedBoundaries,
  type Diagram,
  type Element,
  elementName,
  findElementType,
  findShape,
  isBoundary,
  isLine,
  isNameProperty,
  type LineEnd,
  type Model,
  nameIn,
  type Property,
  propertyText,
  stateLabel,
  type Template,
  THREAT_TEXT,
  type Threat,
  threatProperty,
} from '../document/index.ts';

/**
 * A model or a template as lines of text that differ where the document does: what `git diff` compares. It is read
 * by people only: what no editor shows is not in it.
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
    'Threats',
    ...threats.flatMap((threat) => threatLines(template, threat)),
    '',
    'Notes',
    ...notes.flatMap(({ message, date, addedBy }) => field(`${date} ${addedBy}`, message)),
  ];
}

function diagramLines(model: Model, diagram: Diagram): readonly string[] {
  return [
    '',
    `Diagram ${quoted(diagram.header)}`,
    ...diagram.shapes.flatMap((shape) => elementLines(model, diagram, shape)),
    ...diagram.lines.flatMap((line) => elementLines(model, diagram, line)),
  ];
}

function elementLines({ template }: Model, diagram: Diagram, element: Element): readonly string[] {
  const kind = isBoundary(element) ? 'boundary' : isLine(element) ? 'flow' : 'element';
  const type = findElementType(template, element.typeId)?.name ?? element.typeId;
  const own = isLine(element)
    ? lineFacts(template, diagram, element)
    : [`  place: ${element.left}, ${element.top}, ${element.width} x ${element.height}`];
  return [
    `  ${kind} ${quoted(elementName(element))} (${type})`,
    ...own.map((line) => `  ${line}`),
    ...element.properties.flatMap(propertyLines).map((line) => `  ${line}`),
  ];
}

function lineFacts(
  template: Template,
  diagram: Diagram,
  line: Extract<Element, { handle: unknown }>,
): readonly string[] {
  const course = `  course: ${[line.source, line.handle, line.target].map(({ x, y }) => `${x}, ${y}`).join(' - ')}`;
  if (line.kind !== 'flow') return [course];
  const endOf = (end: LineEnd): string => {
    const shape = findShape(diagram, end.element);
    return shape === undefined ? 'nowhere' : nameIn(template, shape);
  };
  const crossed = crossedBoundaries(diagram, line).map((one) => nameIn(template, one));
  return [
    `  from ${quoted(endOf(line.source))} to ${quoted(endOf(line.target))}`,
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
  threatTypes,
}: Template): readonly string[] {
  return [
    'Template',
    ...field('name', manifest.name),
    ...field('version', manifest.version),
    ...field('author', manifest.author),
    '',
    'Stencils',
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
    'Categories',
    ...threatCategories.flatMap(({ name, shortDescription }) => field(name, shortDescription ?? '')),
    '',
    'Threat types',
    ...threatTypes.flatMap(({ id, shortTitle, description, filters, categoryId, datums }) => [
      `  ${quoted(shortTitle)} (${id}, ${categoryId})`,
      ...[
        ...field('include', filters.include),
        ...field('exclude', filters.exclude),
        ...field('description', description),
        ...datums.flatMap(({ label, values }) =>
          field(label, (values ?? []).filter((one) => one !== null).join(', ')),
        ),
      ].map((line) => `  ${line}`),
    ]),
  ];
}

/** A label with its text; the lines of a longer text stand below each other, so that each is compared. */
function field(label: string, text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/);
  const [first] = lines;
  return lines.length === 1
    ? [`  ${label}: ${first}`]
    : [`  ${label}:`, ...lines.map((line) => `    ${line}`)];
}

const quoted = (text: string): string => JSON.stringify(text);
