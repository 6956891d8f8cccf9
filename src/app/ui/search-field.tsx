interface SearchFieldProps {
  readonly label: string;
  /** Shown while it is empty; the label where nothing else is said. */
  readonly placeholder?: string;
  readonly className?: string;
  readonly value: string;
  readonly onValue: (text: string) => void;
}

/** A field that narrows a list down as one types. */
export function SearchField({
  label,
  placeholder = label,
  className = '',
  value,
  onValue,
}: SearchFieldProps) {
  return (
    <input
      type="search"
      className={`input ${className}`.trim()}
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onChange={(event) => onValue(event.target.value)}
    />
  );
}
