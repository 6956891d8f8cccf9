import { stateLabel, THREAT_STATES } from '../../core/document/index.ts';
import type { HelpPage } from '../store/index.ts';
import { laterWords } from '../words/later.ts';
import type { Block, Inline } from './blocks.ts';

/** A heading of a page with what stands below it, up to the next heading. */
export interface Section {
  readonly page: HelpPage;
  /** Names it among those of its page. */
  readonly id: string;
  /** Of the heading, from 1. */
  readonly depth: number;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** All that it says, in small letters. */
  readonly text: string;
}

/** The text of what runs. */
const textOf = (content: readonly Inline[]): string =>
  content
    .map((one) => (typeof one === 'string' ? one : one.kind === 'code' ? one.text : textOf(one.content)))
    .join('');

function textIn(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return textOf(block.content);
    case 'list':
      return block.items.map((item) => item.map(textIn).join(' ')).join(' ');
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(textOf).join(' ')).join(' ');
    case 'picture':
    case 'code':
      return block.text;
  }
}

/** The sections of a page, in its order. What stands before the first heading is left out. */
export function sectionsOf(page: HelpPage, blocks: readonly Block[]): readonly Section[] {
  const starts = blocks.flatMap((block, index) => (block.kind === 'heading' ? [{ block, index }] : []));
  return starts.map(({ block, index }, order) => {
    const inside = blocks.slice(index + 1, starts[order + 1]?.index ?? blocks.length);
    const title = textOf(block.content);
    const text = [title, ...inside.map(textIn)].join(' ').toLowerCase();
    return { page, id: block.id, depth: block.depth, title, blocks: inside, text };
  });
}

export const heading = (depth: number, id: string, title: string): Block => ({
  kind: 'heading',
  depth,
  id,
  content: [title],
});
export const paragraph = (text: string): Block => ({ kind: 'paragraph', content: [text] });

/** Id of the entry of a state in the glossary. */
export const stateId = (state: string): string => `state-${state}`;

/** The glossary as a page: its groups, and below each the words. */
export function glossaryBlocks(): readonly Block[] {
  const { groups, terms, states } = laterWords.glossary;
  const group = (id: keyof typeof terms): readonly Block[] => [
    heading(2, id, groups[id]),
    ...Object.entries(terms[id]).flatMap(([term, [name, text]]) => [heading(3, term, name), paragraph(text)]),
  ];
  return [
    ...group('method'),
    ...group('diagram'),
    ...group('threats'),
    heading(2, 'states', groups.states),
    ...THREAT_STATES.flatMap((state) => [
      heading(3, stateId(state), stateLabel(state)),
      paragraph(states[state]),
    ]),
    ...group('files'),
  ];
}

/** The sections that have every word that was typed, those with all of them in their heading first. */
export function foundSections(sections: readonly Section[], query: string): readonly Section[] {
  const asked = query.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (text: string): boolean => asked.every((word) => text.includes(word));
  const found = sections.filter(({ text }) => has(text));
  const named = ({ title }: Section): boolean => has(title.toLowerCase());
  return [...found.filter(named), ...found.filter((section) => !named(section))];
}
