import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel, readTemplate } from '../codec/index.ts';
import { checkPorts } from '../edit/index.ts';
import { refusalWords } from '../words/later.ts';
import { embedTemplate } from './embed.ts';
import { checkInvariants } from './invariants.ts';
import type { Element, Model, Property } from './model.ts';
import { buildProperties } from './properties.ts';
import { isAnnotation, isLine } from './queries.ts';
import type { Template } from './template.ts';

// Files of the Windows tool that are not part of the project; their place may differ.
const SHARED = join(import.meta.dirname, '..', '..', '..', '..', 'shared');
const there = (...folders: readonly string[]): readonly string[] =>
  folders.map((folder) => join(SHARED, folder)).filter((root) => existsSync(root));
const roots = there('corpus/models', 'seed');
if (roots.length === 0)
  console.warn('SKIPPED: no corpus beside the project, property lists are not compared');

const files = roots.flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tm7'))
    .map((name) => join(root, name)),
);

function load(file: string): Model {
  const read = readModel(new Uint8Array(readFileSync(file)));
  if (!read.ok) throw new Error(`${file}: ${refusalWords(read.error)}`);
  return read.value.model;
}

/** What the template decides about a property. */
const decided = (property: Property): unknown => {
  const { kind, displayName, name } = property;
  return [kind, displayName, name, kind === 'list' || kind === 'staticList' ? property.values : null];
};

/** The list that the tool stores for an element drawn since the file was opened differs (format 1.7). */
function inStoredForm(model: Model, element: Element, built: readonly Property[]): readonly Property[] {
  const last = element.properties.at(-1);
  if (element.kind === 'borderBoundary' && last?.displayName === 'Trust Boundary Area')
    return [...built, last];
  const short = !isLine(element) && isAnnotation(model.template, element) && element.properties.length === 2;
  return short ? built.slice(0, 2) : built;
}

describe.runIf(files.length > 0)('the corpus', () => {
  it.each(files)('%s: property lists follow from the template, invariants hold', (file) => {
    const model = load(file);
    let compared = 0;
    for (const diagram of model.diagrams) {
      for (const element of [...diagram.shapes, ...diagram.lines]) {
        const built = buildProperties(model.template, element.typeId, element.kind);
        const wanted = inStoredForm(model, element, built);
        expect(element.properties.map(decided), element.id).toEqual(wanted.map(decided));
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(0);
    expect(checkInvariants(model)).toEqual([]);
    expect(checkPorts(model)).toEqual([]);
  });
});

describe.runIf(roots.length > 0)('templates as the tool embeds them (format 2.3)', () => {
  const folders = there('corpus/templates', 'seed');
  const templates = folders.flatMap((root) =>
    readdirSync(root)
      .filter((name) => name.endsWith('.tb7'))
      .map((name) => join(root, name)),
  );
  /** What a 2016 model does not hold, and what is no part of a template's identity. */
  const comparable = (template: Template): unknown => {
    const bare = (type: Template['genericElements'][number]) => ({ ...type, stencilConstraints: [] });
    const plain = (datum: Template['threatMetadata']['datums'][number]) => ({ ...datum, attributeType: 0 });
    return {
      ...template,
      generation: '',
      manifest: { ...template.manifest, author: '' },
      genericElements: template.genericElements.map(bare),
      standardElements: template.standardElements.map(bare),
      threatMetadata: { ...template.threatMetadata, datums: template.threatMetadata.datums.map(plain) },
      threatTypes: template.threatTypes.map((type) => ({ ...type, datums: type.datums.map(plain) })),
    };
  };

  it('at least one template has models that embed it', () => {
    const held = new Set(
      files.map(load).map(({ template: { manifest } }) => `${manifest.id} ${manifest.version}`),
    );
    const ids = templates.map((file) => {
      const read = readTemplate(new Uint8Array(readFileSync(file)));
      if (!read.ok) throw new Error(refusalWords(read.error));
      return `${read.value.template.manifest.id} ${read.value.template.manifest.version}`;
    });
    expect(ids.filter((id) => held.has(id))).not.toEqual([]);
  });

  it.each(templates)('%s', (file) => {
    const read = readTemplate(new Uint8Array(readFileSync(file)));
    if (!read.ok) throw new Error(refusalWords(read.error));
    const { template } = read.value;
    const { id, version } = template.manifest;
    const holders = files
      .map(load)
      .filter(({ template: { manifest } }) => manifest.id === id && manifest.version === version);
    // A template whose every model is of another version has nobody to be compared with.
    for (const model of holders) {
      const embedded = embedTemplate(template);
      if (model.template.generation === 'G7') expect(embedded).toEqual(model.template);
      else expect(comparable(embedded)).toEqual(comparable(model.template));
    }
  });
});
