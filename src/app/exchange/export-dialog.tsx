import { useDeferredValue, useMemo, useState } from 'react';
import { EXPORTS, type ExportFormat } from '../../core/codec/index.ts';
import type { Model } from '../../core/document/index.ts';
import { lossWords } from '../../core/words/later.ts';
import { notify, type OpenModel, setDialog } from '../store/index.ts';
import { Button, download, Field, Modal } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';

const { export: said, cancel } = laterWords.exchange;

/** What a format writes of a model, or why it cannot. */
function written(format: ExportFormat, model: Model) {
  try {
    return { ok: true, ...format.write(model) } as const;
  } catch (error) {
    return { ok: false, cause: error instanceof Error ? error.message : String(error) } as const;
  }
}

const nameOf = (fileName: string, { extensions }: ExportFormat): string =>
  `${fileName.replace(/\.tm7$/i, '')}${extensions[0]}`;

/** The model as a file of another program: what that loses first, then the file. */
export function ExportDialog({ open }: { readonly open: OpenModel }) {
  const { model, fileName } = open;
  const [id, setId] = useState(EXPORTS[0]?.id);
  const format = EXPORTS.find((one) => one.id === id);
  const shown = useDeferredValue(format);
  const found = useMemo(() => (shown === undefined ? null : written(shown, model)), [shown, model]);
  const ready = found?.ok === true && shown === format;
  const close = () => setDialog(null);
  const take = () => {
    if (!ready || format === undefined) return;
    close();
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
      <div className="dialog-parts exchange" role="status" aria-busy={!ready && found?.ok !== false}>
        {found?.ok === false && <p>{said.failed({ file: fileName, cause: found.cause })}</p>}
        {found?.ok === true && (
          <section className="exchange-part">
            <h3>{found.losses.length === 0 ? said.nothing : said.losses({ count: found.losses.length })}</h3>
            <ul className="exchange-lines">
              {found.losses.map((loss) => (
                <li key={loss.code}>{lossWords(loss)}</li>
              ))}
            </ul>
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
