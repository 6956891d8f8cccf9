import type { AttributeSource } from '../../scripts/templates/format.ts';

/** Labels of properties that several stencils have; `noYes` is answered "No" until somebody says otherwise. */
export const SOURCE_KNOWN = 'Source Authenticated';
export const DESTINATION_KNOWN = 'Destination Authenticated';
export const CONFIDENTIAL = 'Confidential in Transit';
export const UNCHANGED = 'Integrity Protected in Transit';
export const KIND_OF_PARTY = 'Person or Program';
export const STORE_TYPE = 'Kind of Store';

export const noYes = (name: string, label: string): AttributeSource => ({
  name,
  label,
  values: ['No', 'Yes'],
});
