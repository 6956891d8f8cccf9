import './trial.css';
import { useMemo, useState } from 'react';
import { type OpenModel, useSession } from '../store/index.ts';
import { Field } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { Choice } from './choice.tsx';

const { trial: said } = laterWords.template;

interface TriedModel {
  /** The model that the template is tried on; null when none is open. */
  readonly model: OpenModel | null;
  readonly models: readonly OpenModel[];
  readonly choose: (id: string) => void;
}

/** One of the open models, to try a template on. */
export function useTriedModel(): TriedModel {
  const documents = useSession((state) => state.documents);
  const models = useMemo(() => documents.filter((one) => one.kind === 'model'), [documents]);
  const [chosen, setChosen] = useState('');
  return { model: models.find(({ id }) => id === chosen) ?? models[0] ?? null, models, choose: setChosen };
}

export function ModelChoice({ model, models, choose }: TriedModel) {
  return (
    <Field label={said.on}>
      {(id) => (
        <Choice
          id={id}
          value={model?.id ?? ''}
          options={models.map((one) => ({ value: one.id, label: one.fileName }))}
          onValue={choose}
        />
      )}
    </Field>
  );
}
