import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { words } from '../words/index.ts';
import { IconButton } from './button.tsx';
import { useReturnFocus } from './return-focus.ts';

type DialogFrameProps = Omit<ComponentProps<typeof Radix.Content>, 'onCloseAutoFocus' | 'children'> & {
  readonly onClose: () => void;
  /** Given `afterwards`, which runs something when the dialog has closed and the focus is back. */
  readonly children: ReactNode | ((afterwards: (run: () => void) => void) => ReactNode);
};

/** What every modal dialog is: above the app, closed by Escape and a click outside, giving the focus back. */
export function DialogFrame({ onClose, children, ...rest }: DialogFrameProps) {
  const { afterwards, onCloseAutoFocus } = useReturnFocus();
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="overlay" />
        <Radix.Content {...rest} onCloseAutoFocus={onCloseAutoFocus}>
          {typeof children === 'function' ? children(afterwards) : children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface ModalProps {
  readonly title: string;
  readonly description?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
  /** Whether a button closes it, where none of its own does. */
  readonly closable?: boolean;
}

/** A modal dialog with a title on it. */
export function Modal({ title, description, onClose, children, wide = false, closable = false }: ModalProps) {
  return (
    <DialogFrame
      className={wide ? 'modal modal-wide' : 'modal'}
      // A long dialog without controls is scrolled by keys.
      tabIndex={0}
      onClose={onClose}
      {...(description === undefined ? { 'aria-describedby': undefined } : {})}
    >
      <Radix.Title className="modal-title">{title}</Radix.Title>
      {description !== undefined && (
        <Radix.Description className="modal-text">{description}</Radix.Description>
      )}
      {children}
      {closable && (
        // Behind the rest: the first control of the dialog has the focus.
        <IconButton label={words.ui.close} className="modal-close" onClick={onClose}>
          <X />
        </IconButton>
      )}
    </DialogFrame>
  );
}
