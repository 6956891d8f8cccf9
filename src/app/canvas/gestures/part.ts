import { type ElementId, elementId, type Port } from '../../../core/document/index.ts';
import { PORTS } from '../../../core/geometry/index.ts';
import { CORNERS, type Corner } from '../base/gesture.ts';

/** What the pointer is on. */
export type Part =
  | { readonly kind: 'pane' }
  | { readonly kind: 'body'; readonly id: ElementId }
  | { readonly kind: 'line'; readonly id: ElementId; readonly at: 'curve' | 'label' | 'handle' }
  | { readonly kind: 'end'; readonly id: ElementId; readonly end: 'source' | 'target' }
  | { readonly kind: 'port'; readonly id: ElementId; readonly port: Port }
  | { readonly kind: 'resize'; readonly id: ElementId; readonly corner: Corner };

const PANE: Part = { kind: 'pane' };

/** Reads what a pointer event hit from the marks that the views carry. */
export function partOf(target: EventTarget | null): Part {
  if (!(target instanceof Element)) return PANE;
  const owner = target.closest('[data-element]');
  const named = owner?.getAttribute('data-element');
  if (owner === null || !named) return PANE;
  const id = elementId(named);
  const marked = target.closest('[data-part]');
  const data = (name: string) => marked?.getAttribute(`data-${name}`);
  switch (data('part')) {
    case 'port': {
      const port = PORTS.find((candidate) => candidate === data('port'));
      return port === undefined ? PANE : { kind: 'port', id, port };
    }
    case 'resize': {
      const corner = CORNERS.find((candidate) => candidate === data('corner'));
      return corner === undefined ? PANE : { kind: 'resize', id, corner };
    }
    case 'end':
      return { kind: 'end', id, end: data('end') === 'source' ? 'source' : 'target' };
    case 'curve':
    case 'label':
    case 'handle':
      return {
        kind: 'line',
        id,
        at: data('part') === 'label' ? 'label' : data('part') === 'handle' ? 'handle' : 'curve',
      };
    default:
      return { kind: 'body', id };
  }
}
