import { lazy, Suspense } from 'react';
import { useSession } from '../store/index.ts';
import { CustomThreatDialog } from './custom-threat-dialog.tsx';
import { UpdateThreatsDialog } from './update-dialog.tsx';

// The reader of lists is fetched when one is asked for.
const ImportDialog = lazy(() =>
  import('./import-dialog.tsx').then((part) => ({ default: part.ImportDialog })),
);

const MoveThreatsDialog = lazy(() =>
  import('./move-dialog.tsx').then((part) => ({ default: part.MoveThreatsDialog })),
);

/** The dialogs about threats; each shows itself when it is asked for. */
export function ThreatDialogs() {
  const importing = useSession((state) => state.dialog?.kind === 'import-list');
  const moving = useSession((state) => state.dialog?.kind === 'move-threats');
  return (
    <>
      <CustomThreatDialog />
      <UpdateThreatsDialog />
      {moving && (
        <Suspense>
          <MoveThreatsDialog />
        </Suspense>
      )}
      {importing && (
        <Suspense>
          <ImportDialog />
        </Suspense>
      )}
    </>
  );
}
