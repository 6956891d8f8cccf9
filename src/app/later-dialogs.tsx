import { CompareDialogs } from './compare/index.ts';
import { readModelOf } from './files/read-model.ts';
import { UpgradeDialog } from './upgrade/index.ts';

/** What opens over a model and is seldom asked for: it comes once the editor has been painted. */
export function LaterDialogs() {
  return (
    <>
      <UpgradeDialog />
      <CompareDialogs readModel={readModelOf} />
    </>
  );
}
