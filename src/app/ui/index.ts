export { Button, IconButton } from './button.tsx';
export { Modal } from './dialog.tsx';
export { Field, TextArea, TextField } from './field.tsx';
export { Resizer } from './resizer.tsx';
