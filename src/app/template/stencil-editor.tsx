import { ImageOff, ImagePlus } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { shownText } from '../../core/base/index.ts';
import {
  BEHAVIORS,
  type ElementType,
  elementTypes,
  REPRESENTATIONS,
  type Template,
  type TypeId,
} from '../../core/document/index.ts';
import { checkedImage } from '../../core/drawing/index.ts';
import { canMoveStencil, moveStencil, type StencilFields, setStencil } from '../../core/edit/index.ts';
import { activeTemplate, explain, notify } from '../store/index.ts';
import { Button, CheckedField, Field, IconButton, TextArea, TextField, useStages } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { Choice } from './choice.tsx';
import { LARGEST, pictureOf } from './picture.ts';
import { StencilProperties } from './stencil-properties.tsx';
import { type Change, changesOf } from './use-edit.ts';

const { stencil: said } = laterWords.template;

interface StencilProps {
  readonly template: Template;
  readonly stencil: ElementType;
}

/** All that a person sets of a stencil. */
export function StencilEditor({ template, stencil }: StencilProps) {
  // The properties come in a task of their own: they may be many.
  const stage = useStages(1);
  const change = changesOf(stencil.name || stencil.id, `stencil ${stencil.id}`);
  const set = (field: string, fields: StencilFields, typing = true) =>
    change(field, (current) => setStencil(current, stencil.id, fields), typing);
  return (
    <>
      <div className="template-fields">
        <Field label={said.name}>
          {(id) => <TextField id={id} value={stencil.name} onValue={(name) => set(said.name, { name })} />}
        </Field>
        <Field label={said.description}>
          {(id) => (
            <TextArea
              id={id}
              rows={2}
              value={stencil.description ?? ''}
              onValue={(description) => set(said.description, { description })}
            />
          )}
        </Field>
        <div className="template-columns">
          <ParentField template={template} stencil={stencil} change={change} />
          <FormField
            template={template}
            stencil={stencil}
            onValue={(representation) => set(said.drawnAs, { representation }, false)}
          />
        </div>
        <Field label={said.behavior} hint={said.behaviorHint}>
          {(id) => (
            <Choice
              id={id}
              value={stencil.behavior ?? ''}
              options={BEHAVIOR_CHOICES}
              onValue={(behavior) => set(said.behavior, { behavior }, false)}
            />
          )}
        </Field>
        <label className="template-check">
          <input
            type="checkbox"
            checked={stencil.hidden}
            onChange={(event) => set(said.hidden, { hidden: event.target.checked }, false)}
          />
          {said.hidden}
        </label>
        <PictureField stencil={stencil} set={set} />
        <LineFields stencil={stencil} set={set} />
      </div>
      {stage === 1 && <StencilProperties template={template} stencil={stencil} />}
    </>
  );
}

type SetFields = (field: string, fields: StencilFields, typing?: boolean) => void;

interface SetProps {
  readonly stencil: ElementType;
  readonly set: SetFields;
}

/** How its outline is drawn. */
function LineFields({ stencil, set }: SetProps) {
  return (
    <div className="template-columns">
      <CheckedField
        label={said.stroke}
        refusal={(text) => said.strokeRefused({ text })}
        onExplain={() => explain('field:value')}
      >
        {(id, { refuse, accept, ...told }) => (
          <input
            id={id}
            {...told}
            className="input"
            type="number"
            min={0}
            max={20}
            value={stencil.strokeThickness}
            onChange={(event) => {
              const strokeThickness = Math.round(event.target.valueAsNumber);
              if (!(strokeThickness >= 0 && strokeThickness <= 20)) return refuse(event.target.value);
              accept();
              set(said.stroke, { strokeThickness });
            }}
          />
        )}
      </CheckedField>
      <CheckedField
        label={said.dash}
        hint={said.dashHint}
        refusal={(text) => said.dashRefused({ text: shownText(text) })}
        onExplain={() => explain('field:value')}
      >
        {(id, { refuse, accept, ...told }) => (
          <TextField
            id={id}
            {...told}
            value={stencil.strokeDashArray ?? ''}
            onValue={(text) => {
              // Numbers with blanks or commas between them, or nothing.
              if (!/^[\d\s.,]*$/.test(text)) return refuse(text);
              accept();
              set(said.dash, { strokeDashArray: text });
            }}
          />
        )}
      </CheckedField>
    </div>
  );
}

