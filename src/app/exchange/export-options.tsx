import type { ExportAnswers, ExportOption } from '../../core/codec/index.ts';
import { Field } from '../ui/index.ts';

interface Props {
  readonly options: readonly ExportOption[];
  readonly answers: ExportAnswers;
  readonly onChange: (answers: ExportAnswers) => void;
}

/** What a format leaves to who exports: a list of its values, or a box for each where several may be chosen. */
export function ExportOptions({ options, answers, onChange }: Props) {
  // A row of boxes is as wide as the dialog: behind what stands beside each other.
  const ordered = options.toSorted((a, b) => Number(a.isMany === true) - Number(b.isMany === true));
  return (
    <div className="exchange-options">
      {ordered.map(({ id, label, values, isMany }) => {
        const chosen = answers[id] ?? [];
        const choose = (next: readonly string[]) => onChange({ ...answers, [id]: next });
        if (isMany)
          return (
            <fieldset key={id}>
              <legend>{label}</legend>
              {values.map((value) => (
                <label key={value.id}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(value.id)}
                    onChange={({ target }) =>
                      // In the order of the list, whichever was chosen first.
                      choose(
                        values
                          .map(({ id: one }) => one)
                          .filter((one) => (one === value.id ? target.checked : chosen.includes(one))),
                      )
                    }
                  />
                  {value.label}
                </label>
              ))}
            </fieldset>
          );
        return (
          <Field key={id} label={label}>
            {(field) => (
              <select
                id={field}
                className="input"
                value={chosen[0]}
                onChange={({ target }) => choose([target.value])}
              >
                {values.map((value) => (
                  <option key={value.id} value={value.id}>
                    {value.label}
                  </option>
                ))}
              </select>
            )}
          </Field>
        );
      })}
    </div>
  );
}
