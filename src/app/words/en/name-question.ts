/** The question for the name of the person, when a change first stores it. */
export const nameQuestion = {
  title: 'Who is changing this model?',
  text: 'A threat keeps who changed it last, and a note who wrote it. From the next change on that is you, and not “Trustline”:',
  name: 'Your name',
  use: 'Use this name',
  skip: 'Skip',
  done: ({ name }: { name: string }) => `${name} is written into what you change`,
};
