import { useEffect, useState } from 'react';
import type { Diagram, Model } from '../../../core/document/index.ts';
import { tellNotFetched } from '../../store/index.ts';
import { useFetched, useHeldKeys } from '../../ui/index.ts';
import { closePopup } from '../base/showing.ts';
import { useCanvas, useLive } from '../base/use-canvas.ts';

export const loadPopupList = () => import('./popup-list.tsx');

interface PopupsProps {
  readonly diagram: Diagram;
  readonly model: Model;
}

/** The searchable list that floats over the canvas: stencils, targets, types or elements. Its code comes after it. */
export function Popups({ diagram, model }: PopupsProps) {
  const canvas = useCanvas();
  const popup = useLive((state) => state.popup);
  const [onClose] = useState(() => () => closePopup(canvas));
  const asked = popup !== null;
  const part = useFetched(loadPopupList, asked);
  const onOpened = useHeldKeys({ asked, here: part.kind === 'here', onClose });
  useEffect(() => {
    if (!asked || part.kind !== 'failed') return;
    onClose();
    tellNotFetched(part.error);
  }, [asked, part, onClose]);
  if (!asked || part.kind !== 'here') return null;
  const { PopupList } = part.loaded;
  return (
    <PopupList
      key={JSON.stringify(popup)}
      popup={popup}
      diagram={diagram}
      model={model}
      onOpened={onOpened}
    />
  );
}
