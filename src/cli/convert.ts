import { fileURLToPath } from 'node:url';
import {
  EXPORTS,
  type ExportFormat,
  exportFormat,
  exportFormatOfName,
  FOREIGN_FORMATS,
  FORMATS,
  formatOfName,
  hasEnding,
  type Imported,
  type Loss,
  type Opened,
  type Plan,
  planDraft,
  withDiagrams,
} from '../core/codec/index.ts';
import { type Model, type Template, THREAT_TEXT, threatProperty } from '../core/document/index.ts';
import { regenerate } from '../core/engine/index.ts';
import { importDraft, isWhollyOurs } from '../core/session/index.ts';
import { laterWords, lossWords } from '../core/words/later.ts';
import {
  checkApart,
  checkEnding,
  EXIT,
  excessWords,
  Failure,
  openAnything,
  openFile,
  readText,
  type Streams,
  shown,
  writeBytes,
  writeDocument,
  writeText,
} from './io.ts';
import { mappedPlan } from './kinds-map.ts';

export interface ConvertOptions {
  readonly canonical?: boolean;
  readonly to?: string;
  readonly template?: string;
  readonly map?: string;
  readonly page?: readonly string[];
  readonly failOnLoss?: boolean;
  readonly losses?: string;
}

const NO_MODEL = 'a template is not a model; "trustline new" makes a model on it';

/** The template that files of other programs get when none is named. */
const STRIDE = fileURLToPath(new URL('../../templates/stride-core.tb7', import.meta.url));

/**
 * `trustline convert`: between all formats that are read and all that are written. A `.tm7` or `.tb7` keeps its bytes
 * unless `--canonical` or another format is asked for. What a format cannot hold goes to standard error.
 */
export async function convertFile(
  source: string,
  target: string,
  options: ConvertOptions,
  streams: Streams,
): Promise<void> {
  if (options.losses === 'json' && target === '-')
    throw new Failure('--losses json: standard output gets the file; give it a name', EXIT.usage);
  const format = foreignTarget(target, options.to);
  if (format === undefined) {
    checkEnding(
      target,
      FORMATS.flatMap(({ extensions }) => extensions),
    );
  }
  const opened = openAnything(source, streams);
  const isTemplate = (options.to ?? formatOfName(target)) === 'tb7';
  if (isTemplate && ('draft' in opened || options.page !== undefined))
    throw new Failure(`${shown(target)}: a template holds no diagrams; write a .tm7`, EXIT.usage);
  if (format === undefined && !('draft' in opened) && options.page === undefined) {
    convertOwn(opened, { source, target }, options, streams);
    return;
  }
  checkApart(source, target);
  const read = await modelOf(opened, source, options, streams);
  if (format === undefined) {
    report(read.losses, target, options, streams);
    writeDocument(target, read.model, streams);
    return;
  }
  const written = format.write(read.model);
  report([...read.losses, ...written.losses], target, options, streams);
  writeBytes(target, written.bytes, streams);
}

/** The foreign format to write; undefined for one of ours. */
function foreignTarget(target: string, to: string | undefined): ExportFormat | undefined {
  if (to === undefined) return formatOfName(target) === undefined ? exportFormatOfName(target) : undefined;
  const written = [...FORMATS, ...EXPORTS];
  const wanted = written.find(({ id }) => id === to);
  if (wanted === undefined) {
    const known = written.map(({ id }) => id).join(', ');
    throw new Failure(`there is no format "${to}" to write (there are: ${known})`, EXIT.usage);
  }
  const isClaimed = [...FORMATS, ...FOREIGN_FORMATS].some(({ extensions }) => hasEnding(target, extensions));
  if (isClaimed && !hasEnding(target, wanted.extensions))
    throw new Failure(`${target}: the name promises another format than ${to}`, EXIT.usage);
  return exportFormat(to);
}

function convertOwn(
  opened: Opened,
  { source, target }: { readonly source: string; readonly target: string },
  options: ConvertOptions,
  streams: Streams,
): void {
  const wanted = options.to ?? formatOfName(target);
  if (opened.format === 'tm7' && wanted === 'tb7') {
    checkApart(source, target);
    const { template } = opened.model;
    report(lossesOfTemplate(opened.model), target, options, streams);
    writeDocument(target, template, streams);
    return;
  }
  if (opened.format === 'tb7' && wanted === 'tm7') {
    throw new Failure(`${shown(source)}: ${NO_MODEL}`, EXIT.usage);
  }
  report([], target, options, streams);
  if (options.canonical !== true) {
    writeBytes(target, opened.bytes, streams);
    return;
  }
  if (opened.format === 'tm7') writeDocument(target, opened.model, streams);
  else writeDocument(target, opened.template, streams);
}

