import { type ComponentProps, useEffect } from 'react';
import { layoutEngine } from './canvas/commands/layout-engine.ts';
import { NewModelDialog } from './files/new-model-dialog.tsx';
import { freeName } from './files/open.ts';
import { templateChoices } from './files/template-choices.ts';
import { Help } from './help/index.tsx';
import { setDialog, tellNotFetched, useSession } from './store/index.ts';
import { useFetched } from './ui/index.ts';

const exchange = () => import('./exchange/exchange-dialogs.tsx');

type Host = ComponentProps<Awaited<ReturnType<typeof exchange>>['ExchangeDialogs']>['host'];

const host: Host = { templates: templateChoices, freeName, engine: layoutEngine };

/** What is asked about files, whether a document is open or not, and the help. */
export const FileDialogs = () => (
  <>
    <NewModelDialog />
    <Exchange />
    <Help />
  </>
);

/** Formats of other programs come with the first file of one. */
function Exchange() {
  const wanted = useSession(({ dialog }) => dialog?.kind === 'import-files' || dialog?.kind === 'export-as');
  const part = useFetched(exchange, wanted);
  useEffect(() => {
    if (!wanted || part.kind !== 'failed') return;
    setDialog(null);
    tellNotFetched(part.error);
  }, [wanted, part]);
  return wanted && part.kind === 'here' ? <part.loaded.ExchangeDialogs host={host} /> : null;
}
