import { type Fields, fieldsOf } from '../../../core/threat-list/index.ts';
import { model } from '../../../core/threat-list/testing/sample.ts';
import type { ListOptions } from '../rows.ts';

export { model, withThreats } from '../../../core/threat-list/testing/sample.ts';

export const fields: Fields = fieldsOf(model.template);

/** A list that leaves nothing out, in stored order, without groups. */
export const ALL: ListOptions = {
  text: '',
  flows: null,
  sort: 'stored',
  descending: false,
  group: 'none',
};