/** What a template that is taken out of a model leaves behind. */
function lossesOfTemplate({ diagrams, threats, notes }: Model): readonly Loss[] {
  const left: readonly (readonly [code: Loss['code'], examples: readonly string[]])[] = [
    ['diagrams', diagrams.map(({ header }) => header)],
    ['threats', threats.map((threat) => threatProperty(threat, THREAT_TEXT.title) ?? '')],
    ['notes', notes.map(({ message }) => message)],
  ];
  return left.flatMap(([code, [example, ...more]]) =>
    example === undefined ? [] : [{ code, count: 1 + more.length, example }],
  );
}

interface Read {
  readonly model: Model;
  readonly losses: readonly Loss[];
}

async function modelOf(
  opened: Opened | Imported,
  source: string,
  options: ConvertOptions,
  streams: Streams,
): Promise<Read> {
  if ('draft' in opened) return imported(opened, source, options, streams);
  if (opened.format === 'tm7') return { model: withPages(opened.model, options.page), losses: [] };
  throw new Failure(`${shown(source)}: ${NO_MODEL}`, EXIT.usage);
}

/** A model of a foreign file, on the template that was asked for; its threats are the file's and the template's. */
async function imported(
  { draft, format }: Imported,
  source: string,
  options: ConvertOptions,
  streams: Streams,
): Promise<Read> {
  const template = templateOf(options.template ?? STRIDE, streams);
  const named = new Set(pagesOf(draft.diagrams, ({ name }) => name, options.page));
  const chosen = withDiagrams(
    draft,
    (diagram) => named.has(diagram) && (options.page !== undefined || diagram.doubt === undefined),
  );
  if (chosen.diagrams.length === 0 && draft.diagrams.length > 0)
    throw new Failure(`${shown(source)}: ${laterWords.refusals['no-diagram']}`, EXIT.unreadable);
  const plan = planOf(planDraft(chosen, template), template, options.map, streams);
  const { model, losses } = await importDraft({ format, draft: chosen, plan, template }, async () => {
    const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
    const elk = new Elk();
    return (graph) => elk.layout(graph);
  });
  if (isWhollyOurs(chosen)) return { model, losses };
  const excess = excessWords(model);
  if (excess !== null) throw new Failure(`${shown(source)}: ${excess}`, EXIT.tooMuch);
  return { model: regenerate(model), losses };
}

function templateOf(file: string, streams: Streams): Template {
  const opened = openFile(file, streams);
  return opened.format === 'tb7' ? opened.template : opened.model.template;
}

function planOf(plan: Plan, template: Template, map: string | undefined, streams: Streams): Plan {
  if (map === undefined) return plan;
  const mapped = mappedPlan(plan, template, readText(map, streams));
  if (typeof mapped === 'string') throw new Failure(`${shown(map)}: ${mapped}`, EXIT.unreadable);
  return mapped;
}

function withPages(model: Model, pages: readonly string[] | undefined): Model {
  if (pages === undefined) return model;
  const diagrams = pagesOf(model.diagrams, ({ header }) => header, pages);
  const ids = new Set(diagrams.map(({ id }) => id));
  return { ...model, diagrams, threats: model.threats.filter(({ diagramId }) => ids.has(diagramId)) };
}

/** The pages that were asked for by their names; all where none was. */
function pagesOf<T>(
  all: readonly T[],
  nameOf: (one: T) => string,
  wanted: readonly string[] | undefined,
): readonly T[] {
  if (wanted === undefined) return all;
  const unknown = wanted.find((name) => all.every((one) => nameOf(one) !== name));
  if (unknown !== undefined) {
    const names = all.map((one) => `"${nameOf(one)}"`).join(', ') || 'none';
    throw new Failure(`there is no page "${unknown}" (there are: ${names})`, EXIT.usage);
  }
  return all.filter((one) => wanted.includes(nameOf(one)));
}

/** As docs/schemas/losses-1.json says. */
function lossesAsJson(losses: readonly Loss[]): string {
  const told = losses.map((loss) => ({ ...loss, text: lossWords(loss) }));
  return `${JSON.stringify({ $schema: 'urn:trustline:schema:losses:1', version: 1, losses: told }, null, 2)}\n`;
}

/** Tells what is lost; with `--fail-on-loss` that is an end with nothing written. */
function report(
  losses: readonly Loss[],
  target: string,
  { failOnLoss, losses: form }: ConvertOptions,
  streams: Streams,
): void {
  if (form === 'json') writeText('-', lossesAsJson(losses), 'json', streams);
  else for (const loss of losses) streams.err(`not kept: ${lossWords(loss)}`);
  if (failOnLoss === true && losses.length > 0)
    throw new Failure(`${shown(target)}: not written: something would be lost`, EXIT.findings);
}
