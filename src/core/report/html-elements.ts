import { escapeMarkup } from '../drawing/index.ts';
import { linked } from './html-overview.ts';
import type { DiagramElements } from './model.ts';
import { oneLine } from './report.ts';

/** What is on a diagram, and what crosses its boundaries. In parts: a diagram may have thousands of elements. */
export function* elementParts({ elements, boundaries }: DiagramElements): Iterable<string> {
  if (elements.length > 0) {
    yield '<h3>Elements</h3><table class="list elements"><thead><tr><th scope="col">Element</th><th scope="col">Type</th><th scope="col">Place</th><th scope="col">Properties</th></tr></thead><tbody>';
    for (const { name, type, place, outOfScope, properties } of elements) {
      const scope =
        outOfScope === '' ? [] : [{ label: 'Out of scope', value: outOfScope.replace(/^Yes: /, '') }];
      const said = [...scope, ...properties].map(
        ({ label, value }) => `<span class="property">${escapeMarkup(label)}: ${linked(value)}</span>`,
      );
      yield `<tr><td>${escapeMarkup(oneLine(name))}</td><td>${escapeMarkup(type)}</td><td>${escapeMarkup(place)}</td><td>${said.join(' ')}</td></tr>`;
    }
    yield '</tbody></table>';
  }
  if (boundaries.length === 0) return;
  yield '<h3>Trust boundaries</h3><table class="list"><thead><tr><th scope="col">Boundary</th><th scope="col">Type</th><th scope="col">Inside</th><th scope="col">Crossed by</th></tr></thead><tbody>';
  for (const { name, type, inside, crossing } of boundaries) {
    const texts = [oneLine(name), type, inside.map(oneLine).join(', '), crossing.map(oneLine).join(', ')];
    yield `<tr>${texts.map((text) => `<td>${escapeMarkup(text)}</td>`).join('')}</tr>`;
  }
  yield '</tbody></table>';
}
