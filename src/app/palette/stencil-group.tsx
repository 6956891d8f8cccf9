import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { laterWords } from '../words/later.ts';
import type { StencilGroup as Group, Stencil } from './stencil-groups.ts';
import { StencilButton, StencilRow, type StencilUses } from './stencil-row.tsx';

const words = laterWords.palette;

interface HeadingProps {
  readonly name: string;
  readonly count: number;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** A heading with what is below it, and how much that is: a group often has the name of its first stencil. */
function Headed({ name, count, open, onToggle, children }: HeadingProps) {
  return (
    <section aria-label={name}>
      <button
        type="button"
        className="stencils-group"
        aria-label={words.group({ name, count })}
        aria-expanded={open}
        onClick={onToggle}
      >
        {open ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
        {name}
        <span className="stencils-count">{count}</span>
      </button>
      {open && children}
    </section>
  );
}

interface StencilGroupProps {
  readonly group: Group;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly uses: StencilUses;
}

/** A family of the template. */
export function StencilGroup({ group: { name, stencils }, open, onToggle, uses }: StencilGroupProps) {
  return (
    <Headed name={name} count={stencils.length} open={open} onToggle={onToggle}>
      <ul className="stencils-stencils">
        {stencils.map((stencil) => (
          <StencilRow key={stencil.id} stencil={stencil} uses={uses} />
        ))}
      </ul>
    </Headed>
  );
}

interface ListProps extends Omit<StencilGroupProps, 'group'> {
  readonly stencils: readonly Stencil[];
}

/** The stencils that were chosen as favourites; nothing without them. */
export function Favourites({ stencils, open, onToggle, uses }: ListProps) {
  if (stencils.length === 0) return null;
  return (
    <Headed name={words.favourites} count={stencils.length} open={open} onToggle={onToggle}>
      <ul className="stencils-stencils">
        {stencils.map((stencil) => (
          <StencilRow
            key={stencil.id}
            stencil={stencil}
            uses={uses}
            label={words.inFavourites({ stencil: stencil.name })}
          />
        ))}
      </ul>
    </Headed>
  );
}

/** The stencils that were used last, in little room. */
export function Recent({ stencils, open, onToggle, uses }: ListProps) {
  if (stencils.length === 0) return null;
  return (
    <Headed name={words.recent} count={stencils.length} open={open} onToggle={onToggle}>
      <ul className="stencils-stencils stencils-recent">
        {stencils.map((stencil) => (
          <li key={stencil.id}>
            <StencilButton
              stencil={stencil}
              uses={uses}
              label={words.inRecent({ stencil: stencil.name })}
              small
            />
          </li>
        ))}
      </ul>
    </Headed>
  );
}
