/** The view of the threats, and what stands beside the list. */
export const threatView = {
  heading: ({ file }: { file: string }) => `Threats of ${file}`,
  previous: 'Previous threat',
  next: 'Next threat',
  step: ({ at, all }: { at: number; all: number }) => `${at} of ${all}`,
  keys: ({ letters }: { letters: readonly string[] }) =>
    `1–4 state · ${['P', ...letters].join(' ')} priority · J justification · F2 edit · Space select · . next not started · Enter details · Esc back`,
  progress: {
    handled: ({ handled, all, percent }: { handled: number; all: number; percent: number }) =>
      `${handled} of ${all} handled, ${percent} %`,
    share: ({ label, handled, all }: { label: string; handled: number; all: number }) =>
      `${label}, ${handled} of ${all} handled`,
    edited: ({ count }: { count: number }) =>
      count === 1
        ? '1 threat is not as it was when the file was opened'
        : `${count} threats are not as they were when the file was opened`,
  },
};
