import { type Element, findProperty, isOutOfScope, OUT_OF_SCOPE } from '../../../core/document/index.ts';
import { setProperty } from '../../../core/edit/index.ts';
import type { Command } from '../../store/index.ts';
import { laterWords } from '../../words/later.ts';
import { editable, selected } from '../base/selected.ts';

const { scope: said } = laterWords;

/** The selected elements that can be out of scope: boundaries and annotations cannot. */
const scoped = (): readonly Element[] =>
  selected()?.elements.filter((element) => findProperty(element, OUT_OF_SCOPE)?.kind === 'boolean') ?? [];

/** Whether all of them are. */
const allOut = (): boolean => scoped().every(isOutOfScope) && scoped().length > 0;

/** Sets all that is selected out of scope, or back when all of it is. */
export const scopeCommand: Command = {
  id: 'edit.out-of-scope',
  label: said.command,
  group: 'Edit',
  where: 'canvas',
  keywords: said.keywords,
  enabled: () => editable() && scoped().length > 0,
  checked: allOut,
  run: () => {
    const now = selected();
    const ids = scoped().map(({ id }) => id);
    const on = !allOut();
    now?.canvas.commit(said.step({ on }), (model) => setProperty(model, ids, OUT_OF_SCOPE, on));
  },
};
