import './bulk.css';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { announce, explain, type OpenModel, setDialog } from '../../store/index.ts';
import { Button, Field, IconButton, Modal, WrongText } from '../../ui/index.ts';
import { laterWords } from '../../words/later.ts';
import { viewOf } from './show-view.ts';
import {
  changeViews,
  type KeptView,
  MOST_VIEWS,
  useKeptViews,
  viewName,
  withName,
  withView,
} from './views.ts';

const { views: said } = laterWords.threatBulk;

/** Keeps the present view under a name, and renames and deletes those that are kept. */
export function ViewsDialog({ open }: { readonly open: OpenModel }) {
  const views = useKeptViews();
  const [name, setName] = useState('');
  const exists = views.some((view) => view.name === viewName(name));
  const full = views.length >= MOST_VIEWS && !exists;
  return (
    <Modal title={said.title} description={said.about} wide onClose={() => setDialog(null)}>
      <form
        className="kept-views-new"
        onSubmit={(event) => {
          event.preventDefault();
          changeViews((before) => withView(before, viewOf(open, name)) ?? before);
          announce(said.saved({ name: viewName(name) }));
          setName('');
        }}
      >
        <Field label={said.name}>
          {(id) => (
            <input
              id={id}
              className="input"
              maxLength={80}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <Button
          type="submit"
          tone="primary"
          className="kept-views-keep"
          disabled={viewName(name) === '' || full}
        >
          {exists ? said.replace : said.keep}
        </Button>
      </form>
      {full && (
        <WrongText role="status" className="hint" onExplain={() => explain('field:value')}>
          {said.full({ most: MOST_VIEWS })}
        </WrongText>
      )}
      {views.length > 0 && (
        <ul className="kept-views" aria-label={said.kept}>
          {views.map((view) => (
            <View key={view.name} view={view} />
          ))}
        </ul>
      )}
      <div className="modal-actions">
        <Button onClick={() => setDialog(null)}>{said.close}</Button>
      </div>
    </Modal>
  );
}

function View({ view }: { readonly view: KeptView }) {
  const [name, setName] = useState(view.name);
  const rename = () => {
    changeViews((before) => withName(before, view.name, name));
    // A name that is none, or another's, is not taken.
    setName(view.name);
  };
  return (
    <li>
      <input
        className="input"
        aria-label={said.rename({ name: view.name })}
        maxLength={80}
        value={name}
        onChange={({ target }) => setName(target.value)}
        onBlur={rename}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
      />
      <code title={view.text}>{view.text || said.everything}</code>
      <IconButton
        label={said.remove({ name: view.name })}
        onClick={() => {
          changeViews((before) => before.filter((one) => one.name !== view.name));
          announce(said.removed({ name: view.name }));
        }}
      >
        <Trash2 />
      </IconButton>
    </li>
  );
}
