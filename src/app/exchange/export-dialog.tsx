import { useDeferredValue, useMemo, useState } from 'react';
import { EXPORTS, type ExportAnswers, type ExportFormat } from '../../core/codec/index.ts';
import type { Model } from '../../core/document/index.ts';
import { keepNote } from '../../core/edit/index.ts';
import { author, commit, explain, notify, type OpenModel, setDialog } from '../store/index.ts';
import { Button, download, Field, Modal, WrongText } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { ExportOptions } from './export-options.tsx';
import { LossLines } from './loss-lines.tsx';
import { lossLine } from './planned.ts';

const { export: said, cancel } = laterWords.exchange;

/** What a format writes of a model, or why it cannot. */
function written(format: ExportFormat, model: Model, answers: ExportAnswers) {
  try {
    return { ok: true, ...format.write(model, answers) } as const;
  } catch (error) {
    return { ok: false, cause: error instanceof Error ? error.message : String(error) } as const;
  }
}

const nameOf = (fileName: string, { extensions }: ExportFormat): string =>
  `${fileName.replace(/\.tm7$/i, '')}${extensions[0]}`;

/** What is chosen for a format, as usual where nobody did. */
const answersFor = ({ options = [] }: ExportFormat, model: Model, chosen: ExportAnswers): ExportAnswers =>
  Object.fromEntries(options.map(({ id, usual }) => [id, chosen[id] ?? usual(model)]));

/** The model as a file of another program: what that loses first, then the file. */
export function ExportDialog({ open }: { readonly open: OpenModel }) {
  const { model, fileName } = open;
  const [id, setId] = useState(EXPORTS[0]?.id);
  const [chosen, setChosen] = useState<ExportAnswers>({});
  const format = EXPORTS.find((one) => one.id === id);
  const wanted = useMemo(
    () => (format === undefined ? null : { format, answers: answersFor(format, model, chosen) }),
    [format, model, chosen],
  );
  const shown = useDeferredValue(wanted);
  const found = useMemo(
    () => (shown === null ? null : written(shown.format, model, shown.answers)),
    [shown, model],
  );
  const ready = found?.ok === true && shown === wanted;
  const note = wanted === null ? null : (wanted.format.noteToKeep?.(model, wanted.answers) ?? null);
  const close = () => setDialog(null);
  const take = () => {
    if (!ready || format === undefined) return;
    close();
    if (note !== null) commit(said.kept, (before) => keepNote(before, note, author()), { model: open.id });
    const name = nameOf(fileName, format);
    download(name, found.bytes, format.mime);
    notify({ tone: 'success', text: said.done({ file: name }) });
  };
  return (
    <Modal title={said.title({ file: fileName })} description={said.about} wide onClose={close}>
      <Field label={said.format} hint={format?.note}>
        {(field) => (
          <select
            id={field}
            className="input"
            value={id}
            onChange={({ target }) => setId(EXPORTS.find((one) => one.id === target.value)?.id)}
          >
            {EXPORTS.map((one) => (
              <option key={one.id} value={one.id}>
                {`${one.label} (${one.extensions[0]})`}
              </option>
            ))}
          </select>
        )}
      </Field>
      {wanted?.format.options && (
        <div className="exchange">
          <ExportOptions
            options={wanted.format.options}
            answers={wanted.answers}
            onChange={(answers) => setChosen({ ...chosen, ...answers })}
          />
          {note !== null && <p className="hint">{said.keeps}</p>}
        </div>
      )}
      <div className="dialog-parts exchange" role="status" aria-busy={!ready && found?.ok !== false}>
        {found?.ok === false && (
          <WrongText onExplain={() => explain('fault:not-made')}>
            {said.failed({ file: fileName, cause: found.cause })}
          </WrongText>
        )}
        {found?.ok === true && (
          <section className="exchange-part">
            <h3>{found.losses.length === 0 ? said.nothing : said.losses({ count: found.losses.length })}</h3>
            <LossLines lines={found.losses.map(lossLine)} />
          </section>
        )}
      </div>
      <div className="modal-actions">
        <Button onClick={close}>{cancel}</Button>
        {/* Not `disabled`: that would take the focus from it. */}
        <Button tone="primary" aria-disabled={!ready} onClick={take}>
          {said.take}
        </Button>
      </div>
    </Modal>
  );
}
