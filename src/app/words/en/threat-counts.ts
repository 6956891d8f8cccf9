/** How many threats are handled, where diagrams and files are named. */
export const threatCounts = {
  of: ({ name, handled, all }: { name: string; handled: number; all: number }) =>
    `${name}: ${handled} of ${all} threats handled`,
  layer: 'Threats handled, of all, on flows and elements',
};
