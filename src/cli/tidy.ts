import { writeModel } from '../core/codec/index.ts';
import type { DiagramId, Placement } from '../core/document/index.ts';
import { placeElements } from '../core/edit/index.ts';
import { applyEdit, threatChanges, tidyPlacement } from '../core/session/index.ts';
import { checkEnding, EXIT, Failure, openModel, type Streams, shown, writeBytes } from './io.ts';

/**
 * `trustline tidy`: lays all diagrams out anew, or the one named. Threats follow where flows now cross other
 * boundaries, as in the app, and standard error says how many came and went.
 */
export async function tidyModel(
  file: string,
  options: { output: string; diagram?: string },
  streams: Streams,
): Promise<void> {
  checkEnding(options.output, ['.tm7']);
  const model = openModel(file, streams);
  const named = options.diagram;
  const wanted =
    named === undefined ? model.diagrams : model.diagrams.filter((diagram) => diagram.header === named);
  if (wanted.length === 0) {
    const names = model.diagrams.map((diagram) => `"${diagram.header}"`).join(', ') || 'none';
    const what = named === undefined ? '' : ` "${named}"`;
    throw new Failure(`${shown(file)}: there is no diagram${what} (it has: ${names})`, EXIT.usage);
  }
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  const elk = new Elk();
  const placements = new Map<DiagramId, Placement>();
  for (const diagram of wanted)
    placements.set(diagram.id, await tidyPlacement(model, diagram, (graph) => elk.layout(graph)));
  const { model: next } = applyEdit(model, (before) =>
    [...placements].reduce((after, [id, placement]) => placeElements(after, id, placement), before),
  );
  const { came, went } = threatChanges(model, next);
  if (came + went > 0)
    streams.err(`${shown(file)}: other flows cross boundaries now: ${came} threats came, ${went} went`);
  writeBytes(options.output, writeModel(next), streams);
}
