import './template.css';
import { FilePlus2 } from 'lucide-react';
import { useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Template } from '../../core/document/index.ts';
import { checkedImage } from '../../core/drawing/index.ts';
import { type ManifestField, setManifest, type TemplateItem } from '../../core/edit/index.ts';
import { commitTemplate, type OpenTemplate, useActiveTemplate } from '../store/index.ts';
import { Button, Field, SearchField, TextField } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { Detail } from './detail.tsx';
import { matching, stencilRows, threatRows } from './rows.ts';
import { Tree } from './tree.tsx';

const FIELDS: readonly ManifestField[] = ['name', 'version', 'author'];

function Manifest({ open }: { readonly open: OpenTemplate }) {
  const { manifest } = open.template;
  return FIELDS.map((field) => (
    <Field key={field} label={words.template.fields[field]}>
      {(id) => (
        <TextField
          id={id}
          value={manifest[field]}
          onValue={(value) =>
            commitTemplate(
              words.template.edited({ field: words.template.fields[field] }),
              (template) => setManifest(template, field, value),
              { mergeKey: `manifest ${field}` },
            )
          }
        />
      )}
    </Field>
  ));
}

function Lists({ open, query }: { readonly open: OpenTemplate; readonly query: string }) {
  const { template, selected } = open;
  const { genericElements, standardElements } = template;
  const stencils = useMemo(() => stencilRows(template), [template]);
  const threats = useMemo(() => threatRows(template), [template]);
  const shownStencils = useMemo(() => matching(stencils, query), [stencils, query]);
  const shownThreats = useMemo(() => matching(threats, query), [threats, query]);
  const pictures = useMemo(() => {
    const types = [...genericElements, ...standardElements];
    return new Map(types.map(({ id, image }) => [id, image === null ? null : checkedImage(image)]));
  }, [genericElements, standardElements]);
  const picture = (item: TemplateItem) => {
    const source = item.kind === 'stencil' ? pictures.get(item.id) : null;
    return typeof source === 'string' ? (
      <img src={source} alt="" draggable={false} />
    ) : (
      <span className="template-no-picture" />
    );
  };
  const nothing = shownStencils.length + shownThreats.length === 0;
  return (
    <>
      {nothing && (
        <p className="empty" role="status">
          {words.template.nothing}
        </p>
      )}
      {shownStencils.length > 0 && (
        <>
          <h2>{words.template.stencils}</h2>
          <Tree label={words.template.stencils} rows={shownStencils} selected={selected} mark={picture} />
        </>
      )}
      {shownThreats.length > 0 && (
        <>
          <h2>{words.template.threats}</h2>
          <Tree label={words.template.threats} rows={shownThreats} selected={selected} />
        </>
      )}
    </>
  );
}

interface DetailPaneProps {
  readonly template: Template;
  readonly selected: TemplateItem | null;
}

function DetailPane({ template, selected }: DetailPaneProps) {
  const pane = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another thing is read from its beginning
  useLayoutEffect(() => {
    // Some browsers answer a promise, which is not for React.
    pane.current?.scrollTo(0, 0);
  }, [selected]);
  return (
    // Focusable: it scrolls, and holds nothing that could take the focus.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: keys must be able to scroll it
    <section ref={pane} className="template-detail" aria-label={words.template.detail} tabIndex={0}>
      {selected === null ? (
        <p className="empty">{words.template.choose}</p>
      ) : (
        <Detail template={template} item={selected} />
      )}
    </section>
  );
}

interface TemplateViewProps {
  /** Makes a model on the template in front. */
  readonly onNewModel: () => void;
}

/** The template in front. What was searched in one is not searched in another. */
export function TemplateView(props: TemplateViewProps) {
  const open = useActiveTemplate();
  return open === null ? null : <OneTemplate key={open.id} open={open} {...props} />;
}

/** A template: what it is, what it holds, and the one thing of it that is selected. */
function OneTemplate({ open, onNewModel }: TemplateViewProps & { readonly open: OpenTemplate }) {
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed);
  const main = useRef<HTMLElement>(null);
  // What was in front before took the focus with it when it made way.
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus();
  }, []);
  const { template, selected } = open;
  const { counts } = words.template;
  return (
    <main ref={main} className="template-view" aria-label={words.template.region} tabIndex={-1}>
      <h1 className="visually-hidden">{words.template.heading({ file: open.fileName })}</h1>
      <div className="template-head">
        <Manifest open={open} />
        <Button onClick={onNewModel}>
          <FilePlus2 size={14} aria-hidden="true" />
          {words.template.newModel}
        </Button>
        <p className="template-counts">
          {[
            counts.stencils(template.genericElements.length + template.standardElements.length),
            counts.categories(template.threatCategories.length),
            counts.types(template.threatTypes.length),
            `${words.template.id} ${template.manifest.id}`,
          ].join(' · ')}
        </p>
      </div>
      <div className="template-body">
        <section className="template-lists" aria-label={words.template.lists}>
          <SearchField label={words.template.search} value={typed} onValue={setTyped} />
          <div className="template-trees">
            <Lists open={open} query={query} />
          </div>
        </section>
        <DetailPane template={template} selected={selected} />
      </div>
    </main>
  );
}
