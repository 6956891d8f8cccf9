import { checkTemplate, type Finding } from '../check/index.ts';
import {
  compareVersions,
  isCustomThreat,
  isSameTemplate,
  type Model,
  type Template,
  type Threat,
} from '../document/index.ts';
import { isUntouched, staleThreats } from '../engine/index.ts';
import type { Mapping } from './mapping.ts';
import { type Upgraded, upgrade } from './upgrade.ts';

/** What the other template is to the model's own. */
export type Relation = 'same' | 'newer' | 'older' | 'other';

/** What a change of template would do; nothing is changed by it. */
export interface UpgradePreview extends Upgraded {
  readonly relation: Relation;
  readonly threats: {
    readonly added: readonly Threat[];
    /** Nobody worked on them, and they follow no longer. */
    readonly removed: readonly Threat[];
    /** Somebody worked on them, and they follow no longer: they stay, and say so. */
    readonly stale: readonly Threat[];
    /** They stay, with other texts or another priority than before. */
    readonly changed: readonly { readonly before: Threat; readonly after: Threat }[];
    /** They stay as they are. */
    readonly kept: number;
    /** Of those that stay: how many somebody worked on. */
    readonly worked: number;
  };
  /** What is wrong with the rules of the new template. */
  readonly broken: readonly Finding[];
}

export function previewUpgrade(model: Model, next: Template, mapping: Mapping): UpgradePreview {
  const upgraded = upgrade(model, next, mapping);
  const { threats: before } = model;
  const after = new Map(upgraded.model.threats.map((threat) => [threat.id, threat]));
  const known = new Set(before.map(({ id }) => id));
  const stayed = before.flatMap((threat) => {
    const now = after.get(threat.id);
    return now === undefined ? [] : [{ before: threat, after: now }];
  });
  const wasStale = staleThreats(model);
  const isStale = staleThreats(upgraded.model);
  const stale = stayed.filter(
    ({ before: was, after: now }) => isStale.has(now.key) && !wasStale.has(was.key) && !isCustomThreat(was),
  );
  const gone = new Set(stale);
  const changed = stayed.filter((pair) => !gone.has(pair) && says(pair.before) !== says(pair.after));
  return {
    ...upgraded,
    relation: relationOf(model.template, next),
    threats: {
      added: upgraded.model.threats.filter(({ id }) => !known.has(id)),
      removed: before.filter(({ id }) => !after.has(id)),
      stale: stale.map(({ after: now }) => now),
      changed,
      kept: stayed.length - stale.length - changed.length,
      worked: stayed.filter(({ before: was }) => !isUntouched(model.template, was)).length,
    },
    broken: checkTemplate(next).filter(({ code }) => code === 'broken-rule'),
  };
}

/** What people read of a threat. */
const says = ({ priority, properties }: Threat): string => JSON.stringify([priority, properties]);

/** By id, and then by the numbers of the versions, as far as both have numbers. */
export function relationOf(own: Template, other: Template): Relation {
  if (!isSameTemplate(own.manifest, other.manifest)) return 'other';
  const order = compareVersions(own.manifest.version, other.manifest.version);
  return order === 0 ? 'same' : order < 0 ? 'newer' : 'older';
}
