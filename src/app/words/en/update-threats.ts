import { form } from './plurals.ts';

/** What an update of all threats would do, before it is done. */
export const updateThreats = {
  title: 'Update threats',
  off: 'Threat generation is switched off for this model.',
  upToDate: 'The threats are up to date.',
  workStays: 'Threats that somebody worked on stay as they are.',
  close: 'Close',
  cancel: 'Cancel',
  update: 'Update',
  parts: {
    added: ({ threats: n }: { threats: number }) => `${n} new`,
    refreshed: ({ threats: n }: { threats: number }) =>
      `${n} with ${form(n, { one: 'outdated text', other: 'outdated texts' })}`,
    removed: ({ threats: n }: { threats: number }) =>
      `${n} no longer ${form(n, { one: 'follows', other: 'follow' })}`,
    stale: ({ threats: n }: { threats: number }) =>
      `${n} ${form(n, { one: 'stays though it follows', other: 'stay though they follow' })} no longer: somebody worked on ${form(n, { one: 'it', other: 'them' })}`,
  },
};
