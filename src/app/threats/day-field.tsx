import { useState } from 'react';
import { DraftField, TextArea } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { isDay } from './risk.ts';

const { risk: said } = laterWords;

interface DayFieldProps {
  readonly id?: string;
  readonly label?: string;
  readonly value: string;
  readonly placeholder?: string | undefined;
  readonly onValue: (value: string) => void;
}

/** The last day that four digits of a year can say: browsers offer six. */
const LAST = '9999-12-31';

/** A day, chosen from a calendar. What is written there and is no day stays as it is, with a way to choose one. */
export function DayField({ id, label, value, placeholder, onValue }: DayFieldProps) {
  const [writing, setWriting] = useState(false);
  const day = value.trim();
  if (!writing && placeholder === undefined && (day === '' || isDay(day)))
    return (
      <input
        type="date"
        id={id}
        className="input day-field"
        max={LAST}
        aria-label={label}
        value={day}
        onChange={({ target }) => onValue(target.value)}
      />
    );
  return (
    // A text that becomes a day while it is written keeps its field until that is left.
    <fieldset
      className="day-pair"
      onFocus={() => setWriting(true)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setWriting(false);
      }}
    >
      <TextArea
        id={id}
        rows={1}
        aria-label={label}
        value={value}
        placeholder={placeholder}
        onValue={onValue}
      />
      {/* Counts when it is left: while a year is typed, browsers tell the years 2, 20 and 202. */}
      <DraftField
        type="date"
        className="input day-field"
        max={LAST}
        aria-label={said.chooseDay}
        value=""
        onLeave={(chosen) => isDay(chosen) && onValue(chosen)}
      />
    </fieldset>
  );
}