const BEHAVIOR_CHOICES: readonly { readonly value: string; readonly label: string }[] = [
  { value: '', label: said.noBehavior },
  ...BEHAVIORS.map((value) => ({ value, label: said.behaviors[value] })),
];

const ROOT = '';

function ParentField({ template, stencil, change }: StencilProps & { readonly change: Change }) {
  const parents = useMemo(
    () =>
      [...elementTypes(template).values()].filter(
        ({ id }) => id === stencil.parentId || canMoveStencil(template, stencil.id, id),
      ),
    [template, stencil],
  );
  const byId = new Map<string, TypeId>(parents.map(({ id }) => [id, id]));
  return (
    <Field label={said.parent}>
      {(id) => (
        <Choice
          id={id}
          value={template.genericElements.includes(stencil) ? ROOT : stencil.parentId}
          options={[
            { value: ROOT, label: said.noParent },
            ...parents.map((one) => ({ value: String(one.id), label: one.name || one.id })),
          ]}
          onValue={(value) =>
            change(said.parent, (current) => moveStencil(current, stencil.id, byId.get(value) ?? null), false)
          }
        />
      )}
    </Field>
  );
}

interface FormFieldProps extends StencilProps {
  readonly onValue: (representation: string) => void;
}

function FormField({ template, stencil, onValue }: FormFieldProps) {
  const generic = template.genericElements.includes(stencil);
  const forms = REPRESENTATIONS.filter((form) => !generic || form !== 'Inherited');
  return (
    <Field label={said.drawnAs}>
      {(id) => (
        <Choice
          id={id}
          value={stencil.representation}
          options={forms.map((form) => ({ value: String(form), label: said.forms[form] }))}
          onValue={onValue}
        />
      )}
    </Field>
  );
}

function PictureField({ stencil, set }: SetProps) {
  const input = useRef<HTMLInputElement>(null);
  const shown = stencil.image === null ? null : checkedImage(stencil.image);
  const take = async (file: File | undefined) => {
    const front = activeTemplate()?.id;
    if (file === undefined) return;
    const picture = await pictureOf(file);
    // Whoever went to another tab meanwhile has left this one.
    if (activeTemplate()?.id !== front) return;
    if ('image' in picture) {
      set(said.picture, { image: picture.image }, false);
      return;
    }
    const limit = `${LARGEST / 1_000_000} MB`;
    const text =
      picture.fault === 'too-large'
        ? said.tooLarge({ file: file.name, limit })
        : said.noPicture({ file: file.name });
    notify({ tone: 'error', text, wrong: 'field:picture' });
  };
  return (
    <div className="template-columns">
      <div className="field template-picture-field">
        <span>{said.picture}</span>
        <div>
          {shown !== null && <img src={shown} alt={said.pictureOf({ name: stencil.name })} />}
          <Button onClick={() => input.current?.click()}>
            <ImagePlus size={14} aria-hidden="true" />
            {said.choosePicture}
          </Button>
          {stencil.image !== null && (
            <IconButton
              label={said.dropPicture}
              onClick={() => set(said.picture, { image: null, imageLocation: null }, false)}
            >
              <ImageOff />
            </IconButton>
          )}
          <input
            ref={input}
            type="file"
            hidden
            aria-label={said.picture}
            accept=".png,.jpg,.jpeg,.svg,image/png,image/jpeg,image/svg+xml"
            onChange={(event) => {
              void take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </div>
      </div>
      {stencil.image !== null && (
        <Field label={said.picturePlace}>
          {(id) => (
            <Choice
              id={id}
              value={stencil.imageLocation ?? ''}
              options={Object.entries(said.places).map(([value, label]) => ({ value, label }))}
              onValue={(imageLocation) => set(said.picturePlace, { imageLocation }, false)}
            />
          )}
        </Field>
      )}
    </div>
  );
}
