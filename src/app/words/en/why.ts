import { counted, THREAT } from './plurals.ts';

const OTHERS = { one: 'other', other: 'others' } as const;

/** Which rule made a threat, and what would make the threat go. */
export const why = {
  title: 'Why this threat',
  own: 'Somebody wrote it: no rule made it.',
  noType: 'The template no longer has the threat type that made it.',
  noInteraction: 'The data flow is gone, is out of scope, or has a free end.',
  include: 'It comes where these fit together:',
  exclude: 'It stays away where these fit together:',
  holds: 'holds',
  holdsNot: 'does not hold',
  hidden: ({ count }: { count: number }) => `and ${count} that ${count === 1 ? 'does' : 'do'} not hold`,
  remedies: 'What would make it go',
  noRemedy: 'No single property would: only several together, other stencils or other boundaries.',
  set: ({ element, property, value }: { element: string; property: string; value: string }) =>
    `${element}: ${property} to ${value}`,
  yes: 'yes',
  no: 'no',
  effect: ({ gone, added }: { gone: number; added: number }) =>
    [
      gone > 0 ? `${counted(gone, OTHERS)} would go as well` : 'no other would go',
      added > 0 ? `${counted(added, THREAT)} would come` : '',
    ]
      .filter(Boolean)
      .join(', '),
  doSet: 'Set',
};
