export { useActiveDescendant } from './active-descendant.ts';
export { useAfterClose } from './after-close.ts';
export { Button, IconButton } from './button.tsx';
export { DialogFrame, Modal } from './dialog.tsx';
export { download } from './download.ts';
export { Field, TextArea, TextField } from './field.tsx';
export { Resizer } from './resizer.tsx';
export { focusDiagram, useReturnFocus } from './return-focus.ts';
export { type Limits, within } from './splitter.ts';
