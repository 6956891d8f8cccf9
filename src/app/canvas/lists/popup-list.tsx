import { useEffect, useRef, useState } from 'react';
import type { Diagram, Model } from '../../../core/document/index.ts';
import { useActiveDescendant } from '../../ui/index.ts';
import type { Popup } from '../base/live.ts';
import { closePopup } from '../base/showing.ts';
import { useCanvas } from '../base/use-canvas.ts';
import { focusCanvas } from '../base/view.ts';
import { ChoiceList } from './choice-list.tsx';
import type { Choice } from './choices.ts';
import { placeOf } from './popup-place.ts';
import { useChoices } from './use-choices.ts';

interface PopupListProps {
  readonly popup: Popup;
  readonly diagram: Diagram;
  readonly model: Model;
  /** It has the focus. */
  readonly onOpened: () => void;
}

/** The searchable list that floats over the canvas, near what it is about. */
export function PopupList({ popup, diagram, model, onOpened }: PopupListProps) {
  const canvas = useCanvas();
  const [place] = useState(() => placeOf(canvas, popup, diagram));
  const asked = useChoices(popup, diagram, model);
  const { chosen } = asked;
  const root = useRef<HTMLDivElement>(null);
  useActiveDescendant(root);
  useEffect(() => {
    chosen?.aim?.();
  });
  const leave = () => {
    closePopup(canvas);
    focusCanvas(canvas);
  };
  const run = (choice: Choice, alt: boolean) => {
    leave();
    choice.run(alt);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the list inside, which is the widget
    <div
      ref={root}
      className="canvas-popup nopan nowheel"
      // A canvas lower than the list shortens it.
      style={{ ...place, maxHeight: `calc(100% - ${place.top + 8}px)` }}
      onKeyDownCapture={(event) => {
        // Before the list sees it: it knows Enter only.
        if (event.key !== 'Enter' || !event.altKey) return;
        event.preventDefault();
        event.stopPropagation();
        if (chosen !== undefined) run(chosen, true);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== 'Tab') return;
        event.preventDefault();
        if (event.key === 'Escape') leave();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) closePopup(canvas);
      }}
    >
      <ChoiceList asked={asked} onChoose={(choice) => run(choice, false)} onOpened={onOpened} />
    </div>
  );
}
