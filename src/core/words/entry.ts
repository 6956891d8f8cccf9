/**
 * An entry of a catalogue: a text, or what makes one of named parameters. The parameters are those of a method, which
 * the compiler takes for any others: it is `Said` that ties them to the code.
 */
export type Entry = string | { make(params: unknown): string }['make'];

/** Entries of one subject, by code. */
export type Table = Readonly<Record<string, Entry>>;

/**
 * Something to say, as data: a code of the table, with the parameters that its words need. A code that the table has
 * no words for, or other parameters than they take, do not compile.
 */
export type Said<T> = { [C in keyof T & string]: { readonly code: C } & ParamsOf<T[C]> }[keyof T & string];

/** The same where the code is the cause of a failure. */
export type Caused<T> = { [C in keyof T & string]: { readonly cause: C } & ParamsOf<T[C]> }[keyof T & string];

type ParamsOf<E> = E extends (params: infer P) => string
  ? { readonly params: P }
  : { readonly params?: undefined };

/** The words for what is said, from a table that has them. */
export const say = <T extends Table>(table: T, { code, params }: Said<T>): string =>
  textOf(table, code, params);

export const sayCause = <T extends Table>(table: T, { cause, params }: Caused<T>): string =>
  textOf(table, cause, params);

function textOf(table: Table, code: string, params: unknown): string {
  const entry = table[code] ?? code;
  return typeof entry === 'string' ? entry : entry(params);
}

/** What a language has to have, of what English has: the same entries with the same parameters, other texts. */
export type Wide<T> = {
  readonly [K in keyof T]: T[K] extends (params: infer P) => string
    ? (params: P) => string
    : T[K] extends string
      ? string
      : Wide<T[K]>;
};
