import { counted } from './plurals.ts';

/** The stencils beside the canvas. */
export const palette = {
  search: 'Search stencils',
  nothing: ({ text }: { text: string }) => `No stencil matches “${text}”.`,
  more: ({ stencils }: { stencils: number }) =>
    `${counted(stencils, { one: 'more stencil', other: 'more stencils' })}: search to see them.`,
  group: ({ name, count }: { name: string; count: number }) =>
    `${name}, ${counted(count, { one: 'stencil', other: 'stencils' })}`,
  /** The choice above the list, and what the type in use is said to be. */
  flowType: 'Flow type for new connections',
  newFlowsAre: ({ stencil }: { stencil: string }) => `New connections are ${stencil}`,
  armed: 'Click or drag on the canvas to place',
  chosen: ({ stencil }: { stencil: string }) => `${stencil} chosen: click or drag on the canvas to place`,
  putBack: ({ stencil }: { stencil: string }) => `${stencil} put back`,
  favourites: 'Favourites',
  recent: 'Recent',
  /** The names of stencils that stand in these lists as well. */
  inFavourites: ({ stencil }: { stencil: string }) => `${stencil}, favourite`,
  inRecent: ({ stencil }: { stencil: string }) => `${stencil}, recent`,
  /** The star of a stencil, which is on or off. */
  favourite: 'Favourite',
  /** The menu of a stencil. */
  menu: ({ stencil }: { stencil: string }) => `Stencil ${stencil}`,
  add: 'Add to the diagram',
  useForNew: 'Use for new connections',
  addFavourite: 'Add to the favourites',
  removeFavourite: 'Remove from the favourites',
};
