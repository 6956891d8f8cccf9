import { useEffect } from 'react';
import { closeHelp, session, tellNotFetched, useSession } from '../store/index.ts';
import { useFetched } from '../ui/index.ts';
import { ABOVE } from './above.ts';

const tour = () => import('./tour/tour.tsx');
const dialog = () => import('./help-dialog.tsx');

/** The help and the tour while they are asked for: they are fetched then. */
export function Help() {
  const topic = useSession((state) => (state.dialog?.kind === 'help' ? state.dialog.at : state.explaining));
  const part = useFetched(dialog, topic !== null);
  useEffect(() => {
    if (topic === null || part.kind !== 'failed') return;
    closeHelp();
    tellNotFetched(part.error);
  }, [topic, part]);
  useEffect(() => {
    // What lies above the app has the keys for itself; the browser's own help must not come instead.
    const keep = (event: KeyboardEvent) => {
      if (event.key === 'F1' && document.querySelector(ABOVE) !== null) event.preventDefault();
    };
    window.addEventListener('keydown', keep);
    return () => window.removeEventListener('keydown', keep);
  }, []);
  return (
    <>
      <TourLater />
      {topic !== null && part.kind === 'here' ? <part.loaded.HelpDialog key={topic} topic={topic} /> : null}
    </>
  );
}

function TourLater() {
  const step = useSession((state) => state.tour);
  const part = useFetched(tour, step !== null);
  useEffect(() => {
    if (step === null || part.kind !== 'failed') return;
    session.setState({ tour: null });
    tellNotFetched(part.error);
  }, [step, part]);
  return step !== null && part.kind === 'here' ? <part.loaded.Tour step={step} /> : null;
}
