import type { Template } from '../../document/index.ts';

/** What a person writes about a template as a whole. Its id is not: models find their template by it. */
export type ManifestField = 'name' | 'version' | 'author';

/** Sets the name, the version or the author of a template. */
export function setManifest(template: Template, field: ManifestField, text: string): Template {
  if (template.manifest[field] === text) return template;
  return { ...template, manifest: { ...template.manifest, [field]: text } };
}

/** The version after this one: its last number one higher; of a version that is no row of numbers, `1.0.0.1`. */
export function nextVersion(version: string): string {
  const parts = version.trim().split('.');
  if (!parts.every((part) => /^\d{1,9}$/.test(part))) return '1.0.0.1';
  return [...parts.slice(0, -1), String(Number(parts.at(-1)) + 1)].join('.');
}
