import type { Template } from '../../document/index.ts';

/** What a person writes about a template as a whole. Its id is not: models find their template by it. */
export type ManifestField = 'name' | 'version' | 'author';

/** Sets the name, the version or the author of a template. */
export function setManifest(template: Template, field: ManifestField, text: string): Template {
  if (template.manifest[field] === text) return template;
  return { ...template, manifest: { ...template.manifest, [field]: text } };
}
