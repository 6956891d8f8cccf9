import type { LinkRun } from '../links.ts';
import { withAddresses } from '../links.ts';
import type { StyledRun, TextStyle } from './lines.ts';

const QUIET = '#4c5661';
const LINKED = '#0b57a4';

const BODY = { face: 'normal', size: 9.5, colour: '#1b1f24' } as const;

export const STYLES = {
  body: BODY,
  link: { ...BODY, colour: LINKED },
  label: { ...BODY, colour: QUIET },
  small: { ...BODY, size: 8, colour: QUIET },
  title: { ...BODY, face: 'bold', size: 22 },
  diagram: { ...BODY, face: 'bold', size: 15 },
  heading: { ...BODY, face: 'bold', size: 12 },
  threat: { ...BODY, face: 'bold', size: 10.5 },
  cell: { ...BODY, size: 8.5 },
  cellHead: { ...BODY, size: 8.5, colour: QUIET },
  cellLink: { ...BODY, size: 8.5, colour: LINKED },
  classification: { ...BODY, face: 'bold', size: 9.5, colour: QUIET },
  badge: { ...BODY, size: 8.5, colour: QUIET },
  badgeLink: { ...BODY, size: 8.5, colour: LINKED },
} as const satisfies Readonly<Record<string, TextStyle>>;

export const styled = (text: string, style: TextStyle): readonly StyledRun[] => [{ text, style }];

/** Pieces of a text; the address of a link stands behind words that do not say it. */
export const linked = (runs: readonly LinkRun[]): readonly StyledRun[] =>
  runs.map((run) =>
    run.href === undefined
      ? { text: run.text, style: STYLES.body }
      : { text: withAddresses([run]), style: STYLES.link, href: run.href },
  );

/** Words that stay on one line. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');
