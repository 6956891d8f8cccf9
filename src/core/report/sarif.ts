import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import {
  type DiagramId,
  type ElementId,
  findCategory,
  isHandled,
  type Model,
  rowDatums,
  THREAT_TEXT,
  type ThreatType,
  threatProperty,
} from '../document/index.ts';
import type { Report, ReportDiagram, ReportMessage, ReportThreat } from './model.ts';
import { oneLine } from './report.ts';
import { plainText } from './rich-text.ts';
import { SARIF_SCHEMA, sarifAddress, sarifMessage } from './sarif-parts.ts';

type Level = 'error' | 'warning' | 'note' | 'none';

const LEVELS: readonly (readonly [RegExp, Level])[] = [
  [/^(critical|very high|high)$/i, 'error'],
  [/^(low|very low|info|informational|none)$/i, 'note'],
];

/** How grave a priority is; what is neither high nor low in words is what the standard takes for no word (3.27.10). */
const levelOf = (priority: string): Level =>
  LEVELS.find(([words]) => words.test(priority.trim()))?.[1] ?? 'warning';

const PLACEHOLDER = /\{(source|target|flow)\.name\}/gi;

/** A text of a threat type as people read it who do not know what its placeholders stand for. */
const ofType = (text: string): string =>
  text.replace(PLACEHOLDER, (_, what: string) => `the ${what.toLowerCase()}`);

/** The title of a threat type begins with a capital letter, also where a placeholder stood. */
const titled = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * The threats as SARIF 2.1.0: one run, a rule for each threat type in use and a result for each threat. A decision about
 * a threat is a suppression, so that a code host shows what is open.
 */
export function renderSarif(report: Report): string {
  const places = new Places(report);
  const rules = new Rules(report.model);
  const fingerprints = new Map<string, number>();
  const results = report.diagrams.flatMap((diagram) =>
    diagram.interactions.flatMap(({ threats }) =>
      threats.map((threat) => result(threat, diagram, { places, rules, fingerprints })),
    ),
  );
  const [, version] = /^\S+ (\S+)$/.exec(report.tool) ?? [];
  const log = {
    $schema: SARIF_SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Trustline',
            ...(version === undefined ? {} : { version, semanticVersion: version }),
            rules: rules.all,
          },
        },
        // What tells the results of one model from those of another in the same repository (3.17.3).
        ...(report.place === '' ? {} : { automationDetails: { id: `trustline/${report.place}/` } }),
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: report.messages.map(notification),
          },
        ],
        ...(places.address === undefined
          ? {}
          : {
              artifacts: [
                {
                  location: { uri: places.address },
                  roles: ['analysisTarget'],
                  ...(report.sha256 === '' ? {} : { hashes: { 'sha-256': report.sha256 } }),
                },
              ],
            }),
        logicalLocations: places.all,
        columnKind: 'utf16CodeUnits',
        results,
        properties: {
          model: report.model.information.name,
          template: report.model.template.manifest.name,
          ...(report.selection === '' ? {} : { selection: report.selection }),
        },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const NOTICES: Readonly<Record<string, Level>> = { error: 'error', warning: 'warning' };

/** What is to be said about the model, beside its threats. */
const notification = ({ severity, code, text }: ReportMessage) => ({
  descriptor: { id: code },
  level: NOTICES[severity.toLowerCase()] ?? 'note',
  message: sarifMessage(text),
});

/** The threat types that results name, in order of first use. */
class Rules {
  readonly all: object[] = [];
  readonly #places = new Map<string, number>();
  readonly #types: ReadonlyMap<string, ThreatType>;

  readonly #model: Model;

  constructor(model: Model) {
    this.#model = model;
    this.#types = new Map(model.template.threatTypes.map((type) => [type.id, type]));
  }

  /** Where the rule of a threat stands. A threat without one in the template gives what it says of itself. */
  indexOf(threat: ReportThreat): number {
    const { typeId } = threat.threat;
    const known = this.#places.get(typeId);
    if (known !== undefined) return known;
    const index = this.all.length;
    this.#places.set(typeId, index);
    const type = this.#types.get(typeId);
    this.all.push(type === undefined ? ownRule(threat) : this.#rule(type));
    return index;
  }

  #rule(type: ThreatType): object {
    const { template } = this.#model;
    const title = titled(ofType(type.shortTitle)).trim() || type.id;
    const category = findCategory(template, type.categoryId)?.name ?? '';
    const textOf = (name: string): string =>
      type.datums.find((datum) => datum.name === name)?.values?.[0] ?? '';
    const texts = rowDatums(template).flatMap(({ name, label, attributeType }) => {
      const value = attributeType === 2 ? plainText(textOf(name)) : textOf(name).trim();
      return value === '' ? [] : [`${label}: ${ofType(value)}`];
    });
    const description = ofType(type.description).trim() || title;
    return {
      id: type.id,
      name: title,
      shortDescription: sarifMessage(title),
      fullDescription: sarifMessage(description),
      help: sarifMessage([description, ...texts].join('\n\n')),
      defaultConfiguration: { level: levelOf(textOf(THREAT_TEXT.priority) || 'High') },
      properties: ruleProperties(category),
    };
  }
}

const ruleProperties = (category: string) => ({
  ...(category === '' ? {} : { category }),
  tags: [...new Set(['security', 'threat-model', ...(category === '' ? [] : [category])])],
});

function ownRule({ threat, title, category }: ReportThreat): object {
  const name = title.trim() || threat.typeId;
  return {
    id: threat.typeId,
    name,
    shortDescription: sarifMessage(name),
    fullDescription: sarifMessage(threatProperty(threat, THREAT_TEXT.description)?.trim() || name),
    defaultConfiguration: { level: levelOf(threat.priority) },
    properties: ruleProperties(category),
  };
}

