import { useEffect, useState } from 'react';
import { laterWords } from '../words/later.ts';
import { others } from './pages.ts';
import { type Work, worksIn } from './works.ts';

const said = laterWords.help.about;

/** The licences of what others wrote, from the file that lies beside the app. */
export function Others() {
  const [works, setWorks] = useState<readonly Work[] | 'lost' | null>(null);
  useEffect(() => {
    let current = true;
    fetch(others)
      .then((response) => (response.ok ? response.text() : Promise.reject(new Error(`${response.status}`))))
      .then(
        (text) => current && setWorks(worksIn(text)),
        () => current && setWorks('lost'),
      );
    return () => {
      current = false;
    };
  }, []);
  if (works === null) return <p>{said.reading}</p>;
  if (works === 'lost')
    return (
      <p>
        {said.othersLost} <code>{others}</code>
      </p>
    );
  return (
    <div className="help-works">
      {works.map(({ name, licence, text }) => (
        <details key={name}>
          <summary>
            {name} <small>{licence}</small>
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page is scrolled by keys */}
          <pre tabIndex={0}>{text}</pre>
        </details>
      ))}
    </div>
  );
}
