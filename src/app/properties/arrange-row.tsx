import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  type LucideIcon,
  Scaling,
  StretchHorizontal,
  StretchVertical,
} from 'lucide-react';
import { type Command, keysShown } from '../store/index.ts';
import { IconButton } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';

/** Commands and their pictures: edges across, edges down, then spacing and sizes. */
const BUTTONS: readonly (readonly [id: string, picture: LucideIcon])[] = [
  ['arrange.align-left', AlignStartVertical],
  ['arrange.align-centre', AlignCenterVertical],
  ['arrange.align-right', AlignEndVertical],
  ['arrange.align-top', AlignStartHorizontal],
  ['arrange.align-middle', AlignCenterHorizontal],
  ['arrange.align-bottom', AlignEndHorizontal],
  ['arrange.distribute-horizontal', AlignHorizontalDistributeCenter],
  ['arrange.distribute-vertical', AlignVerticalDistributeCenter],
  ['arrange.same-width', StretchHorizontal],
  ['arrange.same-height', StretchVertical],
  ['arrange.same-both', Scaling],
];

/** Aligns, spreads and sizes what is selected; `commands` has those of the canvas. */
export function ArrangeRow({ commands }: { readonly commands: readonly Command[] }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons are no field set
    <div className="properties-arrange" role="group" aria-label={laterWords.menus.arrange}>
      {BUTTONS.map(([id, Picture]) => {
        const command = commands.find((one) => one.id === id);
        if (command === undefined) return null;
        return (
          <IconButton
            key={id}
            label={command.label}
            keys={keysShown(command)}
            disabled={command.enabled?.() === false}
            onClick={command.run}
          >
            <Picture />
          </IconButton>
        );
      })}
    </div>
  );
}
