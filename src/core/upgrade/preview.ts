import { atOnce, type Steps } from '../base/index.ts';
import { checkSteps, type Finding } from '../check/index.ts';
import {
  compareVersions,
  isCustomThreat,
  isSameTemplate,
  type Model,
  type Template,
  type Threat,
} from '../document/index.ts';
import { findingStale, isUntouched, regenerating } from '../engine/index.ts';
import type { Mapping } from './mapping.ts';
import { type Upgraded, upgrading } from './upgrade.ts';

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

export const previewUpgrade = (model: Model, next: Template, mapping: Mapping): UpgradePreview =>
  atOnce(previewingUpgrade(model, next, mapping));

/** `previewUpgrade`, in small steps. After it, to put the model in the place of the old one takes no long step either. */
export function* previewingUpgrade(model: Model, next: Template, mapping: Mapping): Steps<UpgradePreview> {
  const upgraded = yield* upgrading(model, next, mapping);
  const threats = yield* comparingThreats(model, upgraded.model);
  const findings = yield* checkSteps(next);
  // Whoever takes the model brings its threats up to date: that they are is known then.
  yield* regenerating(upgraded.model);
  return {
    ...upgraded,
    relation: relationOf(model.template, next),
    threats,
    broken: findings.filter(({ code }) => code === 'broken-rule'),
  };
}

function* comparingThreats(model: Model, next: Model): Steps<UpgradePreview['threats']> {
  const { threats: before } = model;
  const after = new Map(next.threats.map((threat) => [threat.id, threat]));
  const known = new Set(before.map(({ id }) => id));
  const wasStale = yield* findingStale(model);
  const isStale = yield* findingStale(next);
  const [stale, changed]: [Threat[], { before: Threat; after: Threat }[]] = [[], []];
  let [stayed, worked] = [0, 0];
  for (const was of before) {
    yield;
    const now = after.get(was.id);
    if (now === undefined) continue;
    stayed += 1;
    if (!isUntouched(model.template, was)) worked += 1;
    if (isStale.has(now.key) && !wasStale.has(was.key) && !isCustomThreat(was)) stale.push(now);
    else if (was !== now && says(was) !== says(now)) changed.push({ before: was, after: now });
  }
  return {
    added: next.threats.filter(({ id }) => !known.has(id)),
    removed: before.filter(({ id }) => !after.has(id)),
    stale,
    changed,
    kept: stayed - stale.length - changed.length,
    worked,
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
