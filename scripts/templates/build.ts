import path from 'node:path';
import { writeModel, writeTemplate } from '../../src/core/codec/index.ts';
import { checkInvariants, type Model, type Template } from '../../src/core/document/index.ts';
import { diagramSvg } from '../../src/core/drawing/index.ts';
import { compileTemplate, regenerate } from '../../src/core/engine/index.ts';
import { parseFilter } from '../../src/core/filters/index.ts';
import { filterWords } from '../../src/core/words/index.ts';
import { samples, templates, triaged } from '../../templates/sources.ts';
import { checkSource } from './check.ts';
import { compileSource } from './compile.ts';
import type { SampleSource, TemplateSource } from './format.ts';
import { readDrawings, renderIcons } from './icons.ts';
import { templateCard } from './preview.ts';
import { proofProblems } from './proof.ts';
import { drawSample } from './sample.ts';
import { triage } from './triage.ts';

/** One card of the start page. `file` and `preview` are relative to the folder of the catalogue. */
export interface CatalogueEntry {
  readonly kind: 'template' | 'sample';
  readonly id: string;
  readonly title: string;
  readonly line: string;
  readonly file: string;
  readonly preview: string;
  /** Of a sample: id of the template that it is drawn with. */
  readonly template?: string;
  /** Of a sample with every threat answered: id of the sample with the same drawing, and with the same preview. */
  readonly answers?: string;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * Everything that the sources make: content by path below `templates/`. The same sources give the same bytes.
 * @throws Error with every problem of the sources, one a line.
 */
export async function buildTemplates(root: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const drawings = await readDrawings(path.join(root, 'icons'));
  const icons = await renderIcons(drawings);
  refuse(templates.flatMap((source) => checkSource(source, filterProblem)));

  const outputs = new Map<string, Uint8Array>();
  const catalogue: CatalogueEntry[] = [];
  const compiled = new Map<string, Template>();
  for (const source of templates) {
    const template = compileSource(source, icons);
    refuse(engineProblems(source, template));
    refuse(proofProblems(source, template));
    compiled.set(source.key, template);
    const entry: CatalogueEntry = { ...cardOf('template', source.key, source.name, source.line, 'tb7') };
    catalogue.push(entry);
    outputs.set(entry.file, writeTemplate(template));
    outputs.set(entry.preview, bytesOf(templateCard(source.cardIcons, drawings)));
  }
  for (const sample of samples) {
    const template = compiled.get(sample.template);
    if (template === undefined) throw new Error(`${sample.key}: there is no template ${sample.template}.`);
    const model = regenerate(drawSample(sample, template));
    const put = (entry: CatalogueEntry, made: Model): void => {
      refuse(checkInvariants(made).map((problem) => `${entry.id}: ${problem}`));
      catalogue.push({ ...entry, template: sample.template });
      outputs.set(entry.file, writeModel(made));
    };
    const card = cardOf('sample', sample.key, sample.title, sample.line, 'tm7');
    put(card, model);
    outputs.set(card.preview, bytesOf(samplePicture(sample, model)));
    for (const one of triaged.filter((answered) => answered.sample === sample.key)) {
      const { preview } = card;
      const entry = {
        ...cardOf('sample', one.key, one.title, one.line, 'tm7'),
        preview,
        answers: sample.key,
      };
      put(entry, triage(model, sample, one));
    }
  }
  outputs.set('catalogue.json', bytesOf(`${JSON.stringify(catalogue, null, 2)}\n`));
  return outputs;
}

function cardOf(
  kind: 'template' | 'sample',
  key: string,
  title: string,
  line: string,
  extension: string,
): CatalogueEntry {
  return { kind, id: key, title, line, file: `${key}.${extension}`, preview: `previews/${key}.svg` };
}

function filterProblem(filter: string): string | null {
  const parsed = parseFilter(filter);
  if (parsed.ok) return null;
  const { position } = parsed.error;
  return `${filterWords(parsed.error)} at "${filter.slice(position, position + 30)}"`;
}

/** What the engine finds when it compiles the template as the app does. */
function engineProblems(source: TemplateSource, template: Template): string[] {
  return compileTemplate(template).problems.map(
    (problem) => `${source.key}: ${problem.threatTypeId}: ${problem.filter}: ${filterWords(problem)}`,
  );
}

function samplePicture(sample: SampleSource, model: Model): string {
  const [diagram] = model.diagrams;
  if (diagram === undefined) throw new Error(`${sample.key}: no diagram.`);
  return diagramSvg(model, diagram, { theme: 'colour' });
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(`The templates are not sound:\n${problems.join('\n')}`);
}
