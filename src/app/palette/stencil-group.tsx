import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { laterWords } from '../words/later.ts';
import type { StencilGroup as Group, Stencil } from './stencil-groups.ts';
import { StencilButton, StencilRow, type StencilUses } from './stencil-row.tsx';

const words = laterWords.palette;

interface ListProps {
  readonly id: string;
  readonly open: boolean;
  readonly onToggle: (id: string) => void;
  readonly uses: StencilUses;
}

interface HeadingProps extends Omit<ListProps, 'uses'> {
  readonly name: string;
  readonly count: number;
  readonly children: ReactNode;
}

/** A heading with what is below it, and how much that is: a group often has the name of its first stencil. */
function Headed({ id, name, count, open, onToggle, children }: HeadingProps) {
  return (
    <section aria-label={name}>
      <button
        type="button"
        className="stencils-group"
        aria-label={words.group({ name, count })}
        aria-expanded={open}
        onClick={() => onToggle(id)}
      >
        {open ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
        {name}
        <span className="stencils-count">{count}</span>
      </button>
      {open && children}
    </section>
  );
}

interface StencilGroupProps extends ListProps {
  readonly group: Group;
  /** So many of its stencils are there yet. */
  readonly drawn: number;
}

/** A family of the template. */
export const StencilGroup = memo(function StencilGroup({ group, drawn, uses, ...list }: StencilGroupProps) {
  const { name, stencils } = group;
  return (
    <Headed name={name} count={stencils.length} {...list}>
      <ul className="stencils-stencils">
        {stencils.slice(0, drawn).map((stencil) => (
          <StencilRow key={stencil.id} stencil={stencil} uses={uses} />
        ))}
      </ul>
    </Headed>
  );
});

interface SomeProps extends ListProps {
  readonly stencils: readonly Stencil[];
}

/** The stencils that were chosen as favourites; nothing without them. */
export const Favourites = memo(function Favourites({ stencils, uses, ...list }: SomeProps) {
  if (stencils.length === 0) return null;
  return (
    <Headed name={words.favourites} count={stencils.length} {...list}>
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
});

/** The stencils that were used last, in little room. */
export const Recent = memo(function Recent({ stencils, uses, ...list }: SomeProps) {
  if (stencils.length === 0) return null;
  return (
    <Headed name={words.recent} count={stencils.length} {...list}>
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
});
