import { Fragment, type ReactNode } from 'react';
import { assertNever } from '../../core/base/index.ts';
import type { ElementType, Template, ThreatCategory, ThreatType } from '../../core/document/index.ts';
import { checkedImage } from '../../core/drawing/index.ts';
import type { TemplateItem } from '../../core/edit/index.ts';
import { words } from '../words/index.ts';

const typesOf = ({ genericElements, standardElements }: Template): readonly ElementType[] => [
  ...genericElements,
  ...standardElements,
];

/** One line of facts; nothing when the file says nothing. */
function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  if (children === '' || children === null || children === undefined) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Head({ name, kind }: { readonly name: string; readonly kind: string }) {
  return (
    <>
      <h2>{name === '' ? words.template.unnamed : name}</h2>
      <p className="template-kind">{kind}</p>
    </>
  );
}

function StencilDetail({
  template,
  stencil,
}: {
  readonly template: Template;
  readonly stencil: ElementType;
}) {
  const types = typesOf(template);
  const parent = types.find(({ id }) => id === stencil.parentId);
  const image = stencil.image === null ? null : checkedImage(stencil.image);
  const generic = template.genericElements.includes(stencil);
  const kind = generic
    ? words.template.kinds.generic
    : parent === undefined
      ? words.template.kinds.orphan
      : words.template.kinds.derived({ parent: parent.name });
  return (
    <>
      {image !== null && <img className="template-picture" src={image} alt="" />}
      <Head name={stencil.name} kind={kind} />
      <dl>
        <Fact label={words.template.description}>{stencil.description}</Fact>
        <Fact label={words.template.representation}>{stencil.representation}</Fact>
        <Fact label={words.template.hidden}>{stencil.hidden ? words.template.yes : null}</Fact>
        <Fact label={words.template.id}>{stencil.id}</Fact>
      </dl>
      <h3>{words.template.stencilProperties}</h3>
      {stencil.attributes.length === 0 ? (
        <p className="hint">{words.template.noProperties}</p>
      ) : (
        <dl>
          {stencil.attributes.map(({ name, displayName, values }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a file may say a name twice, and the list never moves
            <Fragment key={index}>
              <dt>{displayName || name}</dt>
              <dd>{values.join(', ')}</dd>
            </Fragment>
          ))}
        </dl>
      )}
    </>
  );
}

function CategoryDetail({
  template,
  category,
}: {
  readonly template: Template;
  readonly category: ThreatCategory;
}) {
  const count = template.threatTypes.filter(({ categoryId }) => categoryId === category.id).length;
  return (
    <>
      <Head name={category.name} kind={words.template.kinds.category} />
      <p>{words.template.counts.types(count)}</p>
      <dl>
        <Fact label={words.template.shortDescription}>{category.shortDescription}</Fact>
        <Fact label={words.template.description}>{category.longDescription}</Fact>
        <Fact label={words.template.id}>{category.id}</Fact>
      </dl>
    </>
  );
}

function Filter({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <>
      <h3>{label}</h3>
      {text.trim() === '' ? (
        <p className="hint">{words.template.noFilter}</p>
      ) : (
        <pre className="template-filter">{text}</pre>
      )}
    </>
  );
}

function ThreatTypeDetail({ template, type }: { readonly template: Template; readonly type: ThreatType }) {
  const category = template.threatCategories.find(({ id }) => id === type.categoryId);
  const kind =
    category === undefined
      ? words.template.kinds.uncategorised
      : words.template.kinds.type({ category: category.name });
  return (
    <>
      <Head name={type.shortTitle} kind={kind} />
      <dl>
        <Fact label={words.template.description}>{type.description}</Fact>
        <Fact label={words.template.id}>{type.id}</Fact>
      </dl>
      <Filter label={words.template.include} text={type.filters.include} />
      <Filter label={words.template.exclude} text={type.filters.exclude} />
      {type.datums.length > 0 && (
        <>
          <h3>{words.template.threatProperties}</h3>
          <dl>
            {type.datums.map(({ name, label, values }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a file may say a name twice, and the list never moves
              <Fact key={index} label={label || name}>
                {(values ?? []).filter(Boolean).join(', ')}
              </Fact>
            ))}
          </dl>
        </>
      )}
    </>
  );
}

/** What is selected in the template; null when it is not there any more. */
export function Detail({ template, item }: { readonly template: Template; readonly item: TemplateItem }) {
  switch (item.kind) {
    case 'stencil': {
      const stencil = typesOf(template).find(({ id }) => id === item.id);
      return stencil === undefined ? null : <StencilDetail template={template} stencil={stencil} />;
    }
    case 'category': {
      const category = template.threatCategories.find(({ id }) => id === item.id);
      return category === undefined ? null : <CategoryDetail template={template} category={category} />;
    }
    case 'threat-type': {
      const type = template.threatTypes.find(({ id }) => id === item.id);
      return type === undefined ? null : <ThreatTypeDetail template={template} type={type} />;
    }
    case 'threat-property': {
      const datum = template.threatMetadata.datums.find(({ name }) => name === item.id);
      if (datum === undefined) return null;
      return <Head name={datum.label} kind={words.template.threatProperties} />;
    }
    default:
      return assertNever(item);
  }
}
