import { counted, ELEMENT, FLOW } from './plurals.ts';

/** Descriptions of elements, in the parts that lists lay out. */
export const elements = {
  unnamed: ({ type }: { type: string }) => `Unnamed ${type}`,
  /** What an element is called whose type the template does not have. */
  element: 'element',
  lineBoundary: 'line boundary',
  /** The end of a flow that is attached to nothing. */
  nowhere: 'nowhere',
  ends: ({ from, to }: { from: string; to: string }) => `${from} → ${to}`,
  within: ({ boundary }: { boundary: string }) => `in ${boundary}`,
  list: ({ parts }: { parts: readonly string[] }) => parts.join(', '),
  /** What is deleted: one element by its name, several by their number, and the flows that go with them. */
  deleted: ({ name, elements: n, flows }: { name: string | undefined; elements: number; flows: number }) => {
    const what = name ?? counted(n, ELEMENT);
    return flows === 0 ? what : `${what} and ${counted(flows, FLOW)}`;
  },
};
