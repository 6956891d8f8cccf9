import { type FormEvent, useEffect, useId, useState } from 'react';
import { announce, changeSettings, session } from '../store/index.ts';
import { Button, browserStorage, once, TextField } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import './name-question.css';
import { changedUnsigned } from './unsigned.ts';

const { nameQuestion: said } = laterWords;

/** That the question was asked. */
const asked = once('trustline.name-asked');

/** Asks for the name of the person at the first change that stores one, beside the work and without taking the focus. */
export function NameQuestion() {
  const [asks, setAsks] = useState(false);
  useEffect(() => {
    // Where the browser may keep nothing at all it would be asked on every visit.
    if (browserStorage() === undefined || asked.came()) return;
    const stop = session.subscribe((state, before) => {
      if (!changedUnsigned(state, before)) return;
      stop();
      asked.comes();
      setAsks(true);
    });
    return stop;
  }, []);
  return asks && <Question onClose={() => setAsks(false)} />;
}

function Question({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('');
  const [title, field] = [useId(), useId()];
  const answer = (event: FormEvent) => {
    event.preventDefault();
    const author = name.trim();
    if (author !== '') {
      changeSettings({ author });
      announce(said.done({ name: author }));
    }
    onClose();
  };
  return (
    <section className="name-question" aria-labelledby={title}>
      <h2 id={title}>{said.title}</h2>
      <p role="status">{said.text}</p>
      <form
        onSubmit={answer}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClose();
        }}
      >
        <label className="visually-hidden" htmlFor={field}>
          {said.name}
        </label>
        <TextField id={field} autoComplete="name" placeholder={said.name} value={name} onValue={setName} />
        <Button type="submit" tone="primary" disabled={name.trim() === ''}>
          {said.use}
        </Button>
        <Button onClick={onClose}>{said.skip}</Button>
      </form>
    </section>
  );
}
