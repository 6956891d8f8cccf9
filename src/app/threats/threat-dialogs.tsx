import { lazy, Suspense } from 'react';
import { useActiveModel, useSession } from '../store/index.ts';
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

const ReplaceDialog = lazy(() =>
  import('./bulk/replace-dialog.tsx').then((part) => ({ default: part.ReplaceDialog })),
);
const EditThreatsDialog = lazy(() =>
  import('./bulk/edit-dialog.tsx').then((part) => ({ default: part.EditThreatsDialog })),
);
const ViewsDialog = lazy(() =>
  import('./bulk/views-dialog.tsx').then((part) => ({ default: part.ViewsDialog })),
);

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
      <ManyThreats />
    </>
  );
}

/** What is asked of many threats at once. */
function ManyThreats() {
  const kind = useSession((state) => state.dialog?.kind);
  const open = useActiveModel();
  if (open === null) return null;
  return (
    <Suspense>
      {kind === 'edit-threats' && <EditThreatsDialog model={open.model} />}
      {kind === 'replace-justifications' && <ReplaceDialog model={open.model} />}
      {kind === 'threat-views' && <ViewsDialog open={open} />}
    </Suspense>
  );
}
