import './exchange.css';
import { type ForeignFile, session, setDialog, useActiveModel, useSession } from '../store/index.ts';
import { ExportDialog } from './export-dialog.tsx';
import type { Host } from './host.ts';
import { ImportDialog } from './import-dialog.tsx';

/** The next file is asked about when one is done with, whether it was imported or not. */
function nextFile(done: ForeignFile): void {
  const { dialog } = session.getState();
  if (dialog?.kind !== 'import-files') return;
  const files = dialog.files.filter((one) => one !== done);
  setDialog(files.length === 0 ? null : { kind: 'import-files', files });
}

/** What is asked about files of other programs, in and out. */
export function ExchangeDialogs({ host }: { readonly host: Host }) {
  const dialog = useSession((state) => state.dialog);
  const front = useActiveModel();
  if (dialog?.kind === 'export-as') return front === null ? null : <ExportDialog open={front} />;
  const [file] = dialog?.kind === 'import-files' ? dialog.files : [];
  if (dialog?.kind !== 'import-files' || file === undefined) return null;
  return (
    <ImportDialog
      // Another file is another question.
      key={file.id}
      file={file}
      front={front}
      waiting={dialog.files.length - 1}
      host={host}
      // What closes the help above it closes no question.
      onClose={() => session.getState().explaining === null && nextFile(file)}
      onDone={() => nextFile(file)}
    />
  );
}
