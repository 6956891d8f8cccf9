import { lazy, Suspense } from 'react';
import { useSession } from '../store/index.ts';
import { UpdateThreatsDialog } from './update-dialog.tsx';

// What no diagram needs, the reader of lists above all, is fetched when it is asked for.
const CustomThreatDialog = lazy(() =>
  import('./custom-threat-dialog.tsx').then((part) => ({ default: part.CustomThreatDialog })),
);
const ImportDialog = lazy(() =>
  import('./import-dialog.tsx').then((part) => ({ default: part.ImportDialog })),
);
const MoveThreatsDialog = lazy(() =>
  import('./move-dialog.tsx').then((part) => ({ default: part.MoveThreatsDialog })),
);
const RiskDialog = lazy(() => import('./risk-dialog.tsx').then((part) => ({ default: part.RiskDialog })));

/** The dialogs about threats; each shows itself when it is asked for. */
export function ThreatDialogs() {
  const kind = useSession((state) => state.dialog?.kind);
  return (
    <>
      <UpdateThreatsDialog />
      <Suspense>
        {kind === 'custom-threat' && <CustomThreatDialog />}
        {kind === 'move-threats' && <MoveThreatsDialog />}
        {kind === 'risk-properties' && <RiskDialog />}
        {kind === 'import-list' && <ImportDialog />}
      </Suspense>
    </>
  );
}
