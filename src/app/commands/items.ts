import { shownText } from '../../core/base/index.ts';
import {
  categoryName,
  type Diagram,
  type DiagramId,
  describeElement,
  type Element,
  type ElementId,
  elementsById,
  findDiagram,
  findElementType,
  isBoundary,
  isLine,
  type Model,
  shownName,
  stateLabel,
  THREAT_TEXT,
  type Threat,
  threatProperty,
} from '../../core/document/index.ts';
import type { Command, OpenModel, OpenTemplate } from '../store/index.ts';
import { words } from '../words/index.ts';
import { withinOneEdit } from './one-edit.ts';
import { whyOff } from './why-off.ts';

/** What every answer shows, and what else it is found by. */
interface Shown {
  readonly label: string;
  readonly context: string;
  /** Further words to find it by. */
  readonly words?: string;
  /** The tab that it is in, when that is not the one in front. */
  readonly tab?: string;
}

/** Something that the palette can find. */
export type Item =
  | (Shown & {
      readonly kind: 'command';
      readonly command: Command;
      /** What it needs, when it cannot be run now. */
      readonly off?: string;
    })
  /** Another open model. */
  | (Shown & { readonly kind: 'model'; readonly id: string; readonly fileName: string })
  | (Shown & { readonly kind: 'diagram'; readonly id: DiagramId })
  | (Shown & {
      readonly kind: 'element';
      readonly diagramId: DiagramId;
      readonly id: ElementId;
      readonly what: 'element' | 'flow' | 'boundary';
    })
  | (Shown & { readonly kind: 'threat'; readonly threat: Threat });

/** What tells an item from all others. */
export function keyOf(item: Item): string {
  if (item.kind === 'command') return `command ${item.command.id}`.trim();
  const id = item.kind === 'threat' ? item.threat.key : item.id;
  // The list answers with what it was given without space around it.
  return `${item.tab ?? ''} ${item.kind} ${id}`.trim();
}

/** The group in which an answer is shown. */
export const groupOf = (item: Item) => (item.tab === undefined ? item.kind : 'elsewhere');

/** The groups of answers in the order of their best answer. */
export const groupsOf = (found: readonly Item[]) => [...new Set(found.map(groupOf))];

/** The parts of a context, in their order and without those that say nothing. */
const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

function elementItem(model: Model, diagram: Diagram, element: Element): Item {
  const { name, type, place } = describeElement(diagram, element, model.template);
  return {
    kind: 'element',
    label: name,
    context: joined(type, place, model.diagrams.length > 1 ? shownText(diagram.header) : ''),
    // The type is said once, but found however it is called.
    words: findElementType(model.template, element.typeId)?.name ?? '',
    diagramId: diagram.id,
    id: element.id,
    what: isBoundary(element) ? 'boundary' : isLine(element) ? 'flow' : 'element',
  };
}

/** `NeedsInvestigation` as the words that it is made of. */
const spelled = (state: string): string => state.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');

function threatItem(model: Model, threat: Threat): Item {
  const diagram = findDiagram(model, threat.diagramId);
  const elements = diagram && elementsById(diagram);
  const nameOf = (id: ElementId): string => {
    const element = elements?.get(id);
    return element === undefined ? '' : shownName(element);
  };
  const [source, flow, target] = [nameOf(threat.sourceId), nameOf(threat.flowId), nameOf(threat.targetId)];
  const title = threatProperty(threat, THREAT_TEXT.title) ?? '';
  const number = words.commands.palette.threatNumber({ id: threat.id });
  return {
    kind: 'threat',
    label: title === '' ? number : shownText(title),
    context: joined(number, flow, source && target ? `${source} → ${target}` : '', threat.priority),
    words: [categoryName(model.template, threat), stateLabel(threat.state), spelled(threat.state)].join(' '),
    threat,
  };
}

/** Everything of a model that can be gone to: diagrams, then their elements, then the threats. */
export function modelItems(model: Model): readonly Item[] {
  return [
    ...model.diagrams.map(
      ({ id, header }): Item => ({
        kind: 'diagram',
        label: shownText(header),
        context: words.commands.palette.inDiagram,
        id,
      }),
    ),
    ...model.diagrams.flatMap((diagram) =>
      [...diagram.shapes, ...diagram.lines].map((element) => elementItem(model, diagram, element)),
    ),
    ...model.threats.map((threat) => threatItem(model, threat)),
  ];
}

/** What is searched of a tab. */
export type SearchedTab =
  | Pick<OpenModel, 'kind' | 'id' | 'fileName' | 'model'>
  | Pick<OpenTemplate, 'kind' | 'id' | 'fileName'>;

/** A document in another tab: the way to it, and everything in a model with its file's name. */
export function otherItems(open: SearchedTab): readonly Item[] {
  const { id, fileName } = open;
  const inside = open.kind === 'model' ? modelItems(open.model) : [];
  return [
    {
      kind: 'model',
      label: words.commands.palette.goTo({ file: fileName }),
      context: open.kind === 'model' ? words.commands.palette.openModel : words.commands.palette.openTemplate,
      words: words.commands.palette.openModelKeywords,
      id,
      fileName,
    },
    ...inside.map((item) => ({ ...item, context: joined(item.context, fileName), tab: id })),
  ];
}

function commandItem(command: Command): Item {
  const off = whyOff(command);
  const context = words.commands.groups[command.group];
  return { kind: 'command', label: command.label, context, command, ...(off === undefined ? {} : { off }) };
}

const isOff = (item: Item): boolean => item.kind === 'command' && item.off !== undefined;

