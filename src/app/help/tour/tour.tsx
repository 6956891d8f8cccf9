import './tour.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { announce, session, useActiveModel, useSession } from '../../store/index.ts';
import { Button, focusDiagram } from '../../ui/index.ts';
import { laterWords } from '../../words/later.ts';
import { ABOVE } from '../above.ts';
import { cardPlace, type ScreenBox } from './place.ts';
import { showPanel } from './show-panel.ts';
import { isThere, STEPS, type Subject, subjectOf } from './steps.ts';

const said = laterWords.tour;

const goTo = (tour: number | null): void => session.setState({ tour });

function end(): void {
  goTo(null);
  announce(said.ended);
}

interface TourProps {
  /** From 0. */
  readonly step: number;
}

/** The tour of the model in front; it ends with it and with what it speaks of, and where a presentation begins. */
export function Tour(props: TourProps) {
  const open = useActiveModel();
  const presenting = useSession((state) => state.presenting);
  // Of the model as it was at the start: what is done meanwhile does not change what the tour speaks of.
  const [{ id, subject }] = useState(() => ({
    id: open?.id,
    subject: open === null ? null : subjectOf(open),
  }));
  const over = open === null || open.id !== id || subject === null || !isThere(open, subject) || presenting;
  useEffect(() => {
    if (over) goTo(null);
  }, [over]);
  return over ? null : <Card {...props} subject={subject} />;
}

const boxOf = (element: Element): ScreenBox => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
};

/** Where the first of some elements that is on the page lies, followed as it moves; null until there is one. */
function useBox(selectors: readonly string[]): ScreenBox | null {
  const [box, setBox] = useState<ScreenBox | null>(null);
  const all = selectors.join('\n');
  useEffect(() => {
    let frame = 0;
    const follow = () => {
      const found = all.split('\n').map((one) => document.querySelector(one));
      const target = found.find((element) => element?.checkVisibility() === true);
      const next = target == null ? null : boxOf(target);
      setBox((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
      frame = requestAnimationFrame(follow);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [all]);
  return box;
}

/** Ends the tour by Escape, unless that means something to what has the focus. */
function useEscape(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector(ABOVE) !== null) return;
      event.preventDefault();
      end();
    };
    // On the card it means the tour, before it lets go of what is selected.
    const onCard = (event: KeyboardEvent) => {
      if (event.target instanceof Element && event.target.closest('.tour-card') !== null) onKeyDown(event);
    };
    window.addEventListener('keydown', onCard, true);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onCard, true);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

function Card({ step, subject }: TourProps & { readonly subject: Subject }) {
  const card = useRef<HTMLElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const at = STEPS[step] ?? STEPS[0];
  if (at === undefined) throw new Error('The tour has no steps');
  const box = useBox(at.targets(subject));
  const { title, text } = said.steps[at.id];
  const number = said.step({ at: step + 1, of: STEPS.length });
  useEscape();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step is shown once, whatever is edited meanwhile
  useEffect(() => {
    at.show(subject, showPanel);
    announce(`${number}. ${title}. ${text}`);
  }, [at]);
  useEffect(() => {
    const origin = document.activeElement;
    const element = card.current;
    next.current?.focus();
    return () => {
      // The focus goes back only from here: it may be elsewhere since.
      if (
        element !== null &&
        !element.contains(document.activeElement) &&
        document.activeElement !== document.body
      )
        return;
      if (origin instanceof HTMLElement && origin !== document.body && origin.isConnected) origin.focus();
      else focusDiagram();
    };
  }, []);
  useLayoutEffect(() => {
    const { current } = card;
    if (current === null) return;
    const window = { width: innerWidth, height: innerHeight };
    const target = box ?? { left: 0, top: 0, ...window };
    const place = cardPlace(target, { width: current.offsetWidth, height: current.offsetHeight }, window);
    current.style.left = `${place.left}px`;
    current.style.top = `${place.top}px`;
  }, [box]);
  const isLast = step === STEPS.length - 1;
  return (
    <>
      {box !== null && <div className="tour-ring" style={box} aria-hidden="true" />}
      <section ref={card} className="tour-card" aria-label={said.name}>
        <small>{number}</small>
        <h2>{title}</h2>
        <p>{text}</p>
        <div className="tour-buttons">
          {!isLast && (
            <Button tone="quiet" onClick={end}>
              {said.skip}
            </Button>
          )}
          {step > 0 && (
            <Button
              onClick={() => {
                // The first step has no way back: this button goes.
                if (step === 1) next.current?.focus();
                goTo(step - 1);
              }}
            >
              {said.back}
            </Button>
          )}
          <Button ref={next} tone="primary" onClick={() => (isLast ? end() : goTo(step + 1))}>
            {isLast ? said.done : said.next}
          </Button>
        </div>
      </section>
    </>
  );
}
