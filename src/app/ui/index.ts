export { useAfterClose } from './after-close.ts';
export { Button, IconButton } from './button.tsx';
export { Modal } from './dialog.tsx';
export { download } from './download.ts';
export { Field, TextArea, TextField } from './field.tsx';
export { Resizer } from './resizer.tsx';
