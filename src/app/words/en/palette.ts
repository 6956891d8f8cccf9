import { counted } from './plurals.ts';

/** The stencils beside the canvas. */
export const palette = {
  search: 'Search stencils',
  nothing: ({ text }: { text: string }) => `No stencil matches “${text}”.`,
  more: ({ stencils }: { stencils: number }) =>
    `${counted(stencils, { one: 'more stencil', other: 'more stencils' })}: search to see them.`,
  /** Beside the heading of types that are chosen for new flows, not placed. */
  newFlows: 'new flows',
  newFlowsAre: ({ stencil }: { stencil: string }) => `New flows are ${stencil}`,
  chosen: ({ stencil }: { stencil: string }) => `${stencil} chosen: click on the canvas to place it`,
  putBack: ({ stencil }: { stencil: string }) => `${stencil} put back`,
};
