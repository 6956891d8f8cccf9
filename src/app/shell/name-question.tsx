import { type FormEvent, useEffect, useId, useState } from 'react';
import { announce, changeSettings, session } from '../store/index.ts';
import { Button, TextField } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import './name-question.css';
import { changedUnsigned } from './unsigned.ts';

const { nameQuestion: said } = laterWords;

/** Where this browser remembers that the question was asked: it is not asked again. */
const ASKED = 'trustline.name-asked';

function wasAsked(): boolean {
  try {
    return localStorage.getItem(ASKED) !== null;
  } catch {
    // Where nothing can be remembered it would be asked on every visit.
    return true;
  }
}

/** Asks for the name of the person at the first change that stores one, beside the work and without taking the focus. */
export function NameQuestion() {
  const [asks, setAsks] = useState(false);
  useEffect(() => {
    if (wasAsked()) return;
    const stop = session.subscribe((state, before) => {
      if (!changedUnsigned(state, before)) return;
      stop();
      setAsks(true);
      try {
        localStorage.setItem(ASKED, '1');
      } catch {
        // There is no room: it is asked again on the next visit. The change must not fail for that.
      }
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