/** Where threats are: in the file of the model, on its diagrams. */
class Places {
  readonly all: object[] = [];
  readonly address: string | undefined;
  readonly #known = new Map<string, number>();

  constructor({ place }: Report) {
    this.address = place === '' ? undefined : sarifAddress(place);
  }

  #index(name: string, fullyQualifiedName: string, kind: string, parentIndex?: number): number {
    const known = this.#known.get(fullyQualifiedName);
    if (known !== undefined) return known;
    const index = this.all.length;
    this.#known.set(fullyQualifiedName, index);
    const parent = parentIndex === undefined ? {} : { parentIndex };
    this.all.push({ index, name, fullyQualifiedName, kind, ...parent });
    return index;
  }

  /** An element of a diagram. Its full name is made of ids: names change, and several may have the same. */
  location(diagram: ReportDiagram, home: DiagramId, id: ElementId, name: string, kind: 'flow' | 'element') {
    const parent = this.#index(diagram.header, home, 'diagram');
    const fullyQualifiedName = `${home}/${id}`;
    const index = this.#index(name, fullyQualifiedName, kind, parent);
    return {
      // Code hosts want a line. All of a model is on its first one, as the Windows tool writes it.
      ...(this.address === undefined
        ? {}
        : {
            physicalLocation: {
              artifactLocation: { uri: this.address, index: 0 },
              region: { startLine: 1 },
            },
          }),
      logicalLocations: [{ index, name, fullyQualifiedName, kind }],
    };
  }
}

interface Making {
  readonly places: Places;
  readonly rules: Rules;
  /** How often each one has been given. */
  readonly fingerprints: Map<string, number>;
}

function result(
  shown: ReportThreat,
  diagram: ReportDiagram,
  { places, rules, fingerprints }: Making,
): object {
  const { threat, source, target, interaction, title } = shown;
  const notApplicable = threat.state === 'NotApplicable';
  const home = diagram.diagram?.id ?? threat.diagramId;
  const named = source === '' && target === '' ? '' : `: ${oneLine(source)} → ${oneLine(target)}`;
  const first = `${oneLine(title) || threat.typeId} (${oneLine(interaction)}${named}).`;
  const text = [
    first,
    ...(shown.stale ? ['This threat no longer follows from the diagram.'] : []),
    threatProperty(threat, THREAT_TEXT.description)?.trim() ?? '',
  ].filter((part) => part !== '');
  const ends = [
    { id: threat.sourceId, name: source, words: 'Source' },
    { id: threat.targetId, name: target, words: 'Target' },
  ].filter(({ name }) => name !== '');
  return {
    ruleId: threat.typeId,
    ruleIndex: rules.indexOf(shown),
    // A level other than none is for failures only (3.27.10).
    kind: notApplicable ? 'notApplicable' : 'fail',
    level: notApplicable ? 'none' : levelOf(threat.priority),
    message: sarifMessage(text.join('\n\n')),
    locations: [places.location(diagram, home, threat.flowId, oneLine(interaction), 'flow')],
    relatedLocations: ends.map(({ id, name, words }, index) => ({
      id: index + 1,
      message: sarifMessage(words),
      ...places.location(diagram, home, id, oneLine(name), 'element'),
    })),
    partialFingerprints: fingerprint(threat.key, fingerprints),
    suppressions: suppressions(shown),
    properties: propertiesOf(shown, diagram),
  };
}

/**
 * What a threat is known by from one report to the next: its key, with a number where a file has it twice. Code hosts
 * that know only the name `primaryLocationLineHash` get it in that form too.
 */
function fingerprint(key: string, given: Map<string, number>) {
  const times = (given.get(key) ?? 0) + 1;
  given.set(key, times);
  const digest = bytesToHex(sha256(utf8ToBytes(key))).slice(0, 16);
  return {
    'threatKey/v1': times === 1 ? key : `${key}#${times}`,
    primaryLocationLineHash: `${digest}:${times}`,
  };
}

/** Open threats have an empty list: either all results of a run say it or none does (3.27.23). */
function suppressions({ threat }: ReportThreat): readonly object[] {
  if (!isHandled(threat.state)) return [];
  const justification = threatProperty(threat, THREAT_TEXT.justification)?.trim() ?? '';
  return [
    {
      kind: 'external',
      status: 'accepted',
      ...(justification === '' ? {} : { justification }),
      properties: { state: threat.state, ...changeOf(threat) },
    },
  ];
}

const changeOf = ({ changedBy, modifiedAt }: ReportThreat['threat']) =>
  changedBy === null ? {} : { changedBy, modifiedAt };

/** States as the file stores them, so that no choice of words changes what programs read. */
function propertiesOf(shown: ReportThreat, diagram: ReportDiagram): object {
  const { threat, source, target, interaction, category, priority, number } = shown;
  const justification = threatProperty(threat, THREAT_TEXT.justification)?.trim() ?? '';
  const texts = shown.rows
    .slice(3)
    .map(({ label, value, rich }) => [label, rich ? plainText(value) : value] as const)
    .filter(([, value]) => value !== '');
  return {
    threatId: threat.id,
    number,
    state: threat.state,
    priority,
    category,
    diagram: diagram.header,
    interaction,
    source,
    target,
    ...(justification === '' ? {} : { justification }),
    ...changeOf(threat),
    noLongerGenerated: shown.stale,
    texts: Object.fromEntries(texts),
  };
}
