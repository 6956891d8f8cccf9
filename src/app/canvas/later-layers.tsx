import type { ComponentProps } from 'react';
import { ColourLayer } from './colours/index.ts';
import { NameLayer } from './names/index.ts';
import { FlowSteps, NumberLayer } from './numbers/index.ts';

type LayersProps = Omit<ComponentProps<typeof NameLayer>, 'over'> &
  ComponentProps<typeof ColourLayer> &
  Omit<ComponentProps<typeof NumberLayer>, 'boxes'>;

/** What lies over the drawing and comes after the first canvas; names last but what goes by their places. */
export function LaterLayers(drawn: LayersProps) {
  return (
    <>
      <ColourLayer {...drawn} />
      <NameLayer
        {...drawn}
        over={(boxes) => (
          <>
            <NumberLayer {...drawn} boxes={boxes} />
            <FlowSteps {...drawn} boxes={boxes} />
          </>
        )}
      />
    </>
  );
}
