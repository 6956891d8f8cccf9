export { type Mapping, mappingText, NO_CHOICES, parseMapping, type TypeChoice } from './mapping.ts';
export type { MatchedBy, TypeMatch } from './match-types.ts';
export {
  previewingUpgrade,
  previewUpgrade,
  type Relation,
  relationOf,
  type UpgradePreview,
} from './preview.ts';
export { type Lost, type MappedProperty, type Upgraded, upgrade, upgrading } from './upgrade.ts';
