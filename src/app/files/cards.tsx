import { FileUp } from 'lucide-react';
import { words } from '../words/index.ts';
import { CARDS, type Card, openCard } from './catalogue.ts';
import { chooseFiles } from './choose.ts';

function CardButton({ card }: { readonly card: Card }) {
  return (
    <li>
      <button type="button" className="card" onClick={() => void openCard(card)}>
        <span className="card-picture">
          {card.picture !== undefined && <img src={card.picture} alt="" />}
        </span>
        <span className="card-title">{card.title}</span>
        <span className="card-line">{card.line}</span>
      </button>
    </li>
  );
}

/** The templates that come with the app, and a way to bring one. */
export function TemplateCards() {
  return (
    <ul className="cards">
      {CARDS.filter((card) => card.kind === 'template').map((card) => (
        <CardButton key={card.id} card={card} />
      ))}
      <li>
        <button type="button" className="card" onClick={() => void chooseFiles('template')}>
          <span className="card-picture">
            <FileUp size={30} strokeWidth={1.4} aria-hidden="true" />
          </span>
          <span className="card-title">{words.files.start.fromFile}</span>
          <span className="card-line">{words.files.start.fromFileLine}</span>
        </button>
      </li>
    </ul>
  );
}

export function SampleCards() {
  return (
    <ul className="cards">
      {CARDS.filter((card) => card.kind === 'sample').map((card) => (
        <CardButton key={card.id} card={card} />
      ))}
    </ul>
  );
}
