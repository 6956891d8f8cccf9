/**
 * The widths of the window, in pixels, up to which a narrower layout holds. Style sheets cannot read them: they repeat
 * the numbers, and a test compares.
 */
export const BREAKPOINTS = {
  /** The top bar keeps what the menu lacks. */
  phone: 599,
  /** The sheet of shortcuts has one column. */
  compact: 699,
  /** Panels lie over the canvas, one at a time. */
  narrow: 899,
} as const;

/** The media query of a layout. */
export const upTo = (breakpoint: keyof typeof BREAKPOINTS): string =>
  `(max-width: ${BREAKPOINTS[breakpoint]}px)`;
