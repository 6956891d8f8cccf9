import { type Element, elementName, type Model, propertyText, threatTypeId } from '../../document/index.ts';
import { regenerate } from '../../engine/index.ts';
import { refusalWords } from '../../words/later.ts';
import { buildModel, idsOf, planDraft, readForeign, readTemplate, withDiagrams } from '../index.ts';
import { own } from './files.ts';

/** The template that files of other programs get when none is named. */
export const stride = (() => {
  const read = readTemplate(own('stride-core.tb7'));
  if (!read.ok) throw new Error(refusalWords(read.error));
  return read.value.template;
})();

/** The model that a file of another program becomes, without its doubtful pages. */
export const imported = (bytes: Uint8Array, template = stride) => {
  const read = readForeign(bytes);
  if (!read.ok) throw new Error(refusalWords(read.error));
  const { format } = read.value;
  const draft = withDiagrams(read.value.draft, ({ doubt }) => doubt === undefined);
  return { draft, ...buildModel(draft, planDraft(draft, template), template, idsOf(format)) };
};

/** What of a model every format with marks keeps. */
export const keptOf = ({ diagrams, threats, information }: Model) => ({
  name: information.name.trim(),
  diagrams: diagrams.map(({ header, shapes, lines }) => ({
    header: header.trim(),
    shapes: shapes
      .map((shape) => [
        ...elementFacts(shape),
        [shape.left, shape.top, shape.width, shape.height].map(Math.round),
      ])
      .sort(),
    lines: lines
      .map(({ source, target, handle, ...line }) => [
        ...elementFacts({ source, target, handle, ...line }),
        [source, target].map(({ element, port, x, y }) => (element === null ? [x, y] : [element, port])),
        [handle.x, handle.y],
      ])
      .sort(),
  })),
  threats: threats
    .map(({ typeId, flowId, sourceId, targetId, state, priority, properties }) =>
      JSON.stringify([typeId, flowId, sourceId, targetId, state, priority, properties]),
    )
    .sort(),
});

const elementFacts = (element: Element) => [
  element.id,
  element.typeId,
  elementName(element).trim(),
  // Versions of the Windows tool store other captions and defaults for the same thing.
  element.properties
    .filter(({ kind }) => kind !== 'header' && kind !== 'staticList')
    .map((property) => `${property.displayName}=${propertyText(property) ?? ''}`)
    .filter((pair) => !/=(|false|0)$/.test(pair))
    .sort()
    .join('|'),
];

/** Threats of two types alone: `all` has one for each flow between elements, `crossing` one for each that crosses a boundary. */
export function threatsAtFlows(model: Model) {
  const [like] = stride.threatTypes;
  if (like === undefined) throw new Error('no threat');
  const type = (id: string, include: string) => ({
    ...like,
    id: threatTypeId(id),
    filters: { include, exclude: '' },
  });
  const threatTypes = [
    type('all', `source is 'GE.P' or source is 'GE.EI' or source is 'GE.DS'`),
    type('crossing', `flow crosses 'GE.TB.L' or flow crosses 'GE.TB.B'`),
  ];
  const { threats } = regenerate({ ...model, threats: [], template: { ...model.template, threatTypes } });
  const count = (id: string): number => threats.filter(({ typeId }) => typeId === id).length;
  return { all: count('all'), crossing: count('crossing') };
}
