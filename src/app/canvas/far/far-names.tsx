import { memo, useDeferredValue, useEffect, useState } from 'react';
import type { Diagram, Line, Template } from '../../../core/document/index.ts';
import type { Rect } from '../../../core/geometry/index.ts';
import { whenIdle } from '../../ui/index.ts';
import { lineWords } from '../base/line-words.ts';
import { chunked } from './chunks.ts';

interface FarNamesProps {
  readonly diagram: Diagram;
  readonly template: Template;
}

/**
 * The names of flows and line boundaries for screen readers, which read nothing out of paths that hold many. They are
 * not needed for the picture: they come chunk by chunk when the browser has nothing else to do.
 */
export const FarNames = memo(function FarNames({ diagram: latest, template }: FarNamesProps) {
  // They come after the picture of an edit, too.
  const diagram = useDeferredValue(latest);
  const [cut] = useState(() => chunked(middleOf));
  const [tell] = useState(lineWords);
  const [told, setTold] = useState(0);
  const chunks = cut(diagram.lines);
  const more = told < chunks.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each chunk asks for the next one
  useEffect(() => (more ? whenIdle(() => setTold((before) => before + 1)) : undefined), [more, told]);
  const inWords = tell(diagram, template);
  return chunks
    .slice(0, told)
    .map(({ key, elements }) => <Names key={key} chunk={elements} inWords={inWords} />);
});

const middleOf = ({ handle }: Line): Rect => ({ left: handle.x, top: handle.y, width: 0, height: 0 });

interface NamesProps {
  readonly chunk: readonly Line[];
  readonly inWords: (line: Line) => string;
}

const Names = memo(function Names({ chunk, inWords }: NamesProps) {
  return chunk.map((line) => (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: an SVG group is no interactive element
    <g key={line.id} role="img" aria-label={inWords(line)} />
  ));
});
