import type { SelectHTMLAttributes } from 'react';

interface ChoiceProps<T extends string>
  extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange'> {
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onValue: (value: T) => void;
}

/** One of several. A value that is not among them stands first, as it is. */
export function Choice<T extends string>({ value, options, onValue, ...rest }: ChoiceProps<T>) {
  const all = options.some((one) => one.value === value) ? options : [{ value, label: value }, ...options];
  return (
    <select
      className="input"
      value={value}
      onChange={(event) => {
        const chosen = all.find((one) => one.value === event.target.value);
        if (chosen !== undefined) onValue(chosen.value);
      }}
      {...rest}
    >
      {all.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  );
}
