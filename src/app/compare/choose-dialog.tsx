import { type ComponentType, useMemo, useRef, useState } from 'react';
import {
  activeModel,
  type OpenModel,
  type OtherModel,
  type ReadModel,
  session,
  setDialog,
  useSession,
} from '../store/index.ts';
import { Button, lastBegun, Modal } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { earlierOf, othersOf } from './others.ts';

const { compare: said } = laterWords;

/** Offers the states that are kept of a model; the one that is chosen is read where it is asked for. */
export type KeptChoice = ComponentType<{
  readonly open: OpenModel;
  readonly onChoose: (read: () => Promise<OtherModel | null>) => void;
}>;

interface ChooseProps {
  readonly open: OpenModel;
  readonly readModel: ReadModel;
  readonly Kept: KeptChoice;
}

/** What the model in front is compared with. */
export function ChooseDialog({ open, readModel, Kept }: ChooseProps) {
  const input = useRef<HTMLInputElement>(null);
  const documents = useSession((state) => state.documents);
  const tabs = documents.filter((one) => one.kind === 'model');
  const compare = (other: OtherModel) => setDialog({ kind: 'compare', model: open.id, other });
  const [begin] = useState(lastBegun);
  const read = async (reading: () => Promise<OtherModel | null>) => {
    const isLast = begin();
    const other = await reading();
    if (other !== null && isLast() && isAsked(open)) compare(other);
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
        <Earlier open={open} onChoose={compare} />
        <Kept open={open} onChoose={(reading) => void read(reading)} />
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
          const [file] = event.target.files ?? [];
          if (file !== undefined) void read(() => readModel(file));
          event.target.value = '';
        }}
      />
    </Modal>
  );
}

/** Whether this is still asked of the model in front: a file may take long to read. */
const isAsked = ({ id }: OpenModel): boolean =>
  session.getState().dialog?.kind === 'compare-with' && activeModel()?.id === id;

/** The model as it was before one of its last steps; nothing where there is none. */
function Earlier({
  open,
  onChoose,
}: {
  readonly open: OpenModel;
  readonly onChoose: (other: OtherModel) => void;
}) {
  const [at, setAt] = useState(0);
  const earlier = useMemo(() => earlierOf(open), [open]);
  const chosen = earlier[at];
  if (chosen === undefined) return null;
  return (
    <div className="compare-earlier">
      <select
        className="input"
        aria-label={said.with.earlier}
        value={at}
        onChange={({ target }) => setAt(Number(target.value))}
      >
        {earlier.map(({ label }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps may be called the same, and none moves
          <option key={index} value={index}>
            {label}
          </option>
        ))}
      </select>
      <Button onClick={() => onChoose(chosen.other)}>{said.with.compare}</Button>
    </div>
  );
}