/** All that can be found: commands, what is in the model in front, then the other tabs. */
export function itemsOf(
  commands: readonly Command[],
  front: SearchedTab | null,
  documents: readonly SearchedTab[],
): readonly Item[] {
  return [
    ...commands.filter((command) => command.id !== 'go.commands').map(commandItem),
    ...(front?.kind === 'model' ? modelItems(front.model) : []),
    ...documents.filter((open) => open !== front).flatMap(otherItems),
  ];
}

const isLetter = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/**
 * How well a word stands in a text, 0 for not at all: at its beginning, at that of a word, in the middle. A whole word
 * is meant more than one that begins so: `threat 3` is not threat 35.
 */
function standing(text: string, word: string): number {
  let best = 0;
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1)) {
    const opens = !isLetter(text[from - 1] ?? '');
    const closes = !isLetter(text[from + word.length] ?? '');
    best = Math.max(best, (from === 0 ? 6 : opens ? 4 : 2) + (opens && closes ? 1.5 : 0));
  }
  return best;
}

/** What is not the name counts less than any place in it. */
const REST = 0.2;
/** A word that was typed with an error counts less than any that was not. */
const FORGIVEN = 0.1;
/** A command that is off stands behind others that are as good. */
const OFF = 0.4;
/** Letters of a word from which on one error in it is forgiven: shorter ones would be anything. */
const FORGIVING = 4;

type WordsOf = readonly [label: readonly string[], rest: readonly string[]];

/** The words of items are looked through at each key: they are split once. */
const known = new WeakMap<Item, WordsOf>();

const split = (text: string): readonly string[] => text.split(/[^\p{L}\p{N}]+/u);

/** What a word counts that something in an item begins with, but for one error: more in its name than in the rest. */
function nearly(item: Item, label: string, rest: string, word: string): number {
  if (word.length < FORGIVING) return 0;
  const words: WordsOf = known.get(item) ?? [split(label), split(rest)];
  known.set(item, words);
  const [inLabel, inRest] = words.map((some) => some.some((one) => withinOneEdit(one, word)));
  return FORGIVEN * (inLabel ? 2 : inRest ? 1 : 0);
}

/**
 * How well an item answers the query, 0 for not at all. Every word of the query must be somewhere in it; `forgiving`,
 * one letter of a longer word may be wrong, missing, too many or in the place of the next.
 */
export function score(item: Item, words: readonly string[], forgiving = false): number {
  const label = item.label.toLowerCase();
  const more = item.kind === 'command' ? item.command.keywords : item.words;
  const rest = `${item.context} ${more ?? ''}`.toLowerCase();
  let total = 0;
  for (const word of words) {
    const strict = standing(label, word) || REST * standing(rest, word);
    const points = strict || (forgiving ? nearly(item, label, rest, word) : 0);
    if (points === 0) return 0;
    total += points;
  }
  // Of equal ones the shorter name is the closer answer.
  return (total + 1 / (2 + label.length)) * (isOff(item) ? OFF : 1);
}

/** Answers of each sort shown at once: more would only slow the typing down. */
const LIMITS = { command: 60, here: 60, elsewhere: 30 } as const;

function sortOf(item: Item): keyof typeof LIMITS {
  if (item.tab !== undefined) return 'elsewhere';
  return item.kind === 'command' || item.kind === 'model' ? 'command' : 'here';
}

/** Fewer answers than this, and those are looked for too that have an error of typing in them. */
const FEW = 5;

/** What answers a query, the best first. */
function answersTo(items: readonly Item[], words: readonly string[], forgiving: boolean): readonly Item[] {
  return items
    .map((item, index) => ({ item, index, points: score(item, words, forgiving) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || a.index - b.index)
    .map(({ item }) => item);
}

/**
 * The best answers to what was typed, those with an error of typing behind the others, those of other tabs last. For an
 * empty query every command that can be run, the other models and the first things of the one in front.
 */
export function findItems(items: readonly Item[], query: string): readonly Item[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) {
    const here = items.filter((item) => sortOf(item) === 'here').slice(0, LIMITS.here);
    return [...items.filter((item) => sortOf(item) === 'command' && !isOff(item)), ...here];
  }
  const left: Record<keyof typeof LIMITS, number> = { ...LIMITS };
  const strict = answersTo(items, words, false);
  const exact = new Set(strict);
  const more = strict.length < FEW ? answersTo(items, words, true).filter((item) => !exact.has(item)) : [];
  const found = [...strict, ...more].filter((item) => left[sortOf(item)]-- > 0);
  return [
    ...found.filter((item) => item.tab === undefined),
    ...found.filter((item) => item.tab !== undefined),
  ];
}

/** What Enter takes of the answers: the one that the user moved to while it is among them, else the best. */
export const chosenItem = (found: readonly Item[], moved: string): Item | undefined =>
  found.find((item) => keyOf(item) === moved) ?? found[0];

/** The answer that an arrow, Home or End leads to from one of those that are shown, round and round. */
export function walkAnswers(key: string, found: readonly Item[], from: Item | undefined): Item | undefined {
  const shown = groupsOf(found).flatMap((group) => found.filter((item) => groupOf(item) === group));
  const at = from === undefined ? -1 : shown.indexOf(from);
  switch (key) {
    case 'ArrowDown':
      return shown[(at + 1) % shown.length];
    case 'ArrowUp':
      return shown.at(at <= 0 ? -1 : at - 1);
    case 'Home':
      return shown[0];
    case 'End':
      return shown.at(-1);
    default:
      return undefined;
  }
}
