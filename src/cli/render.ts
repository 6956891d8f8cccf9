import { besideSvg, comparedDiagrams } from '../core/change-report/index.ts';
import type { Diagram, Model } from '../core/document/index.ts';
import { diagramSvg, SharedImages } from '../core/drawing/index.ts';
import { compareFiles } from './diff.ts';
import { checkApart, checkEnding, EXIT, Failure, openModel, type Streams, shown, writeBytes } from './io.ts';

interface RenderOptions {
  readonly output: string;
  readonly diagram?: string;
  readonly compare?: string;
}

/** `trustline render`: one diagram as an SVG file; with `--compare` as it was before and as it is, marked. */
export function renderDiagram(file: string, options: RenderOptions, streams: Streams): void {
  checkEnding(options.output, ['.svg']);
  checkApart(file, options.output);
  if (options.compare !== undefined) {
    renderCompared(file, options.compare, options, streams);
    return;
  }
  const model = openModel(file, streams);
  const diagram = wanted(file, model.diagrams, options.diagram);
  writeBytes(options.output, diagramSvg(model, diagram), streams);
}

function renderCompared(file: string, other: string, options: RenderOptions, streams: Streams): void {
  checkApart(other, options.output);
  const { before, after, differences } = compareFiles(file, other, streams);
  if (!('diagrams' in before) || !('diagrams' in after))
    throw new Failure(`${shown(file)}: this is a template, not a model`, EXIT.unreadable);
  const drawn = comparedDiagrams(differences, before, after);
  const named = options.diagram;
  const one = named === undefined ? drawn[0] : drawn.find(({ header }) => header === named);
  if (one !== undefined) {
    writeBytes(options.output, besideSvg(one), streams);
    return;
  }
  // Nothing is different: the diagram is drawn without marks on both sides.
  const { header } = wanted(file, [...after.diagrams, ...before.diagrams], named);
  const images = new SharedImages();
  const side = (model: Model): string | null => {
    const found = model.diagrams.find((diagram) => diagram.header === header);
    return found === undefined ? null : diagramSvg(model, found, { images });
  };
  streams.err(`${shown(file)} and ${shown(other)}: nothing on the diagram "${header}" is different`);
  const sides = { before: side(before), after: side(after) };
  writeBytes(options.output, besideSvg({ header, ...sides, definitions: images.definitions() }), streams);
}

/** The diagram that is asked for by its name, otherwise the first. */
function wanted(file: string, diagrams: Model['diagrams'], named: string | undefined): Diagram {
  const diagram = named === undefined ? diagrams[0] : diagrams.find(({ header }) => header === named);
  if (diagram !== undefined) return diagram;
  const names = diagrams.map(({ header }) => `"${header}"`).join(', ') || 'none';
  throw new Failure(
    `${shown(file)}: there is no diagram ${named === undefined ? '' : `"${named}" `}(it has: ${names})`,
    EXIT.usage,
  );
}
