import './bulk.css';
import { useDeferredValue, useMemo, useState } from 'react';
import { shownText } from '../../../core/base/index.ts';
import { type Model, THREAT_TEXT, type ThreatKey, threatProperty } from '../../../core/document/index.ts';
import { setThreatTexts } from '../../../core/edit/index.ts';
import { author, commit, notify, setDialog } from '../../store/index.ts';
import { Button, Field, Modal } from '../../ui/index.ts';
import { laterWords } from '../../words/later.ts';
import { listedThreatKeys, selectedThreatKeys } from '../actions.ts';
import { type Found, foundIn, piecesOf, type Replacement } from './replace.ts';

const { replace: said } = laterWords.threatBulk;

/** As many threats are shown beforehand. */
const MOST = 100;

interface Place {
  readonly name: 'selected' | 'listed' | 'all';
  readonly label: string;
  readonly keys: ReadonlySet<ThreatKey>;
}

/** Where can be looked: several selected threats first, then those of the list, then all. */
function placesOf(model: Model): readonly Place[] {
  const [selected, listed] = [selectedThreatKeys(), listedThreatKeys()];
  const all = model.threats.map(({ key }) => key);
  const place = (name: Place['name'], keys: readonly ThreatKey[]): Place => ({
    name,
    label: said[name]({ threats: keys.length }),
    keys: new Set(keys),
  });
  return [
    ...(selected.length > 1 ? [place('selected', selected)] : []),
    ...(listed.length > 0 && listed.length < all.length ? [place('listed', listed)] : []),
    place('all', all),
  ];
}

/** Finds a text in justifications and replaces it; what changes is seen before. */
export function ReplaceDialog({ model }: { readonly model: Model }) {
  const [places] = useState(() => placesOf(model));
  const [wanted, setWanted] = useState<Replacement>({ find: '', replacement: '', matchCase: false });
  const [place, setPlace] = useState(places[0]);
  const deferred = useDeferredValue(wanted);
  const keys = place?.keys;
  const found = useMemo(
    () => (keys === undefined ? [] : foundIn(model.threats, keys, deferred)),
    [model, keys, deferred],
  );
  const count = { places: found.reduce((sum, one) => sum + one.places, 0), threats: found.length };
  const change = (part: Partial<Replacement>) => setWanted({ ...wanted, ...part });
  const close = () => setDialog(null);
  const take = () => {
    close();
    const texts = new Map(found.map(({ threat, after }) => [threat.key, after]));
    commit(said.step(count), (before) => setThreatTexts(before, THREAT_TEXT.justification, texts, author()));
    notify({ tone: 'success', text: said.done(count) });
  };
  return (
    <Modal title={said.title} wide onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (found.length > 0 && wanted === deferred) take();
        }}
      >
        <Texts wanted={wanted} onChange={change} />
        <Field label={said.where}>
          {(id) => (
            <select
              id={id}
              className="input"
              value={place?.name}
              onChange={({ target }) => setPlace(places.find(({ name }) => name === target.value))}
            >
              {places.map(({ name, label }) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <label className="bulk-option">
          <input
            type="checkbox"
            checked={wanted.matchCase}
            onChange={({ target }) => change({ matchCase: target.checked })}
          />
          {said.matchCase}
        </label>
        <p role="status">{deferred.find !== '' && said.found(count)}</p>
        <Preview found={found} wanted={deferred} />
        <div className="modal-actions">
          <Button onClick={close}>{said.cancel}</Button>
          <Button type="submit" tone="primary" disabled={found.length === 0 || wanted !== deferred}>
            {said.take}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function Preview({ found, wanted }: { readonly found: readonly Found[]; readonly wanted: Replacement }) {
  if (found.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section className="bulk-preview" tabIndex={0} aria-label={said.preview}>
      <ul>
        {found.slice(0, MOST).map(({ threat, before }) => (
          <li key={threat.key}>
            <span className="bulk-name">
              #{threat.id} {shownText(threatProperty(threat, THREAT_TEXT.title) ?? '')}
            </span>
            {piecesOf(before, wanted).map((piece, index) =>
              'kept' in piece ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces may be the same, and never move
                <span key={index}>{shownText(piece.kept)}</span>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces may be the same, and never move
                <span key={index}>
                  <del>{shownText(piece.gone)}</del>
                  <ins>{shownText(piece.come)}</ins>
                </span>
              ),
            )}
          </li>
        ))}
      </ul>
      {found.length > MOST && <p className="hint">{said.more({ threats: found.length - MOST })}</p>}
    </section>
  );
}

interface TextsProps {
  readonly wanted: Replacement;
  readonly onChange: (part: Partial<Replacement>) => void;
}

/** What is looked for, and what comes in its place. */
function Texts({ wanted, onChange }: TextsProps) {
  return (
    <div className="bulk-pair">
      {(['find', 'replacement'] as const).map((name) => (
        <Field key={name} label={said[name]}>
          {(id) => (
            <input
              id={id}
              className="input"
              value={wanted[name]}
              onChange={({ target }) => onChange({ [name]: target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
