import { FileUp, ListChecks } from 'lucide-react';
import type { ReactNode } from 'react';
import { words } from '../words/index.ts';
import { CARDS, type Card, openCard } from './catalogue.ts';
import { chooseFiles } from './choose.ts';
import type { Purpose } from './open.ts';

interface CardButtonProps {
  readonly card: Card;
  readonly purpose?: Purpose;
  /** A word on its picture. */
  readonly mark?: string;
  readonly children?: ReactNode;
}

function CardButton({ card, purpose, mark, children }: CardButtonProps) {
  return (
    <li>
      <button type="button" className="card" onClick={() => void openCard(card, purpose)}>
        <span className="card-picture">
          {card.picture !== undefined && <img src={card.picture} alt="" />}
        </span>
        <span className="card-title">{card.title}</span>
        <span className="card-line">{card.line}</span>
        {mark !== undefined && (
          <span className="card-mark">
            <ListChecks size={14} aria-hidden="true" />
            {mark}
          </span>
        )}
      </button>
      {children}
    </li>
  );
}

/** The templates that come with the app, and a way to bring one. */
export function TemplateCards({ purpose }: { readonly purpose: Purpose }) {
  return (
    <ul className="cards cards-flat">
      {CARDS.filter((card) => card.kind === 'template').map((card) => (
        <CardButton key={card.id} card={card} purpose={purpose} />
      ))}
      <li>
        <button type="button" className="card" onClick={() => void chooseFiles(purpose)}>
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

/**
 * The samples as nobody has answered them, each with the way to the same one answered. That of the first is a card
 * like the others, for those who look what a model becomes.
 */
export function SampleCards() {
  const samples = CARDS.filter((card) => card.kind === 'sample');
  const first = samples.find(({ answers }) => answers !== undefined);
  return (
    <ul className="cards">
      {samples
        .filter((card) => card === first || card.answers === undefined)
        .map((card) => (
          <CardButton key={card.id} card={card} {...(card === first && { mark: words.files.start.done })}>
            {samples
              .filter((twin) => twin !== first && twin.answers === card.id)
              .map((twin) => (
                <button
                  key={twin.id}
                  type="button"
                  className="card-twin"
                  aria-label={twin.title}
                  onClick={() => void openCard(twin)}
                >
                  <ListChecks size={14} aria-hidden="true" />
                  {words.files.start.answered}
                </button>
              ))}
          </CardButton>
        ))}
    </ul>
  );
}
