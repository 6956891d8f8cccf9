import './trial.css';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Model } from '../../core/document/index.ts';
import { useSession } from '../store/index.ts';
import { Field, type Load, useFetched } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { Choice } from './choice.tsx';

const { trial: said } = laterWords.template;

/** A model that can be had without being opened. */
interface Sample {
  readonly id: string;
  readonly title: string;
  readonly read: () => Promise<Model | null>;
}

/** Fetches what knows the samples of the app. */
export type Samples = Load<{ readonly sampleModels: () => readonly Sample[] }>;

interface TriedModel {
  /** The model that the template is tried on; null while none is chosen. */
  readonly model: Model | null;
  readonly chosen: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly choose: (value: string) => void;
}

const NONE = '';
const SAMPLE = 'sample ';

const Tried = createContext<TriedModel>({ model: null, chosen: NONE, options: [], choose: () => undefined });

/** What a template is tried on: one of the open models, or one of our samples, which comes when it is chosen. */
export const useTriedModel = (): TriedModel => useContext(Tried);

/** Holds the choice while other things of the template are looked at. */
export function TriedModelProvider({
  samples,
  children,
}: {
  readonly samples: Samples;
  readonly children: ReactNode;
}) {
  const documents = useSession((state) => state.documents);
  const models = useMemo(() => documents.filter((one) => one.kind === 'model'), [documents]);
  const part = useFetched(samples);
  const loaded = part.kind === 'here' ? part.loaded : null;
  const known = useMemo(() => loaded?.sampleModels() ?? [], [loaded]);
  const [chosen, setChosen] = useState(NONE);
  const [read, setRead] = useState<ReadonlyMap<string, Model>>(new Map());
  const value = useMemo((): TriedModel => {
    const ofSample = chosen.startsWith(SAMPLE);
    // One that was closed makes way for another.
    const open = ofSample ? undefined : (models.find(({ id }) => id === chosen) ?? models[0]);
    return {
      model: open?.model ?? read.get(chosen) ?? null,
      chosen: ofSample ? chosen : (open?.id ?? NONE),
      options: [
        ...(models.length === 0 ? [{ value: NONE, label: said.noModel }] : []),
        ...models.map(({ id, fileName }) => ({ value: id, label: fileName })),
        ...known.map(({ id, title }) => ({ value: SAMPLE + id, label: said.sample({ title }) })),
      ],
      choose: (next) => {
        setChosen(next);
        const sample = known.find(({ id }) => SAMPLE + id === next);
        if (sample === undefined || read.has(next)) return;
        void sample.read().then((model) => {
          if (model !== null) setRead((before) => new Map(before).set(next, model));
          // What cannot be had is not chosen.
          else setChosen((now) => (now === next ? NONE : now));
        });
      },
    };
  }, [models, known, chosen, read]);
  return <Tried.Provider value={value}>{children}</Tried.Provider>;
}

export function ModelChoice() {
  const { model, chosen, options, choose } = useTriedModel();
  return (
    <>
      <Field label={said.on}>
        {(id) => <Choice id={id} value={chosen} options={options} onValue={choose} />}
      </Field>
      {model === null && (
        <p className="hint" role="status">
          {chosen === NONE ? said.choose : said.reading}
        </p>
      )}
    </>
  );
}
