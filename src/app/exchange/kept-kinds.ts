import { keyOfKind, type PlannedKind } from '../../core/codec/index.ts';
import { browserStorage } from '../ui/index.ts';

const NAME = 'trustline.import-kinds';
/** Of each format so many kinds are remembered: those that were chosen last. */
const MOST = 500;

type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** What was chosen for kinds, as `--map` of the command line reads it (`mappedPlan`). */
export type KindChoices = Readonly<Record<string, { readonly as: string; readonly type?: string }>>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readAll(storage: Store | undefined): Readonly<Record<string, unknown>> {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(NAME) ?? '{}');
    return isRecord(stored) ? stored : {};
  } catch {
    return {};
  }
}

function writeAll(all: Readonly<Record<string, unknown>>, storage: Store | undefined): void {
  try {
    storage?.setItem(NAME, JSON.stringify(all));
  } catch {
    // A full or forbidden storage: the choices then last for this import.
  }
}

/** What was chosen for the kinds of a format before; what is damaged is left out. */
export function choicesOf(format: string, storage: Store | undefined = browserStorage()): KindChoices {
  const all = readAll(storage);
  const stored = Object.hasOwn(all, format) ? all[format] : undefined;
  const kinds = isRecord(stored) && isRecord(stored['kinds']) ? stored['kinds'] : {};
  return Object.fromEntries(
    Object.entries(kinds).flatMap(([key, choice]) => {
      if (!isRecord(choice) || typeof choice['as'] !== 'string') return [];
      const { as, type } = choice;
      return [[key, typeof type === 'string' ? { as, type } : { as }] as const];
    }),
  );
}

/** Remembers what was chosen for kinds of a format, on this machine. */
export function keepChoices(
  format: string,
  choices: KindChoices,
  storage: Store | undefined = browserStorage(),
): void {
  if (Object.keys(choices).length === 0) return;
  const before = Object.entries(choicesOf(format, storage)).filter(([key]) => !Object.hasOwn(choices, key));
  const kinds = Object.fromEntries([...before, ...Object.entries(choices)].slice(-MOST));
  writeAll({ ...readAll(storage), [format]: { kinds } }, storage);
}

/** Forgets what was chosen for the kinds of a format. */
export function forgetChoices(format: string, storage: Store | undefined = browserStorage()): void {
  const { [format]: _, ...others } = readAll(storage);
  writeAll(others, storage);
}

/** The choice that a planned kind stands for. */
export const choiceOf = ({ as, type }: Pick<PlannedKind, 'as' | 'type'>): KindChoices[string] =>
  type === null ? { as } : { as, type };

/** Choices as the file that the command line takes with `--map`. */
export const choicesFile = (kinds: readonly PlannedKind[]): string =>
  `${JSON.stringify({ kinds: Object.fromEntries(kinds.map((kind) => [keyOfKind(kind), choiceOf(kind)])) }, null, 2)}\n`;
