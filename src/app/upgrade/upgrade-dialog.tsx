import './upgrade.css';
import { useMemo, useRef, useState } from 'react';
import {
  type Model,
  type Template,
  THREAT_TEXT,
  type Threat,
  type TypeId,
  threatProperty,
} from '../../core/document/index.ts';
import {
  type Mapping,
  mappingText,
  NO_CHOICES,
  parseMapping,
  previewingUpgrade,
  relationOf,
  type UpgradePreview,
  upgrade,
} from '../../core/upgrade/index.ts';
import { findingWords, mappingWords } from '../../core/words/later.ts';
import {
  commit,
  explain,
  notify,
  type OpenModel,
  setDialog,
  useActiveModel,
  useSession,
} from '../store/index.ts';
import { Button, download, FoldedList, Modal, sliced, useSliced, WrongText } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { laterWords } from '../words/later.ts';
import { TypeMatches } from './type-matches.tsx';

const { upgrade: said } = laterWords;

/** What a preview is of. */
interface Change {
  readonly model: Model;
  readonly template: Template;
  readonly mapping: Mapping;
}

/** A large model is gone over beside what else the page has to do. */
const previews = sliced(({ model, template, mapping }: Change) =>
  previewingUpgrade(model, template, mapping),
);

/** What the model in front would become on another template, before it does. */
export function UpgradeDialog() {
  const dialog = useSession((state) => state.dialog);
  const open = useActiveModel();
  if (dialog?.kind !== 'change-template' || open?.id !== dialog.model) return null;
  return <Preview open={open} template={dialog.template} />;
}

interface PreviewProps {
  readonly open: OpenModel;
  readonly template: Template;
}

const nameOf = ({ manifest: { name, version } }: Template): string => `${name} ${version}`;

function Preview({ open, template }: PreviewProps) {
  const { model, fileName } = open;
  const [mapping, setMapping] = useState(NO_CHOICES);
  const change = useMemo(() => ({ model, template, mapping }), [model, template, mapping]);
  const found = useSliced(previews, change, open.id);
  const preview = found?.value;
  const ready = found?.of === change;
  const close = () => setDialog(null);
  const choose = (id: TypeId, to: TypeId | null) =>
    setMapping(({ types, threatTypes }) => ({
      types: new Map(types).set(id, to === null ? { keep: true } : { to }),
      threatTypes,
    }));
  const apply = () => {
    if (preview === undefined || !ready) return;
    close();
    commit(said.step, (before) =>
      before === model ? preview.model : upgrade(before, template, mapping).model,
    );
    notify({
      tone: 'success',
      text: said.done({ file: fileName, template: nameOf(template) }),
    });
  };
  const relation = said.relations[relationOf(model.template, template)]({
    from: nameOf(model.template),
    to: nameOf(template),
  });
  return (
    <Modal title={said.title({ file: fileName })} description={relation} wide onClose={close}>
      <div className="dialog-parts" aria-busy={!ready}>
        {preview === undefined ? (
          <p role="status">{words.ui.loading}</p>
        ) : (
          <>
            <TypeMatches preview={preview} chosen={ready ? null : mapping} onChoose={choose} />
            <Properties preview={preview} />
            <Threats preview={preview} enabled={model.threatGenerationEnabled} />
            <FoldedList
              text={said.broken({ count: preview.broken.length })}
              lines={preview.broken.map(findingWords)}
              onExplain={() => explain('finding:broken-rule')}
            />
          </>
        )}
      </div>
      <div className="modal-actions">
        <Choices open={open} template={template} mapping={mapping} onMapping={setMapping} />
        <Button onClick={close}>{said.cancel}</Button>
        {/* Not `disabled`: that would take the focus from it. */}
        <Button tone="primary" autoFocus aria-disabled={!ready} onClick={apply}>
          {said.change}
        </Button>
      </div>
    </Modal>
  );
}

const lostExplained = () => explain('choice:upgrade');

function Properties({ preview: { mapped, lost } }: { readonly preview: UpgradePreview }) {
  return (
    <>
      <FoldedList text={said.mapped({ count: mapped.length })} lines={mapped.map(said.mappedOne)} />
      <FoldedList
        text={said.lost({ count: lost.length })}
        lines={lost.map(said.lostOne)}
        onExplain={lostExplained}
      />
    </>
  );
}

const titleOf = (threat: Threat): string =>
  `${threatProperty(threat, THREAT_TEXT.title) ?? ''} (${threatProperty(threat, THREAT_TEXT.interaction) ?? ''})`;

interface ThreatsProps {
  readonly preview: UpgradePreview;
  readonly enabled: boolean;
}

function Threats({ preview: { threats }, enabled }: ThreatsProps) {
  if (!enabled)
    return <WrongText onExplain={() => explain('message:generation-off')}>{said.threats.off}</WrongText>;
  const { added, removed, stale, changed, kept } = threats;
  const part = (text: string, list: readonly Threat[], lost = false) => (
    <FoldedList text={text} lines={list.map(titleOf)} {...(lost && { onExplain: lostExplained })} />
  );
  return (
    <>
      <p>{said.threats.kept({ count: kept })}</p>
      {part(
        said.threats.changed({ count: changed.length }),
        changed.map(({ after }) => after),
      )}
      {part(said.threats.added({ count: added.length }), added)}
      {part(said.threats.removed({ count: removed.length }), removed, true)}
      {part(said.threats.stale({ count: stale.length }), stale, true)}
    </>
  );
}

interface ChoicesProps extends PreviewProps {
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
}

/** The choices as a file, for the next model on the same two templates. */
function Choices({ open, template, mapping, onMapping }: ChoicesProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const parsed = parseMapping(await file.text());
    if (parsed.ok) onMapping(parsed.value);
    else
      notify({
        tone: 'error',
        text: said.refused({ file: file.name, reason: mappingWords(parsed.error) }),
        wrong: 'choice:refused',
      });
  };
  return (
    <>
      <Button tone="quiet" onClick={() => input.current?.click()}>
        {said.useChoices}
      </Button>
      <Button
        tone="quiet"
        disabled={mapping.types.size + mapping.threatTypes.size === 0}
        onClick={() =>
          download(
            'template-mapping.json',
            mappingText(mapping, open.model.template, template),
            'application/json',
          )
        }
      >
        {said.saveChoices}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={said.choices}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </>
  );
}
