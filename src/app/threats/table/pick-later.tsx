import type { RefObject } from 'react';
import { tellNotFetched } from '../../store/index.ts';
import { MenuLater } from '../../ui/index.ts';

/** A cell whose value is being picked. */
export interface Pick {
  readonly label: string;
  readonly at: HTMLElement;
  readonly byKey: boolean;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onPick: (value: string) => void;
}

const loadPickMenu = () => import('./pick-menu.tsx');

interface PickLaterProps {
  readonly pick: Pick | null;
  readonly onClose: () => void;
  /** What has the focus when it has closed. */
  readonly back: RefObject<HTMLElement | null>;
}

/** The menu of a cell, whose code comes when it is asked for. */
export function PickLater({ pick, onClose, back }: PickLaterProps) {
  return (
    <MenuLater
      asked={pick === null ? null : { at: pick.at, byKey: pick.byKey, back: back.current }}
      load={loadPickMenu}
      label={pick?.label ?? ''}
      onClose={onClose}
      onFailed={tellNotFetched}
    >
      {({ PickMenu }, menu) => pick && <PickMenu menu={menu} {...pick} />}
    </MenuLater>
  );
}
