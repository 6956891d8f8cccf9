import { linkRuns } from '../links.ts';
import type { Report, Statement } from '../model.ts';
import type { Room } from '../room.ts';
import { paragraph, row } from './blocks.ts';
import type { Faces } from './faces.ts';
import { type Block, type Flow, innerWidth, MARGIN } from './flow.ts';
import { brokenLines } from './lines.ts';
import { linked, STYLES, styled } from './styles.ts';

/** What the parts of a report have in common while they are laid out. */
export interface Setting {
  readonly report: Report;
  readonly faces: Faces;
  readonly flow: Flow;
  readonly room: Room;
  /** The page of each place, as far as they are known. */
  readonly pages: ReadonlyMap<string, number>;
  readonly found: (place: string, page: number) => void;
}

const WIDTH = innerWidth('portrait');
const GAP = 4;
const INFORMATION = 130;

/** The fonts have no arrow. */
export const BETWEEN = 'to';

export const diagramPlace = (diagram: number): string => `d${diagram}`;
export const interactionPlace = (diagram: number, interaction: number): string =>
  `d${diagram}i${interaction}`;

export const heading = (text: string, tag: string, faces: Faces): Block =>
  paragraph(styled(text, STYLES.heading), faces, { tag, before: 14, after: 4 });

/** Notes on which page a place is, for the contents, and lists it among the bookmarks. */
export const atPlace =
  ({ found }: Setting, place: string, bookmark: string, parent?: string): Block['placed'] & object =>
  (page, top, paper) => {
    found(place, page);
    paper?.place(place, top, bookmark, parent);
  };

/** Labels with what they say. */
export function statementRows(list: readonly Statement[], { faces, room }: Setting): readonly Block[] {
  const x = MARGIN.left + INFORMATION + GAP;
  return list.map(({ label, value }) => {
    const texts = brokenLines(linked(room.for(linkRuns(value))), WIDTH - INFORMATION - GAP, faces);
    const side = [
      { lines: brokenLines(styled(`${label}:`, STYLES.label), INFORMATION, faces), x: MARGIN.left },
      { lines: texts, x },
    ];
    return row(side, STYLES.body.size, { tag: 'P' });
  });
}

/** Rows of labels that stay with the heading above them. */
const KEPT_STATEMENTS = 4;

/** The same below what stands above it. */
export function putStatements(
  list: readonly Statement[],
  setting: Setting,
  above: readonly Block[] = [],
): void {
  const rows = statementRows(list, setting);
  setting.flow.together([...above, ...rows.slice(0, KEPT_STATEMENTS)]);
  for (const block of rows.slice(KEPT_STATEMENTS)) setting.flow.put(block);
}
