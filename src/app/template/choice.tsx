import { type SelectHTMLAttributes, useState } from 'react';

interface ChoiceProps<T extends string>
  extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange'> {
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onValue: (value: T) => void;
}

/** As many options are there before the field is gone to: a form of many choices of hundreds each would be slow to come. */
const AT_ONCE = 60;

/** One of several. A value that is not among them stands first, as it is. */
export function Choice<T extends string>({ value, options, onValue, ...rest }: ChoiceProps<T>) {
  const [wanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  const all = options.some((one) => one.value === value) ? options : [{ value, label: value }, ...options];
  const shown = wanted || all.length <= AT_ONCE ? all : all.filter((one) => one.value === value);
  return (
    <select
      className="input"
      value={value}
      onChange={(event) => {
        const chosen = all.find((one) => one.value === event.target.value);
        if (chosen !== undefined) onValue(chosen.value);
      }}
      onFocus={want}
      onPointerEnter={want}
      onPointerDown={want}
      {...rest}
    >
      {shown.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  );
}
