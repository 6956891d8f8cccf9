import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel, readTemplate, writeModel, writeTemplate } from '../../core/codec/index.ts';
import type { Model } from '../../core/document/index.ts';
import { refusalWords } from '../../core/words/later.ts';

const ROOT = path.join(import.meta.dirname, '../../..');

function load(file: string): Model {
  const read = readModel(new Uint8Array(readFileSync(file)));
  if (!read.ok) throw new Error(refusalWords(read.error));
  return read.value.model;
}

const ALL_FILES = [
  'templates',
  '../shared/corpus/models',
  '../shared/corpus/other-writers',
  '../shared/corpus/templates',
]
  .map((folder) => path.join(ROOT, folder))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)));
const FILES = ALL_FILES.filter((file) => file.endsWith('.tm7'));
const TEMPLATES = ALL_FILES.filter((file) => file.endsWith('.tb7'));

if (!existsSync(path.join(ROOT, '../shared/corpus')))
  console.warn('SKIPPED: no corpus beside the project, only our own samples tell what is stored');

/** Every place of the data where a key stands: lists are one place. */
function places(value: unknown, at = '', found = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(value)) {
    for (const item of value) places(item, `${at}[]`, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      found.add(`${at}.${key}`);
      places(inner, `${at}.${key}`, found);
    }
  }
  return found;
}

