/** More diagrams than this are none of a person: a file made to be odd must not cost without end. */
const MOST_DIAGRAMS = 500;

/** The diagrams of a foreign file that are read, and the names of those beyond, which are told as `diagrams`. */
export const firstDiagrams = <T>(all: readonly T[], nameOf: (one: T) => string) => ({
  first: all.slice(0, MOST_DIAGRAMS),
  further: all.slice(MOST_DIAGRAMS).map(nameOf),
});
