import { useRef } from 'react';
import type { Model } from '../../core/document/index.ts';
import { type OpenModel, setDialog, useSession } from '../store/index.ts';
import { Button, Modal } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';

const { compare: said } = laterWords;

/** A model to be compared with, and what it is called. */
export interface OtherModel {
  readonly name: string;
  readonly model: Model;
}

/** Reads a file that was chosen; null, and the user was told, where there is no model in it. */
export type ReadModel = (file: File) => Promise<OtherModel | null>;

/** What a model can be compared with, beside files. */
export function othersOf(open: OpenModel, tabs: readonly OpenModel[]) {
  const { saved, opened, model, fileName } = open;
  const own = [
    ...(saved === null || saved === model
      ? []
      : [{ label: said.with.saved, other: { name: said.savedName({ file: fileName }), model: saved } }]),
    ...(opened === null || opened.model === model || opened.model === saved
      ? []
      : [
          {
            label: said.with.opened,
            other: { name: said.openedName({ file: fileName }), model: opened.model },
          },
        ]),
  ];
  const others = tabs
    .filter(({ id }) => id !== open.id)
    .map((tab) => ({
      label: said.with.tab({ file: tab.fileName }),
      other: { name: tab.fileName, model: tab.model },
    }));
  return [...own, ...others];
}

interface ChooseProps {
  readonly open: OpenModel;
  readonly readModel: ReadModel;
}

/** What the model in front is compared with. */
export function ChooseDialog({ open, readModel }: ChooseProps) {
  const input = useRef<HTMLInputElement>(null);
  const documents = useSession((state) => state.documents);
  const tabs = documents.filter((one) => one.kind === 'model');
  const compare = (other: OtherModel) => setDialog({ kind: 'compare', model: open.id, other });
  const read = async (file: File | undefined) => {
    const other = file === undefined ? null : await readModel(file);
    if (other !== null) compare(other);
  };
  const others = othersOf(open, tabs);
  return (
    <Modal
      title={said.with.title({ file: open.fileName })}
      description={said.with.text}
      onClose={() => setDialog(null)}
    >
      <div className="compare-with">
        {others.map(({ label, other }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may be the same, and none moves
          <Button key={index} onClick={() => compare(other)}>
            {label}
          </Button>
        ))}
        <Button onClick={() => input.current?.click()}>{said.with.file}</Button>
      </div>
      <div className="modal-actions">
        <Button onClick={() => setDialog(null)}>{said.with.cancel}</Button>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept=".tm7"
        aria-label={said.with.fileLabel}
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </Modal>
  );
}