describe('the stored document', () => {
  it.each(FILES.map((file) => [path.basename(file), file]))('%s is the same file as a copy', (_, file) => {
    const model = load(file);
    expect(Buffer.from(writeModel(structuredClone(model))).equals(Buffer.from(writeModel(model)))).toBe(true);
  });

  it.each(TEMPLATES.map((file) => [path.basename(file), file]))(
    '%s is the same template as a copy',
    (_, file) => {
      const read = readTemplate(new Uint8Array(readFileSync(file)));
      if (!read.ok) throw new Error(refusalWords(read.error));
      const { template } = read.value;
      const written = Buffer.from(writeTemplate(structuredClone(template)));
      expect(written.equals(Buffer.from(writeTemplate(template)))).toBe(true);
    },
  );

  it('has the form of the newest step in MIGRATIONS: add a step when this changes', () => {
    const samples = ['docker-sample', 'web-application'].map((name) =>
      load(path.join(ROOT, 'templates', `${name}.tm7`)),
    );
    const found = samples.flatMap((sample) => [...places(sample)]);
    expect([...new Set(found)].sort()).toMatchInlineSnapshot(`
      [
        ".diagrams",
        ".diagrams[].genericTypeId",
        ".diagrams[].header",
        ".diagrams[].id",
        ".diagrams[].lines",
        ".diagrams[].lines[].genericTypeId",
        ".diagrams[].lines[].handle",
        ".diagrams[].lines[].handle.x",
        ".diagrams[].lines[].handle.y",
        ".diagrams[].lines[].id",
        ".diagrams[].lines[].kind",
        ".diagrams[].lines[].properties",
        ".diagrams[].lines[].properties[].displayName",
        ".diagrams[].lines[].properties[].kind",
        ".diagrams[].lines[].properties[].name",
        ".diagrams[].lines[].properties[].selectedIndex",
        ".diagrams[].lines[].properties[].value",
        ".diagrams[].lines[].properties[].values",
        ".diagrams[].lines[].source",
        ".diagrams[].lines[].source.element",
        ".diagrams[].lines[].source.port",
        ".diagrams[].lines[].source.x",
        ".diagrams[].lines[].source.y",
        ".diagrams[].lines[].target",
        ".diagrams[].lines[].target.element",
        ".diagrams[].lines[].target.port",
        ".diagrams[].lines[].target.x",
        ".diagrams[].lines[].target.y",
        ".diagrams[].lines[].typeId",
        ".diagrams[].properties",
        ".diagrams[].properties[].displayName",
        ".diagrams[].properties[].kind",
        ".diagrams[].properties[].name",
        ".diagrams[].properties[].value",
        ".diagrams[].shapes",
        ".diagrams[].shapes[].genericTypeId",
        ".diagrams[].shapes[].height",
        ".diagrams[].shapes[].id",
        ".diagrams[].shapes[].kind",
        ".diagrams[].shapes[].left",
        ".diagrams[].shapes[].properties",
        ".diagrams[].shapes[].properties[].displayName",
        ".diagrams[].shapes[].properties[].kind",
        ".diagrams[].shapes[].properties[].name",
        ".diagrams[].shapes[].properties[].selectedIndex",
        ".diagrams[].shapes[].properties[].value",
        ".diagrams[].shapes[].properties[].values",
        ".diagrams[].shapes[].strokeDashArray",
        ".diagrams[].shapes[].strokeThickness",
        ".diagrams[].shapes[].top",
        ".diagrams[].shapes[].typeId",
        ".diagrams[].shapes[].width",
        ".diagrams[].typeId",
        ".diagrams[].zoom",
        ".information",
        ".information.assumptions",
        ".information.contributors",
        ".information.description",
        ".information.externalDependencies",
        ".information.name",
        ".information.owner",
        ".information.reviewer",
        ".notes",
        ".promptedTemplates",
        ".template",
        ".template.generation",
        ".template.genericElements",
        ".template.genericElements[].attributes",
        ".template.genericElements[].attributes[].displayName",
        ".template.genericElements[].attributes[].inheritance",
        ".template.genericElements[].attributes[].isExtension",
        ".template.genericElements[].attributes[].mode",
        ".template.genericElements[].attributes[].name",
        ".template.genericElements[].attributes[].type",
        ".template.genericElements[].attributes[].values",
        ".template.genericElements[].description",
        ".template.genericElements[].hidden",
        ".template.genericElements[].id",
        ".template.genericElements[].image",
        ".template.genericElements[].imageLocation",
        ".template.genericElements[].isExtension",
        ".template.genericElements[].name",
        ".template.genericElements[].parentId",
        ".template.genericElements[].representation",
        ".template.genericElements[].stencilConstraints",
        ".template.genericElements[].stencilConstraints[].isExtension",
        ".template.genericElements[].stencilConstraints[].stencilConnection",
        ".template.genericElements[].stencilConstraints[].stencilType",
        ".template.genericElements[].strokeThickness",
        ".template.manifest",
        ".template.manifest.author",
        ".template.manifest.id",
        ".template.manifest.name",
        ".template.manifest.version",
        ".template.standardElements",
        ".template.standardElements[].attributes",
        ".template.standardElements[].attributes[].displayName",
        ".template.standardElements[].attributes[].inheritance",
        ".template.standardElements[].attributes[].isExtension",
        ".template.standardElements[].attributes[].mode",
        ".template.standardElements[].attributes[].name",
        ".template.standardElements[].attributes[].type",
        ".template.standardElements[].attributes[].values",
        ".template.standardElements[].description",
        ".template.standardElements[].hidden",
        ".template.standardElements[].id",
        ".template.standardElements[].image",
        ".template.standardElements[].imageLocation",
        ".template.standardElements[].isExtension",
        ".template.standardElements[].name",
        ".template.standardElements[].parentId",
        ".template.standardElements[].representation",
        ".template.standardElements[].stencilConstraints",
        ".template.standardElements[].stencilConstraints[].isExtension",
        ".template.standardElements[].stencilConstraints[].stencilConnection",
        ".template.standardElements[].stencilConstraints[].stencilType",
        ".template.standardElements[].strokeThickness",
        ".template.threatCategories",
        ".template.threatCategories[].id",
        ".template.threatCategories[].isExtension",
        ".template.threatCategories[].longDescription",
        ".template.threatCategories[].name",
        ".template.threatCategories[].shortDescription",
        ".template.threatMetadata",
        ".template.threatMetadata.datums",
        ".template.threatMetadata.datums[].attributeType",
        ".template.threatMetadata.datums[].hideFromUi",
        ".template.threatMetadata.datums[].id",
        ".template.threatMetadata.datums[].label",
        ".template.threatMetadata.datums[].name",
        ".template.threatMetadata.datums[].values",
        ".template.threatMetadata.isPriorityUsed",
        ".template.threatMetadata.isStatusUsed",
        ".template.threatTypes",
        ".template.threatTypes[].categoryId",
        ".template.threatTypes[].datums",
        ".template.threatTypes[].datums[].attributeType",
        ".template.threatTypes[].datums[].hideFromUi",
        ".template.threatTypes[].datums[].id",
        ".template.threatTypes[].datums[].label",
        ".template.threatTypes[].datums[].name",
        ".template.threatTypes[].datums[].values",
        ".template.threatTypes[].description",
        ".template.threatTypes[].filters",
        ".template.threatTypes[].filters.exclude",
        ".template.threatTypes[].filters.include",
        ".template.threatTypes[].id",
        ".template.threatTypes[].isExtension",
        ".template.threatTypes[].relatedCategory",
        ".template.threatTypes[].shortTitle",
        ".threatGenerationEnabled",
        ".threats",
        ".threats[].changedBy",
        ".threats[].diagramId",
        ".threats[].flowId",
        ".threats[].id",
        ".threats[].interactionKey",
        ".threats[].key",
        ".threats[].modifiedAt",
        ".threats[].priority",
        ".threats[].properties",
        ".threats[].sourceId",
        ".threats[].state",
        ".threats[].targetId",
        ".threats[].typeId",
        ".threats[].upgraded",
        ".threats[].wide",
        ".validations",
        ".version",
      ]
    `);
  });
});
