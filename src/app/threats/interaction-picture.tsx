import { useEffect, useMemo, useState } from 'react';
import {
  type Diagram,
  findDiagram,
  findLine,
  type Model,
  type Template,
  type Threat,
} from '../../core/document/index.ts';
import { DiagramPictures } from '../../core/drawing/index.ts';

/** Kept while a diagram stays as it is: its picture is prepared once, however many threats are gone through. */
const prepared = new WeakMap<Diagram, { readonly template: Template; readonly pictures: DiagramPictures }>();

function picturesOf(model: Model, diagram: Diagram): DiagramPictures {
  const known = prepared.get(diagram);
  if (known?.template === model.template) return known.pictures;
  const pictures = new DiagramPictures(model, diagram);
  prepared.set(diagram, { template: model.template, pictures });
  return pictures;
}

interface PictureProps {
  readonly model: Model;
  readonly threat: Threat;
  readonly label: string;
}

/** The interaction of a threat as the report draws it. Nothing where the diagram has it no longer. */
export function InteractionPicture({ model, threat, label }: PictureProps) {
  const diagram = findDiagram(model, threat.diagramId);
  const flow = diagram === undefined ? undefined : findLine(diagram, threat.flowId);
  const svg = useMemo(
    () => (diagram === undefined || flow === undefined ? null : picturesOf(model, diagram).interaction(flow)),
    [model, diagram, flow],
  );
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (svg === null) return;
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setUrl(made);
    return () => {
      setUrl(null);
      URL.revokeObjectURL(made);
    };
  }, [svg]);
  if (svg === null) return null;
  return <div className="threat-picture">{url !== null && <img src={url} alt={label} />}</div>;
}
