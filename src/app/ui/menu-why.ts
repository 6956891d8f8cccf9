type Why = (command: { readonly id: string; readonly enabled?: () => boolean }) => string | undefined;

let given: Why = () => undefined;

/** Hands in why commands are off: widgets do not know them. */
export function giveMenuReasons(why: Why): void {
  given = why;
}

/** What a command of a menu needs that is off, as a sentence; undefined for one that can be run. */
export const whyOffInMenu: Why = (command) => given(command);
