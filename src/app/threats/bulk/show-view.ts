import { type OpenModel, setView } from '../../store/index.ts';
import { changeListState, listStateOf } from '../list-state.ts';
import type { KeptView } from './views.ts';

/** The present look at the threats of a model, under a name. */
export function viewOf(open: OpenModel, name: string): KeptView {
  const { options, columns } = listStateOf(open);
  const { text, sort, descending, group } = options;
  return { name, text, sort, descending, group, columns };
}

/** Shows the threats of a model as a view says. */
export function showView(open: OpenModel, { text, sort, descending, group, columns }: KeptView): void {
  changeListState(open, (before) => ({ ...before, columns, options: { text, sort, descending, group } }));
  setView('threats');
}
