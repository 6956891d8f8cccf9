import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

interface ModalProps {
  readonly title: string;
  readonly description?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

/** A modal dialog with a title; Escape and a click outside close it. */
export function Modal({ title, description, onClose, children, wide = false }: ModalProps) {
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="overlay" />
        <Radix.Content
          className={wide ? 'modal modal-wide' : 'modal'}
          // A long dialog without controls is scrolled by keys.
          tabIndex={0}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <Radix.Title className="modal-title">{title}</Radix.Title>
          {description !== undefined && (
            <Radix.Description className="modal-text">{description}</Radix.Description>
          )}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
