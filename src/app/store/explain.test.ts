import { expect, it } from 'vitest';
import { closeHelp, explain, session, setDialog } from './index.ts';

const shown = () => {
  const { dialog, explaining } = session.getState();
  return [dialog?.kind ?? null, explaining];
};

it('opens the help, and closes it again', () => {
  setDialog(null);
  explain('message:unnamed');
  expect(session.getState().dialog).toEqual({ kind: 'help', at: 'message:unnamed' });
  closeHelp();
  expect(shown()).toEqual([null, null]);
});

it('lies above a dialog that is open, which is there when it is closed', () => {
  setDialog({ kind: 'export-as' });
  explain('loss:curves');
  expect(shown()).toEqual(['export-as', 'loss:curves']);
  closeHelp();
  expect(shown()).toEqual(['export-as', null]);
  setDialog(null);
});

it('goes with the dialog that it explained', () => {
  setDialog({ kind: 'export-as' });
  explain('loss:curves');
  setDialog(null);
  expect(shown()).toEqual([null, null]);
});
