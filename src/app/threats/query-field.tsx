import { preparingSearch, queryCompletions } from '../../core/threat-list/index.ts';
import { CompletionList, inSlices, useCompletions } from '../ui/index.ts';
import { words } from '../words/index.ts';
import type { FilterProps } from './filter-menu.tsx';

/** The search of the list: words, and fields with values, which are offered as they are written. */
export function QueryField({ items, fields, options, onChange }: Omit<FilterProps, 'model'>) {
  const { field, said, list, offer, close, onKeyDown } = useCompletions<HTMLInputElement>({
    text: options.text,
    completionsAt: (text, caret) =>
      queryCompletions(text, caret, items, fields).map(({ count, ...offered }) => ({
        ...offered,
        hint: count === undefined ? '' : String(count),
      })),
    onText: (text) => {
      onChange({ text });
      // A field's name is followed by its values.
      if (text.endsWith(':')) requestAnimationFrame(() => offer(text, text.length));
    },
    eager: false,
  });
  return (
    <div className="completed-field threats-search">
      <input
        ref={field}
        type="search"
        className="input"
        role="combobox"
        aria-label={words.threats.search}
        aria-expanded={list.offered.length > 0}
        placeholder={words.threats.search}
        spellCheck={false}
        {...said}
        value={options.text}
        onFocus={() => void inSlices(preparingSearch(items))}
        onBlur={close}
        onChange={({ target }) => {
          onChange({ text: target.value });
          offer(target.value, target.selectionStart ?? target.value.length);
        }}
        onKeyDown={(event) => {
          if (onKeyDown(event) || event.key !== 'ArrowDown') return;
          event.preventDefault();
          event.currentTarget.closest('.threats')?.querySelector<HTMLElement>('.threats-scroller')?.focus();
        }}
      />
      <CompletionList label={words.threats.completions} {...list} />
    </div>
  );
}
