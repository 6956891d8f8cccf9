import type { Model, Template } from '../document/index.ts';

/**
 * Whether two documents cannot be versions of one: both hold something, and no id of it is the same. Models are
 * compared by their diagrams and what is on them, templates by their id, their stencils and their threat types. One
 * that is empty may become anything.
 */
export function haveNothingInCommon(one: Model | Template, other: Model | Template): boolean {
  const [left, right] = [idsOf(one), idsOf(other)];
  if (left.size === 0 || right.size === 0) return false;
  return ![...left].some((id) => right.has(id));
}

function idsOf(document: Model | Template): ReadonlySet<string> {
  if ('diagrams' in document) {
    const { diagrams } = document;
    return new Set(
      diagrams.flatMap(({ id, shapes, lines }) => [id, ...[...shapes, ...lines].map((one) => one.id)]),
    );
  }
  // Generic stencils have the same ids everywhere.
  const { manifest, standardElements, threatTypes } = document;
  return new Set([manifest.id, ...standardElements.map(({ id }) => id), ...threatTypes.map(({ id }) => id)]);
}
