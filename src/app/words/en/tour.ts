/** The tour of the editor, in steps. */
export const tour = {
  name: 'Tour',
  step: ({ at, of }: { at: number; of: number }) => `Step ${at} of ${of}`,
  next: 'Next',
  back: 'Back',
  skip: 'Skip the tour',
  done: 'Done',
  ended: 'Tour ended',
  command: 'Tour of the editor',
  commandKeywords: 'help show me around learn begin introduction walkthrough tutorial',
  offer: 'New here? Six short steps show how a threat model comes about.',
  start: 'Show me around',
  steps: {
    stencils: {
      title: 'What a system is made of',
      text: 'These are the stencils of the template. Click one, then the canvas, and it is placed there.',
    },
    canvas: {
      title: 'The diagram',
      text: 'Processes, data stores and people, joined by flows. Drag from the edge of one element to another to connect them. Red dashes are trust boundaries.',
    },
    flow: {
      title: 'A flow, and what could go wrong on it',
      text: 'Threats arise where data flows. This flow is selected: the list of threats shows those of it alone.',
    },
    threats: {
      title: 'The threats',
      text: 'They come from the template’s rules and follow the diagram as you draw. Nothing needs to be pressed.',
    },
    answer: {
      title: 'Answer each threat',
      text: 'Give it a state and say why. Keys 1 to 4 set the state of the selected threat in the list.',
    },
    report: {
      title: 'Show it to others',
      text: 'The report is ready at any time, as a page, PDF or Word document. That is all: now draw what you build.',
    },
  },
};
