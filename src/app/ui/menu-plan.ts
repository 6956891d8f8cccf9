/** Names what stands in a place of a menu, as `isMeant` takes it, or a menu inside it. */
type PlannedItem = string | PlannedMenu;

interface PlannedMenu {
  readonly label: string;
  readonly sections: MenuPlan;
}

/** What a menu shows, in sections that lines part. */
export type MenuPlan = readonly (readonly PlannedItem[])[];

/** A menu inside a menu. */
export interface SubMenu<C> {
  readonly label: string;
  readonly sections: MenuTree<C>;
}

/** A menu with its commands in their places. */
export type MenuTree<C> = readonly (readonly (C | SubMenu<C>)[])[];

interface Named {
  readonly id: string;
}

export const isSubMenu = <C extends Named>(item: C | SubMenu<C>): item is SubMenu<C> => 'sections' in item;

/** Whether a command is meant: by its id; ended by a point, a hyphen or a space, by the beginning of several. */
export const isMeant = (id: string, by: string): boolean =>
  /[. -]$/.test(by) ? id.startsWith(by) : id === by;

const idsOf = (plan: MenuPlan): readonly string[] =>
  plan.flat().flatMap((item) => (typeof item === 'string' ? [item] : idsOf(item.sections)));

function itemsOf<C extends Named>(commands: readonly C[], item: PlannedItem): readonly (C | SubMenu<C>)[] {
  if (typeof item === 'string') return commands.filter(({ id }) => isMeant(id, item));
  const sections = treeOf(commands, item.sections);
  const [only, another] = sections.flat();
  // One command needs no menu of its own.
  if (only === undefined || another === undefined) return only === undefined ? [] : [only];
  return [{ label: item.label, sections }];
}

/** The commands that a plan names, in their places. Menus and sections with nothing in them are left out. */
export function treeOf<C extends Named>(commands: readonly C[], plan: MenuPlan): MenuTree<C> {
  return plan
    .map((section) => section.flatMap((item) => itemsOf(commands, item)))
    .filter((section) => section.length > 0);
}

/** The same, and a last section with those that the plan does not name: no command is in no menu. */
export function wholeTree<C extends Named>(commands: readonly C[], plan: MenuPlan): MenuTree<C> {
  const ids = idsOf(plan);
  const others = commands.filter(({ id }) => !ids.some((by) => isMeant(id, by)));
  return [...treeOf(commands, plan), ...(others.length > 0 ? [others] : [])];
}
