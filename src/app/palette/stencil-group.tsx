import { ChevronDown, ChevronRight } from 'lucide-react';
import { STENCIL_MIME, setTool } from '../store/index.ts';
import { words } from '../words/index.ts';
import type { StencilGroup as Group, Stencil } from './stencil-groups.ts';
import { StencilPicture } from './stencil-picture.tsx';

interface StencilGroupProps {
  readonly group: Group;
  readonly open: boolean;
  /** Whether the stencil is the one that the next click or the next flow takes. */
  readonly isOn: (stencil: Stencil) => boolean;
  readonly onToggle: () => void;
  readonly onUse: (stencil: Stencil) => void;
}

/** A heading with the stencils below it. */
export function StencilGroup({ group, open, isOn, onToggle, onUse }: StencilGroupProps) {
  const choice = group.stencils.every((stencil) => stencil.use === 'flow');
  return (
    <section aria-label={group.name}>
      <button type="button" className="stencils-group" aria-expanded={open} onClick={onToggle}>
        {open ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
        {group.name}
        {choice && <span className="stencils-hint">{words.palette.newFlows}</span>}
      </button>
      {open && (
        <ul className="stencils-stencils">
          {group.stencils.map((stencil) => (
            <li key={stencil.id}>
              <StencilButton stencil={stencil} on={isOn(stencil)} onUse={onUse} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface StencilButtonProps {
  readonly stencil: Stencil;
  readonly on: boolean;
  readonly onUse: (stencil: Stencil) => void;
}

function StencilButton({ stencil, on, onUse }: StencilButtonProps) {
  return (
    <button
      type="button"
      className="stencils-stencil"
      aria-pressed={on}
      title={stencil.description || stencil.name}
      draggable={stencil.use !== 'flow'}
      onDragStart={(event) => {
        event.dataTransfer.setData(STENCIL_MIME, stencil.id);
        event.dataTransfer.effectAllowed = 'copy';
        const picture = event.currentTarget.querySelector('.stencils-picture');
        if (picture !== null) event.dataTransfer.setDragImage(picture, 11, 11);
        setTool({ kind: 'place', typeId: stencil.id, keep: false, dragged: true });
      }}
      onDragEnd={() => setTool({ kind: 'select' })}
      onClick={() => onUse(stencil)}
    >
      <StencilPicture stencil={stencil} />
      <span>{stencil.name}</span>
    </button>
  );
}
