import { ArrowDown, ArrowUp, Copy, Trash2 } from 'lucide-react';
import { assertNever } from '../../core/base/index.ts';
import { elementTypes, findCategory, type Template } from '../../core/document/index.ts';
import { checkedImage } from '../../core/drawing/index.ts';
import type { TemplateItem } from '../../core/edit/index.ts';
import { IconButton } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { canCopy, canMove, canRemove, copyItem, moveItem, nameOf, removeItem } from './actions.ts';
import { CategoryEditor } from './category-editor.tsx';
import { StencilEditor } from './stencil-editor.tsx';
import { ThreatPropertyEditor } from './threat-property-editor.tsx';
import { ThreatTypeEditor } from './threat-type-editor.tsx';

const { actions, kinds } = laterWords.template;

interface DetailProps {
  readonly template: Template;
  readonly item: TemplateItem;
}

/** What is selected in the template, to be edited. */
export function Detail({ template, item }: DetailProps) {
  return (
    <>
      <Head template={template} item={item} />
      <Editor template={template} item={item} />
      {item.kind !== 'threat-property' && (
        <p className="hint template-id">
          {laterWords.template.id} {item.id}
        </p>
      )}
    </>
  );
}

function Head({ template, item }: DetailProps) {
  const stencil = item.kind === 'stencil' ? elementTypes(template).get(item.id) : undefined;
  const image = stencil?.image ? checkedImage(stencil.image) : null;
  const move = (by: -1 | 1, label: string, Sign: typeof ArrowUp) => (
    <IconButton label={label} disabled={!canMove(template, item, by)} onClick={() => moveItem(item, by)}>
      <Sign />
    </IconButton>
  );
  return (
    <header className="template-detail-head">
      {image !== null && <img className="template-picture" src={image} alt="" />}
      <div>
        <h2>{nameOf(template, item)}</h2>
        <p className="template-kind">{kindOf(template, item)}</p>
      </div>
      <div className="template-tools">
        {move(-1, actions.up, ArrowUp)}
        {move(1, actions.down, ArrowDown)}
        {canCopy(item) && (
          <IconButton label={actions.copy} onClick={() => copyItem(item)}>
            <Copy />
          </IconButton>
        )}
        <IconButton label={actions.remove} disabled={!canRemove(item)} onClick={() => removeItem(item)}>
          <Trash2 />
        </IconButton>
      </div>
    </header>
  );
}

function kindOf(template: Template, item: TemplateItem): string {
  switch (item.kind) {
    case 'stencil': {
      const stencil = elementTypes(template).get(item.id);
      if (stencil === undefined || template.genericElements.includes(stencil)) return kinds.generic;
      const parent = elementTypes(template).get(stencil.parentId);
      return parent === undefined ? kinds.orphan : kinds.derived({ parent: parent.name });
    }
    case 'category':
      return kinds.category;
    case 'threat-type': {
      const type = template.threatTypes.find(({ id }) => id === item.id);
      const category = type && findCategory(template, type.categoryId);
      return category === undefined ? kinds.uncategorised : kinds.type({ category: category.name });
    }
    case 'threat-property':
      return kinds.threatProperty;
    default:
      return assertNever(item);
  }
}

/** Another item starts new fields, so that typing never goes on in it. */
function Editor({ template, item }: DetailProps) {
  switch (item.kind) {
    case 'stencil': {
      const stencil = elementTypes(template).get(item.id);
      return stencil && <StencilEditor key={item.id} template={template} stencil={stencil} />;
    }
    case 'category': {
      const category = template.threatCategories.find(({ id }) => id === item.id);
      return category && <CategoryEditor key={item.id} template={template} category={category} />;
    }
    case 'threat-type': {
      const type = template.threatTypes.find(({ id }) => id === item.id);
      return type && <ThreatTypeEditor key={item.id} template={template} type={type} />;
    }
    case 'threat-property': {
      const datum = template.threatMetadata.datums.find(({ name }) => name === item.id);
      return datum && <ThreatPropertyEditor key={item.id} template={template} datum={datum} />;
    }
    default:
      return assertNever(item);
  }
}
