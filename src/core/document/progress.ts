/** How many of some threats are handled, in whole percents: never 100 before all are, nor 0 once one is. */
export function percentOf({ handled, all }: { readonly handled: number; readonly all: number }): number {
  if (handled === 0 || all === 0) return 0;
  return handled === all ? 100 : Math.min(99, Math.max(1, Math.round((handled / all) * 100)));
}
