import { useEffect } from 'react';
import { CompareDialogs } from './compare/index.ts';
import { HistoryDialog } from './files/history/history-dialog.tsx';
import { startHistory } from './files/history/keep-history.ts';
import { RevisionChoice } from './files/history/revision-choice.tsx';
import { readModelOf } from './files/read-model.ts';
import { NameQuestion } from './shell/name-question.tsx';
import { hintLongPress } from './shell/touch-hint.ts';
import { UpgradeDialog } from './upgrade/index.ts';

/** What opens over a model and is seldom asked for: it comes once the editor has been painted. */
export function LaterDialogs() {
  useEffect(startHistory, []);
  useEffect(() => hintLongPress(), []);
  return (
    <>
      <UpgradeDialog />
      <CompareDialogs readModel={readModelOf} Kept={RevisionChoice} />
      <HistoryDialog />
      <NameQuestion />
    </>
  );
}
