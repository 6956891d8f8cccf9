import { activateDocument, changeSettings, notify, session } from '../store/index.ts';
import { laterWords } from '../words/later.ts';

const said = laterWords.tour;

/** Offers the tour of the model in front, the first time on this machine. */
export function offerTour(): void {
  const { settings, activeId } = session.getState();
  if (settings.toured || activeId === null) return;
  changeSettings({ toured: true });
  notify({
    tone: 'info',
    text: said.offer,
    action: {
      label: said.start,
      run: () => {
        activateDocument(activeId);
        session.setState({ tour: 0 });
      },
    },
    holds: (documents) => documents.some(({ id }) => id === activeId),
  });
}
