import type { ComponentProps } from 'react';
import { ColourLayer } from './colours/index.ts';
import { NameLayer } from './names/index.ts';

type LayersProps = ComponentProps<typeof NameLayer> & ComponentProps<typeof ColourLayer>;

/** What lies over the drawing and comes after the first canvas; names last, so that they can be read. */
export function LaterLayers(drawn: LayersProps) {
  return (
    <>
      <ColourLayer {...drawn} />
      <NameLayer {...drawn} />
    </>
  );
}
