/** Why a picture of a template is left out. */
export const pictures = {
  damaged: ({ type }: { type: string }) => `The picture of "${type}" is damaged, so it is left out`,
  'too large': ({ type }: { type: string }) =>
    `The picture of "${type}" has more pixels than are shown (4,096 a side, 8 million in all), so it is left out`,
};
