import { laterWords } from '../../words/later.ts';
import { type Json, recordIn } from '../json.ts';
import { inWords } from '../names.ts';
import { plainText, textsIn } from '../plain-text.ts';
import type { ExportAnswers, ExportOption } from '../port.ts';
import { SCOPE } from './facts.ts';

/*
 * What the format says of the scope of a model, which our model has no members for: it is asked when the file is written,
 * and kept as a note of a form of its own (exchange 10).
 */

const words = laterWords.foreignFormats.tmBomOptions;

/** The values that the schema has for the members of a scope. */
const VALUES = {
  business_criticality: ['minimal', 'low', 'moderate', 'high', 'maximal'],
  data_sensitivity: ['pii', 'phi', 'fin', 'ip', 'cred', 'biz', 'gov', 'pci', 'op'],
  exposure: ['internal', 'external'],
  tier: ['mission_critical', 'business_critical', 'important', 'non_critical'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type Member = keyof typeof VALUES;
const MEMBERS = ['business_criticality', 'data_sensitivity', 'exposure', 'tier'] as const satisfies Member[];
type Scope = Readonly<Record<Member, readonly string[]>>;

/** No sensitive data. */
const NOTHING = 'none';
/** The first line of the note; and that of the notes in which earlier versions kept what a file said of its scope. */
const HEAD = 'TM-BOM scope';
const HEADS: readonly string[] = [HEAD, 'About'];

/** The lines of a note: what was written in the app has the line ends of the Windows tool. */
const linesOf = (note: string): readonly string[] => note.split(/\r?\n/);

export const isScopeNote = (note: string): boolean => linesOf(note)[0] === HEAD;

const noteOf = (scope: Scope): string =>
  [HEAD, ...MEMBERS.map((name) => `${inWords(name)}: ${scope[name].join(', ') || NOTHING}`)].join('\n');

/** What notes say of a scope, the last the most. */
export function scopeIn(notes: readonly string[]): Partial<Scope> {
  const found: Partial<Record<Member, readonly string[]>> = {};
  for (const note of notes) {
    const [head = '', ...lines] = linesOf(note);
    if (!HEADS.includes(head.trim())) continue;
    for (const name of MEMBERS) {
      const label = `${inWords(name)}: `;
      const said = lines.find((line) => line.startsWith(label))?.slice(label.length) ?? '';
      const known = knownOf(
        name,
        said.split(',').map((value) => value.trim()),
      );
      if (known.length > 0 || (name === 'data_sensitivity' && said === NOTHING)) found[name] = known;
    }
  }
  return found;
}

/** Those of some values that the schema has, one where it wants one. */
function knownOf(name: Member, values: readonly string[]): readonly string[] {
  const allowed: readonly string[] = VALUES[name];
  const known = allowed.filter((value) => values.includes(value));
  return name === 'data_sensitivity' ? known : known.slice(0, 1);
}

const USUAL: Scope = {
  business_criticality: [SCOPE.business_criticality],
  data_sensitivity: SCOPE.data_sensitivity,
  exposure: [SCOPE.exposure],
  tier: [SCOPE.tier],
};

/** What is answered for a member, as the schema has it; undefined where nothing is. */
function answerTo(name: Member, answers: ExportAnswers): readonly string[] | undefined {
  const known = knownOf(name, answers[name] ?? []);
  const isNothing = name === 'data_sensitivity' && answers[name] !== undefined;
  return known.length > 0 || isNothing ? known : undefined;
}

/** A scope as the format has it, by who asks, else by the notes of the model; and whether any of it is a default. */
export function scopeFor(notes: readonly string[], answers: ExportAnswers) {
  const said = scopeIn(notes);
  const values = MEMBERS.map((name) => [name, answerTo(name, answers) ?? said[name]] as const);
  const scope = values.map(([name, value]) => {
    const list = value ?? USUAL[name];
    return [name, name === 'data_sensitivity' ? list : (list[0] ?? '')] as const;
  });
  return { scope: Object.fromEntries(scope), isGuessed: values.some(([, value]) => value === undefined) };
}

/** The note that keeps what a file says of its scope; empty where the notes of our own export say that already. */
export function scopeNoteOf(scope: Json, ours: readonly string[] | null): string {
  const now = MEMBERS.map((name): readonly string[] =>
    name === 'data_sensitivity' ? textsIn(scope[name]) : [plainText(scope[name])],
  );
  if (now.every((values) => values.join('') === '')) return '';
  const before = ours === null ? undefined : { ...USUAL, ...scopeIn(ours) };
  const isSaid = MEMBERS.every((name, at) => before?.[name].join() === now[at]?.join());
  const said = Object.fromEntries(MEMBERS.map((name, at) => [name, now[at] ?? []])) as Record<
    Member,
    string[]
  >;
  return isSaid ? '' : noteOf(said);
}

/** A scope without what the note has. */
export const restOfScope = (scope: unknown): Json =>
  Object.fromEntries(
    Object.entries(recordIn(scope)).filter(([name]) => !MEMBERS.some((member) => member === name)),
  );

const usualOf =
  (name: Member): ExportOption['usual'] =>
  ({ notes }) =>
    scopeIn(notes.map(({ message }) => message))[name] ?? USUAL[name];

/** What the dialog asks of a scope. */
export const SCOPE_OPTIONS: readonly ExportOption[] = MEMBERS.map((name) => {
  const labels: Readonly<Record<string, string>> = words[name].values;
  return {
    id: name,
    label: words[name].label,
    values: VALUES[name].map((id) => ({ id, label: labels[id] ?? id })),
    ...(name === 'data_sensitivity' ? { isMany: true as const } : {}),
    usual: usualOf(name),
  };
});

/** The note that keeps the answers with the model; null where it says them already. */
export function scopeToKeep(notes: readonly string[], answers: ExportAnswers): string | null {
  const before = { ...USUAL, ...scopeIn(notes) };
  const now = Object.fromEntries(
    MEMBERS.map((name) => [name, answerTo(name, answers) ?? before[name]]),
  ) as Scope;
  return MEMBERS.every((name) => before[name].join() === now[name].join()) ? null : noteOf(now);
}
