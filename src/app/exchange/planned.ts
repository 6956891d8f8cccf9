import type { Steps } from '../../core/base/index.ts';
import {
  type Built,
  buildingModel,
  type Draft,
  FOREIGN_FORMATS,
  type Imported,
  idsOf,
  keyOfKind,
  type Loss,
  mappedPlan,
  type Plan,
  type PlannedKind,
  planningDraft,
  type Role,
  withDiagrams,
} from '../../core/codec/index.ts';
import type { Template } from '../../core/document/index.ts';
import type { PlannedDraft } from '../../core/session/index.ts';
import { type LossCode, lossWords } from '../../core/words/later.ts';
import { sliced } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import type { KindChoices } from './kept-kinds.ts';

const { exchange: said } = laterWords;

/** Pages of a file that are to stand on a template. */
export interface Asked {
  readonly imported: Imported;
  /** Ids of the pages. */
  readonly pages: ReadonlySet<string>;
  readonly template: Template;
}

/** Them with what is proposed for their kinds, before anybody chooses. */
interface Proposed extends Asked {
  readonly draft: Draft;
  readonly plan: Plan;
}

/** What was chosen for kinds. */
export interface Choices {
  /** What was remembered of earlier imports of the format. */
  readonly kept: KindChoices;
  /** What was chosen in this one. */
  readonly chosen: KindChoices;
}

/** The pages that nothing speaks against. */
export const likelyPages = ({ diagrams }: Draft): ReadonlySet<string> =>
  new Set(diagrams.filter(({ doubt }) => doubt === undefined).map(({ id }) => id));

/** An import as decided. */
export interface PlannedImport extends PlannedDraft {
  readonly choices: Choices;
}

/** What is proposed for pages, worked out once. */
export const proposals = sliced(function* (asked: Asked): Steps<Proposed> {
  const { imported, pages, template } = asked;
  const draft = withDiagrams(imported.draft, ({ id }) => pages.has(id));
  return { ...asked, draft, plan: yield* planningDraft(draft, template) };
});

/** The import of what is proposed, with what was chosen. */
export function plannedImport(
  { imported, draft, plan, template }: Proposed,
  choices: Choices,
): PlannedImport {
  const mapped = mappedPlan(plan, template, { ...choices.kept, ...choices.chosen });
  return {
    format: imported.format,
    draft: withoutTypes(draft, choices.chosen),
    plan: mapped.plan,
    template,
    choices,
  };
}

/** What our own export says of types holds until somebody chooses otherwise. */
function withoutTypes(draft: Draft, chosen: KindChoices): Draft {
  const bare = <E extends Draft['diagrams'][number]['nodes' | 'lines'][number]>(one: E): E => {
    if (one.type === undefined || !Object.hasOwn(chosen, keyOfKind({ found: one.role, kind: one.kind })))
      return one;
    const { type: _, ...rest } = one;
    return rest as E;
  };
  if (Object.keys(chosen).length === 0) return draft;
  return {
    ...draft,
    diagrams: draft.diagrams.map((diagram) => ({
      ...diagram,
      nodes: diagram.nodes.map(bare),
      lines: diagram.lines.map(bare),
    })),
  };
}

/** The model of a plan, with the places of the file: worked out once. */
export const models = sliced(
  ({ format, draft, plan, template }: PlannedImport): Steps<Built> =>
    buildingModel(draft, plan, template, idsOf(format)),
);

/** Where the help says what does not come along. */
export const LOSSES_EXPLAINED = 'guide#what-does-not-come-along';

/** A line about what is otherwise than in the file, and what of the help explains it. */
export interface Otherwise {
  readonly text: string;
  readonly about: `loss:${LossCode}`;
}

export const lossLine = (loss: Loss): Otherwise => ({ text: lossWords(loss), about: `loss:${loss.code}` });

/** What would be otherwise than in the file, a line each: what is lost or changed, then what is guessed. */
export const otherwise = ({ losses }: Built, planned: PlannedImport): readonly Otherwise[] => [
  ...losses.map(lossLine),
  ...guesses(planned).map((text): Otherwise => ({ text, about: 'loss:guessed-processes' })),
];

/** As many kinds are named in one line. */
const NAMED = 4;

/** The kinds that nothing tells about and nobody has decided, a line for each role that they are taken for. */
function guesses({ plan, choices: { kept, chosen } }: PlannedImport): readonly string[] {
  const byRole = new Map<Role, PlannedKind[]>();
  for (const kind of plan.kinds) {
    const key = keyOfKind(kind);
    if (kind.found !== 'unknown' || kind.as === 'ignored') continue;
    if (Object.hasOwn(kept, key) || Object.hasOwn(chosen, key)) continue;
    const same = byRole.get(kind.as);
    if (same === undefined) byRole.set(kind.as, [kind]);
    else same.push(kind);
  }
  return [...byRole].map(([role, kinds]) =>
    said.guess({
      kinds: kinds.slice(0, NAMED).map(({ kind }) => kind),
      more: Math.max(0, kinds.length - NAMED),
      count: kinds.reduce((sum, { count }) => sum + count, 0),
      role: said.roles[role],
    }),
  );
}

/** What a format is called. */
export const labelOf = (format: string): string =>
  FOREIGN_FORMATS.find(({ id }) => id === format)?.label ?? format;

/** The name of a foreign file without its ending. */
export function stemOf(name: string, format: string): string {
  const known = FOREIGN_FORMATS.find(({ id }) => id === format)?.extensions ?? [];
  const ending = known
    .toSorted((a, b) => b.length - a.length)
    .find((one) => name.toLowerCase().endsWith(one));
  const stem = ending === undefined ? name.replace(/\.[^.]*$/, '') : name.slice(0, -ending.length);
  return stem.trim() || name;
}

/** So many kinds are shown, each with all that it can become: what has more is a file made to be odd. */
const MOST_SHOWN = 300;

/**
 * Kinds in the order in which they ask for a look: what nothing tells about first, then the most frequent. `more`: how
 * many of the last are not shown, and stay as proposed.
 */
export function shownKinds(kinds: readonly PlannedKind[]): {
  readonly shown: readonly PlannedKind[];
  readonly more: number;
} {
  const inOrder = kinds.toSorted(
    (a, b) => Number(b.found === 'unknown') - Number(a.found === 'unknown') || b.count - a.count,
  );
  return { shown: inOrder.slice(0, MOST_SHOWN), more: Math.max(0, kinds.length - MOST_SHOWN) };
}
