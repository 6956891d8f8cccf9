import { X } from 'lucide-react';
import { useRef } from 'react';
import type { OpenModel } from '../store/index.ts';
import { Button, IconButton } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { compareReport, type OlderModel, type ReadModel, useOlder } from './kept-since.ts';

const { reportSince: said } = laterWords;

/** The states of the model that are at hand: as it was saved, and as it was opened. */
function atHand({ model, saved, opened, fileName }: OpenModel) {
  const states: { readonly label: string; readonly older: OlderModel }[] = [];
  if (saved !== null && saved !== model)
    states.push({ label: said.saved, older: { name: said.savedName({ file: fileName }), model: saved } });
  if (opened !== null && opened.model !== model && opened.model !== saved)
    states.push({
      label: said.opened,
      older: { name: said.openedName({ file: fileName }), model: opened.model },
    });
  return states;
}

interface SinceProps {
  readonly open: OpenModel;
  readonly readModel: ReadModel;
}

/** The older state that the summary tells the changes from, such as the file of the last report. */
export function SinceChoice({ open, readModel }: SinceProps) {
  const picker = useRef<HTMLInputElement>(null);
  const chooser = useRef<HTMLButtonElement>(null);
  const older = useOlder(open.id);
  const read = async (file: File) => {
    const found = await readModel(file);
    if (found !== null) compareReport(open.id, found);
  };
  return (
    <fieldset className="report-since">
      <legend>{said.name}</legend>
      {older !== null && (
        <p className="report-since-chosen">
          <span>{older.name}</span>
          <IconButton
            label={said.remove({ name: older.name })}
            onClick={() => {
              compareReport(open.id, null);
              // The button that was pressed goes.
              chooser.current?.focus();
            }}
          >
            <X size={14} aria-hidden />
          </IconButton>
        </p>
      )}
      <div className="report-since-ways">
        <Button ref={chooser} onClick={() => picker.current?.click()}>
          {said.file}
        </Button>
        {atHand(open).map((state) => (
          <Button key={state.label} onClick={() => compareReport(open.id, state.older)}>
            {state.label}
          </Button>
        ))}
      </div>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".tm7"
        aria-label={said.fileLabel}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file !== undefined) void read(file);
        }}
      />
    </fieldset>
  );
}
