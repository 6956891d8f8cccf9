import './compare.css';
import { type ReadModel, useActiveModel, useSession } from '../store/index.ts';
import { ChooseDialog, type KeptChoice } from './choose-dialog.tsx';
import { CompareDialog } from './compare-dialog.tsx';
import { MergeModelsDialog } from './merge-models-dialog.tsx';

interface CompareDialogsProps {
  readonly readModel: ReadModel;
  readonly Kept: KeptChoice;
}

/** What compares the model in front, and merges another one into it. */
export function CompareDialogs({ readModel, Kept }: CompareDialogsProps) {
  const dialog = useSession((state) => state.dialog);
  const open = useActiveModel();
  if (open === null) return null;
  switch (dialog?.kind) {
    case 'compare-with':
      return <ChooseDialog open={open} readModel={readModel} Kept={Kept} />;
    case 'compare':
      return dialog.model === open.id ? <CompareDialog open={open} other={dialog.other} /> : null;
    case 'merge-models':
      return dialog.model === open.id ? (
        <MergeModelsDialog key={open.id} open={open} readModel={readModel} />
      ) : null;
    default:
      return null;
  }
}
