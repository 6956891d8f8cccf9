import { Check, MousePointerClick, Star } from 'lucide-react';
import { memo } from 'react';
import { STENCIL_MIME, setTool } from '../store/index.ts';
import { laterWords } from '../words/later.ts';
import type { Stencil } from './stencil-groups.ts';
import { StencilPicture } from './stencil-picture.tsx';

const words = laterWords.palette;

/** What a list of stencils needs of the panel. */
export interface StencilUses {
  /** The stencil waits to be placed. */
  readonly isArmed: (stencil: Stencil) => boolean;
  /** New connections get this flow type. */
  readonly isFlowType: (stencil: Stencil) => boolean;
  readonly isFavourite: (stencil: Stencil) => boolean;
  /** A click or Enter. */
  readonly onUse: (stencil: Stencil) => void;
  /** Adds what it makes at once: a double click. */
  readonly onAdd: (stencil: Stencil) => void;
  readonly onFavourite: (stencil: Stencil) => void;
}

interface StencilButtonProps {
  readonly stencil: Stencil;
  readonly uses: StencilUses;
  /** The name for screen readers, where the stencil stands there more than once. */
  readonly label?: string;
  /** In little room: the name may be cut, and stands in the tooltip. */
  readonly small?: boolean;
}

/** A stencil to drag, to choose by a click, or to add by a double click. */
export function StencilButton({ stencil, uses, label = stencil.name, small = false }: StencilButtonProps) {
  const [armed, flowType] = [uses.isArmed(stencil), uses.isFlowType(stencil)];
  const what = armed ? words.armed : flowType ? words.flowType : '';
  const tip = [small ? stencil.name : '', what, stencil.description].filter((part) => part !== '').join('. ');
  return (
    <button
      type="button"
      className={small ? 'stencils-stencil stencils-small' : 'stencils-stencil'}
      aria-label={label}
      aria-pressed={armed || flowType}
      aria-description={[what, stencil.description].filter((part) => part !== '').join('. ') || undefined}
      data-stencil={stencil.id}
      data-armed={armed || undefined}
      data-tip={tip === '' ? undefined : tip}
      data-tip-side="right"
      data-tip-now={small || undefined}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(STENCIL_MIME, stencil.id);
        event.dataTransfer.effectAllowed = 'copy';
        const picture = event.currentTarget.querySelector('.stencils-picture');
        if (picture !== null) event.dataTransfer.setDragImage(picture, 11, 11);
        setTool({ kind: 'place', typeId: stencil.id, keep: false, dragged: true });
      }}
      onDragEnd={() => setTool({ kind: 'select' })}
      // The second click of a double click: the first has chosen it.
      onClick={({ detail }) => (detail > 0 && detail % 2 === 0 ? uses.onAdd(stencil) : uses.onUse(stencil))}
    >
      <StencilPicture stencil={stencil} />
      <span>{stencil.name}</span>
      {armed && <MousePointerClick className="stencils-sign" size={14} aria-hidden="true" />}
      {flowType && <Check className="stencils-sign" size={14} aria-hidden="true" />}
    </button>
  );
}

/** The same with the star that makes it a favourite; by keys that is in its menu. */
export const StencilRow = memo(function StencilRow(props: StencilButtonProps) {
  const { stencil, uses } = props;
  const isOne = uses.isFavourite(stencil);
  return (
    <li className="stencils-row">
      <StencilButton {...props} />
      <button
        type="button"
        className="stencils-star"
        tabIndex={-1}
        aria-label={words.favourite}
        aria-pressed={isOne}
        data-tip={words[isOne ? 'removeFavourite' : 'addFavourite']}
        data-tip-side="right"
        onClick={() => uses.onFavourite(stencil)}
      >
        <Star size={14} fill={isOne ? 'currentColor' : 'none'} aria-hidden="true" />
      </button>
    </li>
  );
});
