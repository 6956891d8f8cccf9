import type { Template, ThreatCategory } from '../../core/document/index.ts';
import { type CategoryFields, setCategory } from '../../core/edit/index.ts';
import { Field, TextArea, TextField } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { changesOf } from './use-edit.ts';

const { category: said } = laterWords.template;

interface CategoryProps {
  readonly template: Template;
  readonly category: ThreatCategory;
}

export function CategoryEditor({ template, category }: CategoryProps) {
  const change = changesOf(category.name || category.id, `category ${category.id}`);
  const set = (field: string, fields: CategoryFields) =>
    change(field, (current) => setCategory(current, category.id, fields));
  const count = template.threatTypes.filter(({ categoryId }) => categoryId === category.id).length;
  return (
    <div className="template-fields">
      <p className="hint">{laterWords.template.counts.types(count)}</p>
      <Field label={said.name}>
        {(id) => <TextField id={id} value={category.name} onValue={(name) => set(said.name, { name })} />}
      </Field>
      <Field label={said.short}>
        {(id) => (
          <TextArea
            id={id}
            rows={2}
            value={category.shortDescription ?? ''}
            onValue={(shortDescription) => set(said.short, { shortDescription })}
          />
        )}
      </Field>
      <Field label={said.long}>
        {(id) => (
          <TextArea
            id={id}
            value={category.longDescription ?? ''}
            onValue={(longDescription) => set(said.long, { longDescription })}
          />
        )}
      </Field>
    </div>
  );
}
