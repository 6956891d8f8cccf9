/** What does not hold together in a model that was merged. */
export const broken = {
  'id-twice': ({ id }: { id: string }) => `The id ${id} is given twice`,
  'end-nowhere': ({ line, element }: { line: string; element: string }) =>
    `An end of ${line} is on ${element}, which is not there`,
};
