import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { type OpenModel, type OtherModel, type ReadModel, statesAtHand } from '../store/index.ts';
import { Button, IconButton, lastBegun } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { compareReport, useOlder } from './kept-since.ts';

const { compare: states, reportSince: said } = laterWords;

interface SinceProps {
  readonly open: OpenModel;
  readonly readModel: ReadModel;
}

/** The older state that the summary tells the changes from, such as the file of the last report. */
export function SinceChoice({ open, readModel }: SinceProps) {
  const picker = useRef<HTMLInputElement>(null);
  const chooser = useRef<HTMLButtonElement>(null);
  const older = useOlder(open.id);
  const [begin] = useState(lastBegun);
  const choose = (since: OtherModel | null) => {
    // A file that is still read is no longer what was chosen last.
    begin();
    compareReport(open.id, since);
  };
  const read = async (file: File) => {
    const isLast = begin();
    const found = await readModel(file);
    if (found !== null && isLast()) compareReport(open.id, found);
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
              choose(null);
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
        {statesAtHand(open).map(({ kind, model }) => (
          <Button
            key={kind}
            onClick={() => choose({ name: states.names[kind]({ file: open.fileName }), model })}
          >
            {states.with[kind]}
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
