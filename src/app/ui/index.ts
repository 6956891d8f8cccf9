export { useActiveDescendant } from './active-descendant.ts';
export { useAfterClose } from './after-close.ts';
export { blobOf, bytesOf, knowBlob, knownBlob } from './blob.ts';
export { upTo } from './breakpoints.ts';
export { Button, IconButton } from './button.tsx';
export { CheckedField } from './checked-field.tsx';
export { Coming } from './coming.tsx';
export { type Completion, CompletionList, useCompletions } from './completions.tsx';
export { DialogFrame, Modal } from './dialog.tsx';
export { download } from './download.ts';
export { DraftArea, DraftField } from './draft.tsx';
export { type Area, drawnOnScreen, followDrawn, showsDrawn } from './drawn.ts';
export { ExplainButton } from './explain-button.tsx';
export { drawFirst, drawn, fetchLater, type Load, painted, useFetched } from './fetched.ts';
export { Field, TextArea, TextField } from './field.tsx';
export { FoldedList } from './folded-list.tsx';
export { useHeldKeys } from './held-keys.ts';
export { inSlices, sliced, useSliced, whileWanted } from './in-slices.ts';
export { browserStorage, readKept, writeKept } from './kept.ts';
export { keepText, useKeptText } from './kept-text.ts';
export { lastBegun } from './last-begun.ts';
export {
  activeIndex,
  type Cause,
  type Choice,
  type Cursor,
  choose,
  chooseAll,
  cursorAtStart,
  follow,
  itemRowKey,
  rowKey,
  seen,
} from './list-cursor.ts';
export { choiceOf, type Typed, toggled, typedOn, typedRow, walk, walkTree } from './list-keys.ts';
export { type AskedMenu, MenuButton, MenuLater, type MenuProps, useMenuAsks } from './menu.tsx';
export { MenuFrame } from './menu-frame.tsx';
export { MenuInside, MenuItems } from './menu-items.tsx';
export { walkMenu } from './menu-keys.ts';
export { isMeant, type MenuPlan, type MenuTree, treeOf, wholeTree } from './menu-plan.ts';
export { type Once, once } from './once.ts';
export { focusPart } from './panel-focus.ts';
export { Resizer } from './resizer.tsx';
export { focusDiagram, useReturnFocus } from './return-focus.ts';
export { SearchField } from './search-field.tsx';
export { type Limits, within } from './splitter.ts';
export { useGrowing, useStages } from './stages.ts';
export { tabStep } from './tab-step.ts';
export { startTrusted, trustedHtml } from './trusted.ts';
export { useOverflow } from './use-overflow.ts';
export { whenIdle } from './when-idle.ts';
export { WrongText } from './wrong-text.tsx';
