import type { ButtonHTMLAttributes, ComponentProps, ReactNode } from 'react';

type ButtonProps = ComponentProps<'button'> & {
  readonly tone?: 'plain' | 'primary' | 'danger' | 'quiet';
};

/** A button with a word on it. */
export function Button({ tone = 'plain', className = '', ...rest }: ButtonProps) {
  return <button type="button" className={`button button-${tone} ${className}`} {...rest} />;
}

type IconButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** The name for screen readers and the tooltip. */
  readonly label: string;
  /** Shown in the tooltip, already readable (`Ctrl+Z`). */
  readonly keys?: string | undefined;
  readonly pressed?: boolean | undefined;
  readonly children: ReactNode;
};

/** A button with a picture on it; its name is in the tooltip (`Tooltips`). */
export function IconButton({ label, keys, pressed, className = '', children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      className={`icon-button ${className}`}
      aria-label={label}
      aria-pressed={pressed}
      data-tip=""
      data-keys={keys}
      {...rest}
    >
      {children}
    </button>
  );
}
