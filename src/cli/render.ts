import { diagramSvg } from '../core/drawing/index.ts';
import { checkApart, checkEnding, EXIT, Failure, openModel, type Streams, shown, writeBytes } from './io.ts';

/** `trustline render`: one diagram as an SVG file. */
export function renderDiagram(
  file: string,
  options: { output: string; diagram?: string },
  streams: Streams,
): void {
  checkEnding(options.output, ['.svg']);
  checkApart(file, options.output);
  const model = openModel(file, streams);
  const named = options.diagram;
  const diagram =
    named === undefined ? model.diagrams[0] : model.diagrams.find((candidate) => candidate.header === named);
  if (diagram === undefined) {
    const names = model.diagrams.map((candidate) => `"${candidate.header}"`).join(', ') || 'none';
    throw new Failure(
      `${shown(file)}: there is no diagram ${named === undefined ? '' : `"${named}" `}(it has: ${names})`,
      EXIT.usage,
    );
  }
  writeBytes(options.output, diagramSvg(model, diagram), streams);
}
