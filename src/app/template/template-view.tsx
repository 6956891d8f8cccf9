import './template.css';
import { ArrowLeft, CircleArrowUp, FileInput, FilePlus2 } from 'lucide-react';
import {
  type RefObject,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { isSameTemplate, type Template } from '../../core/document/index.ts';
import { checkedImage } from '../../core/drawing/index.ts';
import {
  hasItem,
  type ManifestField,
  nextVersion,
  setManifest,
  type TemplateItem,
} from '../../core/edit/index.ts';
import {
  activateDocument,
  commitTemplate,
  type OpenTemplate,
  selectInTemplate,
  setDialog,
  useActiveTemplate,
  useSession,
} from '../store/index.ts';
import { Button, Field, IconButton, painted, SearchField, TextField, useStages } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { laterWords } from '../words/later.ts';
import { AddMenu } from './add-menu.tsx';
import { CheckList } from './check-list.tsx';
import { Counts } from './counts.tsx';
import { Detail } from './detail.tsx';
import { matching, propertyRows, stencilRows, threatRows } from './rows.ts';
import { Tree, type TreeProps } from './tree.tsx';
import { ModelChoice, type Samples, TriedModelProvider, useTriedModel } from './tried-model.tsx';

const FIELDS: readonly ManifestField[] = ['name', 'version', 'author'];

function Manifest({ open }: { readonly open: OpenTemplate }) {
  const { manifest } = open.template;
  return FIELDS.map((field) => (
    <Field key={field} label={laterWords.template.fields[field]}>
      {(id) => (
        <div className="template-field-row">
          <TextField
            id={id}
            value={manifest[field]}
            onValue={(value) =>
              commitTemplate(
                laterWords.template.edited({ field: laterWords.template.fields[field] }),
                (template) => setManifest(template, field, value),
                { mergeKey: `manifest ${field}` },
              )
            }
          />
          {field === 'version' && (
            <IconButton label={laterWords.template.countUp} onClick={countUp}>
              <CircleArrowUp />
            </IconButton>
          )}
        </div>
      )}
    </Field>
  ));
}

/**
 * The picture of a stencil, or the room for one. Only what is in view is decoded, and after the names are there: to
 * check all of a screen and hand them to the browser takes as long as to draw its rows.
 */
function StencilMark({ image: wanted }: { readonly image: string | null }) {
  const image = useDeferredValue(wanted, null);
  const source = useMemo(() => (image === null ? null : checkedImage(image)), [image]);
  return source === null ? (
    <span className="template-no-picture" />
  ) : (
    <img src={source} alt="" draggable={false} />
  );
}

/** What comes in tasks of its own when a template is opened. */
const STAGES = { head: 1, stencils: 2, threats: 3, detail: 4, check: 5 } as const;

interface ListsProps {
  readonly stage: number;
  readonly open: OpenTemplate;
  readonly query: string;
  readonly scroller: HTMLElement | null;
}

function Lists({ open, query, scroller, stage }: ListsProps) {
  const { template, selected } = open;
  const { genericElements, standardElements, threatCategories, threatTypes, threatMetadata } = template;
  const stencils = useMemo(
    () => stencilRows({ genericElements, standardElements }),
    [genericElements, standardElements],
  );
  const withThreats = stage >= STAGES.threats;
  const threats = useMemo(
    () => (withThreats ? threatRows({ threatCategories, threatTypes }) : []),
    [withThreats, threatCategories, threatTypes],
  );
  const properties = useMemo(() => propertyRows({ threatMetadata }), [threatMetadata]);
  const shownStencils = useMemo(() => matching(stencils, query), [stencils, query]);
  const shownThreats = useMemo(() => matching(threats, query), [threats, query]);
  const shownProperties = useMemo(() => matching(properties, query), [properties, query]);
  const images = useMemo(() => {
    const types = [...genericElements, ...standardElements];
    return new Map<string, string | null>(types.map(({ id, image }) => [id, image]));
  }, [genericElements, standardElements]);
  const picture = (item: TemplateItem) => <StencilMark image={images.get(item.id) ?? null} />;
  const nothing = withThreats && shownStencils.length + shownThreats.length + shownProperties.length === 0;
  return (
    <>
      {nothing && (
        <p className="empty" role="status">
          {laterWords.template.nothing}
        </p>
      )}
      <Part
        label={laterWords.template.stencils}
        rows={shownStencils}
        selected={selected}
        scroller={scroller}
        mark={picture}
      />
      <Part label={laterWords.template.threats} rows={shownThreats} selected={selected} scroller={scroller} />
      <Part
        label={laterWords.template.threatPropertyList}
        rows={withThreats ? shownProperties : []}
        selected={selected}
        scroller={scroller}
      />
    </>
  );
}

/** One of the trees with its heading; nothing where it has no rows. */
function Part(props: TreeProps) {
  if (props.rows.length === 0) return null;
  return (
    <>
      <h2>{props.label}</h2>
      <Tree {...props} />
    </>
  );
}

/** What is there to see when nothing is selected: what the template does to a model. */
function Overview({ template }: { readonly template: Template }) {
  const { model } = useTriedModel();
  return (
    <>
      <p className="empty">{laterWords.template.choose}</p>
      <div className="template-overview">
        <ModelChoice />
        {model !== null && <Counts template={template} model={model} />}
      </div>
    </>
  );
}

/** The ways back into the open models that have this template, or an older state of it. */
function PutBack({ template }: { readonly template: Template }) {
  const documents = useSession((state) => state.documents);
  const models = documents.filter(
    (one) => one.kind === 'model' && isSameTemplate(one.model.template.manifest, template.manifest),
  );
  return models.map(({ id, fileName }) => (
    <Button
      key={id}
      onClick={() => {
        activateDocument(id);
        setDialog({ kind: 'change-template', model: id, template });
      }}
    >
      <FileInput size={14} aria-hidden="true" />
      {laterWords.templateFiles.change.putInto({ file: fileName })}
    </Button>
  ));
}

interface DetailPaneProps {
  readonly template: Template;
  readonly selected: TemplateItem | null;
  /** Whether what is selected was just made: then its name is what comes next. */
  readonly isNew: RefObject<boolean>;
}

function DetailPane({ template, selected: wanted, isNew }: DetailPaneProps) {
  const pane = useRef<HTMLElement>(null);
  // The row that was chosen is marked at once; its fields, which may be hundreds, come in slices.
  const lately = useDeferredValue(wanted, null);
  const selected = lately === null || hasItem(template, lately) ? lately : wanted;
  const scrolled = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another thing is read from its beginning
  useLayoutEffect(() => {
    // Asked for only where it does something: it lays out the whole view.
    if (scrolled.current) pane.current?.scrollTo({ top: 0, left: 0 });
    scrolled.current = false;
    if (!isNew.current || selected === null || selected !== wanted) return;
    isNew.current = false;
    pane.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input.input, textarea')?.select();
  }, [selected]);
  return (
    <section
      ref={pane}
      className="template-detail"
      aria-label={laterWords.template.detail}
      // Focusable: it scrolls, and holds nothing that could take the focus.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys must be able to scroll it
      tabIndex={0}
      onScroll={() => {
        scrolled.current = true;
      }}
    >
      {selected === null ? (
        <Overview template={template} />
      ) : (
        <>
          <Button className="template-back" tone="quiet" onClick={() => selectInTemplate(null)}>
            <ArrowLeft size={14} aria-hidden="true" />
            {laterWords.template.back}
          </Button>
          <Detail template={template} item={selected} />
        </>
      )}
    </section>
  );
}

const countUp = () =>
  commitTemplate(laterWords.template.countUp, (template) =>
    setManifest(template, 'version', nextVersion(template.manifest.version)),
  );

interface TemplateViewProps {
  /** Makes a model on the template in front. */
  readonly onNewModel: () => void;
  /** What it can be tried on beside the open models. */
  readonly samples: Samples;
}

/** The template in front. What was searched in one is not searched in another. */
export function TemplateView(props: TemplateViewProps) {
  const open = useActiveTemplate();
  return open === null ? null : <OneTemplate key={open.id} open={open} {...props} />;
}

/** What the template is, and what follows from it. */
function Head({ open, onNewModel }: Pick<TemplateViewProps, 'onNewModel'> & { readonly open: OpenTemplate }) {
  const { template } = open;
  const { counts } = laterWords.template;
  return (
    <div className="template-head">
      <Manifest open={open} />
      <Button onClick={onNewModel}>
        <FilePlus2 size={14} aria-hidden="true" />
        {laterWords.template.newModel}
      </Button>
      <PutBack template={template} />
      <p className="template-counts">
        {[
          counts.stencils(template.genericElements.length + template.standardElements.length),
          counts.categories(template.threatCategories.length),
          counts.types(template.threatTypes.length),
          `${laterWords.template.id} ${template.manifest.id}`,
        ].join(' · ')}
      </p>
    </div>
  );
}

/** A template: what it is, what it holds, and the one thing of it that is selected. */
function OneTemplate({ open, onNewModel, samples }: TemplateViewProps & { readonly open: OpenTemplate }) {
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed);
  // The frame first, then each list, then what is beside them.
  const stage = useStages(STAGES.check);
  const main = useRef<HTMLElement>(null);
  const isNew = useRef(false);
  const [trees, setTrees] = useState<HTMLElement | null>(null);
  // What was in front before took the focus with it when it made way.
  useEffect(() => {
    // Once it is painted: before, the focus would have the whole view laid out twice.
    void painted().then(() => document.activeElement === document.body && main.current?.focus());
  }, []);
  const { template, selected } = open;
  return (
    <main
      ref={main}
      className="template-view"
      data-selected={selected !== null}
      aria-label={words.shell.template}
      tabIndex={-1}
    >
      <h1 className="visually-hidden">{laterWords.template.heading({ file: open.fileName })}</h1>
      {stage >= STAGES.head && <Head open={open} onNewModel={onNewModel} />}
      <div className="template-body">
        <section className="template-lists" aria-label={laterWords.template.lists}>
          <div className="template-list-head">
            <SearchField label={laterWords.template.search} value={typed} onValue={setTyped} />
            <AddMenu
              template={template}
              selected={selected}
              onAdd={() => {
                isNew.current = true;
              }}
            />
          </div>
          <div ref={setTrees} className="template-trees">
            <div>
              {stage >= STAGES.stencils && <Lists open={open} query={query} scroller={trees} stage={stage} />}
            </div>
          </div>
          {stage >= STAGES.check && <CheckList template={template} />}
        </section>
        <TriedModelProvider samples={samples}>
          {stage >= STAGES.detail && <DetailPane template={template} selected={selected} isNew={isNew} />}
        </TriedModelProvider>
      </div>
    </main>
  );
}
