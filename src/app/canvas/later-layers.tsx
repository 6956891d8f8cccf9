import { type ComponentProps, useEffect } from 'react';
import type { Diagram, Model } from '../../core/document/index.ts';
import { makingThreats } from '../../core/engine/index.ts';
import { inSlices, whenIdle, whileWanted } from '../ui/index.ts';
import { ColourLayer } from './colours/index.ts';
import { NameLayer } from './names/index.ts';
import { FlowSteps, NumberLayer } from './numbers/index.ts';

type LayersProps = Omit<ComponentProps<typeof NameLayer>, 'over'> &
  ComponentProps<typeof ColourLayer> &
  Omit<ComponentProps<typeof NumberLayer>, 'boxes'>;

/** What lies over the drawing and comes after the first canvas; names last but what goes by their places. */
export function LaterLayers(drawn: LayersProps) {
  useMadeThreats(drawn.resting, drawn.model);
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

/**
 * What a diagram yields is worked out once it is shown: the first edit, which needs it, then costs what the others do.
 */
function useMadeThreats(diagram: Diagram, { template, threatGenerationEnabled }: Model): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what an edit makes of the diagram, it makes of its threats
  useEffect(() => {
    if (!threatGenerationEnabled) return;
    let current = true;
    const steps = makingThreats({ template, diagrams: [diagram] });
    const callOff = whenIdle(() => void inSlices(whileWanted(steps, () => current)));
    return () => {
      current = false;
      callOff();
    };
  }, [diagram.id, template, threatGenerationEnabled]);
}
