import type { Draft } from '../../core/codec/index.ts';
import { explain, type OpenModel } from '../store/index.ts';
import { Button, download, Field, Modal, WrongText } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { choicesFile } from './kept-kinds.ts';
import { Kinds } from './kinds.tsx';
import { LossLines } from './loss-lines.tsx';
import { Pages } from './pages.tsx';
import { labelOf, type Otherwise, stemOf } from './planned.ts';
import { type ImportProps, useImport } from './use-import.ts';
import { IN_USE, type Templates } from './use-templates.ts';

const { exchange: said } = laterWords;

const countsOf = ({ diagrams, threats = [] }: Draft) => ({
  pages: diagrams.length,
  shapes: diagrams.reduce((sum, { nodes }) => sum + nodes.length, 0),
  lines: diagrams.reduce((sum, { lines }) => sum + lines.length, 0),
  threats: threats.length,
});

/** What comes of a file of another program: shown whole before anything happens. */
export function ImportDialog(props: ImportProps) {
  const { file, front, waiting, host, onClose } = props;
  const { draft, format } = file.imported;
  const now = useImport(props);
  const { planned, choices, templates, working } = now;
  const save = () => {
    if (planned === null) return;
    download(`${stemOf(file.name, format)}.kinds.json`, choicesFile(planned.plan.kinds), 'application/json');
  };
  return (
    <Modal
      title={said.title({ file: file.name })}
      description={said.about({ format: labelOf(format), ...countsOf(draft) })}
      wide
      onClose={onClose}
    >
      <div className="dialog-parts exchange" aria-busy={working || templates.coming || now.lines === null}>
        <Pages
          planned={now.ofAll}
          pages={draft.diagrams}
          ticked={now.pages}
          engine={host.engine}
          onTick={now.tick}
        />
        <Target front={front} intoFront={now.intoFront} onInto={now.setIntoFront} templates={templates} />
        {planned !== null && <Kinds planned={planned} onChoose={choices.choose} />}
        <LossList lines={now.lines} />
        {waiting > 0 && <p className="hint">{said.next({ count: waiting })}</p>}
      </div>
      <div className="modal-actions">
        <Button tone="quiet" onClick={save}>
          {said.choices}
        </Button>
        {choices.isAny && (
          <Button tone="quiet" onClick={choices.forget}>
            {said.forget}
          </Button>
        )}
        <Button onClick={onClose}>{said.cancel}</Button>
        {/* Not `disabled`: that would take the focus from it. */}
        <Button tone="primary" autoFocus aria-disabled={!now.ready} onClick={() => void now.take()}>
          {working ? said.working : said.take}
        </Button>
      </div>
    </Modal>
  );
}

/** Null: they are not worked out yet. */
function LossList({ lines }: { readonly lines: readonly Otherwise[] | null }) {
  if (lines === null) return <p className="hint">{said.working}</p>;
  return (
    <section className="exchange-part" aria-label={said.otherwise({ count: lines.length })}>
      <h3>{lines.length === 0 ? said.nothingLost : said.otherwise({ count: lines.length })}</h3>
      <LossLines lines={lines} />
    </section>
  );
}

interface TargetProps {
  readonly front: OpenModel | null;
  readonly intoFront: boolean;
  readonly onInto: (into: boolean) => void;
  readonly templates: Templates;
}

/** What the pages become, and on which template. */
function Target({ front, intoFront, onInto, templates }: TargetProps) {
  const { choices, chosen, choose, failed } = templates;
  const group = (label: string, isOurs: boolean) => {
    const own = choices.filter((one) => one.isOurs === isOurs);
    if (own.length === 0) return null;
    return (
      <optgroup label={label}>
        {own.map((one) => (
          <option key={one.id} value={one.id}>
            {one.label}
          </option>
        ))}
      </optgroup>
    );
  };
  return (
    <div className="exchange-target">
      {front !== null && (
        <Field label={said.into}>
          {(id) => (
            <select
              id={id}
              className="input"
              value={intoFront ? 'front' : 'new'}
              onChange={({ target }) => onInto(target.value === 'front')}
            >
              <option value="new">{said.newModel}</option>
              <option value="front">{said.inModel({ file: front.fileName })}</option>
            </select>
          )}
        </Field>
      )}
      {!intoFront && (
        <Field label={said.template}>
          {(id) => (
            <select id={id} className="input" value={chosen} onChange={({ target }) => choose(target.value)}>
              {front !== null && (
                <optgroup label={said.templates.open}>
                  <option value={IN_USE}>
                    {said.templateOf({ name: front.model.template.manifest.name, file: front.fileName })}
                  </option>
                </optgroup>
              )}
              {group(said.templates.ours, true)}
              {group(said.templates.yours, false)}
            </select>
          )}
        </Field>
      )}
      {!intoFront && failed && (
        <WrongText role="alert" onExplain={() => explain('fault:not-fetched')}>
          {said.templateNotHad}
        </WrongText>
      )}
    </div>
  );
}
