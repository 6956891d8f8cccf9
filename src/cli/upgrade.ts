import type { Model, Template } from '../core/document/index.ts';
import {
  type Mapping,
  mappingText,
  NO_CHOICES,
  parseMapping,
  previewUpgrade,
  type UpgradePreview,
} from '../core/upgrade/index.ts';
import { findingWords, mappingWords } from '../core/words/later.ts';
import {
  checkApart,
  checkEnding,
  EXIT,
  Failure,
  openFile,
  openModel,
  readBytes,
  type Streams,
  shown,
  writeBytes,
  writeDocument,
  writeText,
} from './io.ts';

export const UPGRADE_FORMATS = ['text', 'json'] as const;

interface UpgradeOptions {
  readonly output?: string;
  readonly map?: string;
  readonly saveMap?: string;
  readonly dryRun?: boolean;
  readonly format: string;
}

/** `trustline upgrade`: the model on a newer version of its template, or on any other. */
export function upgradeModel(
  file: string,
  templateFile: string,
  options: UpgradeOptions,
  streams: Streams,
): void {
  const { output, map, saveMap, dryRun = false, format } = options;
  if (output === undefined && !dryRun)
    throw new Failure('say where to write (-o), or that nothing is to be written (--dry-run)', EXIT.usage);
  if (output !== undefined) checkEnding(output, ['.tm7']);
  if (file === '-' && templateFile === '-')
    throw new Failure('only one of the two can be standard input', EXIT.usage);
  const mapping = map === undefined ? NO_CHOICES : readMapping(map, streams);
  const model = openModel(file, streams);
  const opened = openFile(templateFile, streams);
  const template = opened.format === 'tb7' ? opened.template : opened.model.template;
  const preview = previewUpgrade(model, template, mapping);
  const text = format === 'json' ? jsonOf(preview, model, template) : textOf(preview, model, template);
  // Standard output is the model's when that is where it goes.
  if (output === '-' && !dryRun) streams.err(text.trimEnd());
  else writeText('-', text, format === 'json' ? 'json' : 'table', streams);
  if (saveMap !== undefined) {
    checkEnding(saveMap, ['.json']);
    writeBytes(saveMap, mappingText(choicesOf(preview, mapping), model.template, template), streams);
  }
  if (dryRun || output === undefined) return;
  checkApart(templateFile, output);
  writeDocument(output, preview.model, streams);
}

function readMapping(file: string, streams: Streams): Mapping {
  const parsed = parseMapping(new TextDecoder().decode(readBytes(file, streams)));
  if (!parsed.ok) throw new Failure(`${shown(file)}: ${mappingWords(parsed.error)}`, EXIT.unreadable);
  return parsed.value;
}

/** What was chosen, and what the rules did where a person might choose otherwise. */
const choicesOf = ({ types, renamed }: UpgradePreview, mapping: Mapping): Mapping => ({
  types: new Map([
    ...types.matches
      .filter(({ by }) => by !== 'id')
      .map(({ id, by, to }) => [id, by === 'kept' ? { keep: true as const } : { to: to.id }] as const),
    ...mapping.types,
  ]),
  threatTypes: new Map([...renamed, ...mapping.threatTypes]),
});

const RELATION = {
  same: 'the same version',
  newer: 'a newer version',
  older: 'an older version',
  other: 'another template',
} as const;

const nameOf = ({ manifest: { name, version } }: Template): string => `${name} ${version}`;

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

function textOf(preview: UpgradePreview, model: Model, template: Template): string {
  const { types, lost, mapped, threats, broken, relation } = preview;
  const name = (id: string): string => types.matches.find((one) => one.id === id)?.name ?? id;
  const lines = [
    `From ${nameOf(model.template)} to ${nameOf(template)}: ${RELATION[relation]}`,
    ...types.matches
      .filter(({ by }) => by !== 'id')
      .map(
        ({ name: from, to, by, elements }) =>
          `type: ${from} -> ${by === 'kept' ? 'kept' : `${to.name} (${WHY[by]})`}, ${count(elements.length, 'element')}`,
      ),
    ...types.unknown.map(
      ({ id, elements }) => `type: ${id} is in neither template, ${count(elements.length, 'element')}`,
    ),
    ...mapped.map(({ typeId, label, from, to }) => `property: ${label} of ${name(typeId)}: ${from} -> ${to}`),
    ...lost.map(({ element, property, value }) => `lost: ${property} of ${element}: ${value}`),
    ...threats.stale.map(({ id, properties: [title] }) => `stale: threat ${id}, ${title?.[1] ?? ''}`),
    ...broken.map((finding) => `rule: ${findingWords(finding)}`),
    `threats: ${threats.kept} as they are, ${threats.changed.length} with other texts, ${threats.added.length} new, ` +
      `${threats.removed.length} gone, ${threats.stale.length} no longer following; ` +
      `${threats.worked} of those that stay were worked on`,
  ];
  return `${lines.join('\n')}\n`;
}

const WHY = {
  id: 'same id',
  name: 'same name',
  generic: 'nearest of its kind',
  chosen: 'as chosen',
  kept: 'kept',
} as const;

/** As docs/schemas/upgrade-1.json says. */
function jsonOf(preview: UpgradePreview, model: Model, template: Template): string {
  const { types, lost, mapped, threats, broken, relation, renamed } = preview;
  const about = ({ manifest: { id, name, version } }: Template) => ({ id, name, version });
  const ids = (list: readonly { readonly id: number }[]) => list.map(({ id }) => id);
  const facts = {
    $schema: 'urn:trustline:schema:upgrade:1',
    version: 1,
    from: about(model.template),
    to: about(template),
    relation,
    types: types.matches.map(({ id, name, by, to, elements }) => ({
      id,
      name,
      by,
      to: { id: to.id, name: to.name },
      elements,
    })),
    unknownTypes: types.unknown,
    properties: mapped,
    lost,
    threatTypes: Object.fromEntries(renamed),
    threats: {
      kept: threats.kept,
      workedOn: threats.worked,
      changed: threats.changed.map(({ after }) => after.id),
      added: ids(threats.added),
      removed: ids(threats.removed),
      stale: ids(threats.stale),
    },
    brokenRules: broken.map(findingWords),
  };
  return `${JSON.stringify(facts, null, 2)}\n`;
}
