import './first-steps.css';
import { activateDocument, setDialog, showKeys } from '../../store/index.ts';
import { Button, Modal } from '../../ui/index.ts';
import { laterWords } from '../../words/later.ts';

const said = laterWords.firstSteps;

/** From an empty diagram to answered threats, with the key of each step. */
function Steps() {
  return (
    <ol className="first-steps-list">
      {said.steps.map(({ name, text, keys }) => (
        <li key={name}>
          <b>{name}</b> {text} <kbd>{showKeys(keys)}</kbd>
        </li>
      ))}
    </ol>
  );
}

const toSamples = () => activateDocument(null);

interface FirstStepsProps {
  /** Asked for by the command: in a dialog then, whatever is on the diagram. */
  readonly asked: boolean;
}

/** What to do first: over a diagram of a model that has nothing yet, or when it is asked for. */
export function FirstSteps({ asked }: FirstStepsProps) {
  if (asked)
    return (
      <Modal title={said.title} onClose={() => setDialog(null)}>
        <Steps />
      </Modal>
    );
  return (
    <div className="first-steps-over">
      <section className="first-steps" aria-label={said.title}>
        <h2>{said.title}</h2>
        <Steps />
        <Button tone="quiet" onClick={toSamples}>
          {said.samples}
        </Button>
      </section>
    </div>
  );
}
