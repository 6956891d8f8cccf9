/** What to do on an empty diagram. */
export const firstSteps = {
  title: 'Three steps to a threat model',
  steps: [
    { name: 'Place', text: 'what you build: click a stencil, then the canvas.', keys: '/' },
    { name: 'Connect', text: 'what talks to what: drag from the edge of one element to another.', keys: '>' },
    {
      name: 'Answer',
      text: 'the threats that each flow brings: they are listed as you draw.',
      keys: 'Alt+3',
    },
  ],
  samples: 'See the samples',
};
