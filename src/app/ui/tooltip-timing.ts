/** What has a tooltip. */
const WITH_TIP = '[data-tip]';

/** Milliseconds that the pointer rests on a button until its tooltip comes. */
const REST = 400;
/** Milliseconds after one tooltip in which the next comes at once. */
const NEXT = 200;
/** Milliseconds for the way of the pointer from the button to its tooltip, which may be pointed at, too. */
const WAY = 150;

const tipOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(WITH_TIP) : null;

/**
 * Says which button shows its tooltip: the one that the pointer rests on or that keys have given the focus; null ends
 * it. A press, Escape and scrolling end it until the pointer or the focus comes again. Returns what stops it.
 */
export function startTooltips(
  show: (button: HTMLElement | null) => void,
  isTip: (target: Node) => boolean,
): () => void {
  let shown: HTMLElement | null = null;
  let pointed: HTMLElement | null = null;
  let hidden = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const set = (button: HTMLElement | null) => {
    clearTimeout(timer);
    if (shown !== null && button === null) hidden = performance.now();
    if (shown === button) return;
    shown = button;
    show(button);
  };
  const overTip = ({ target }: Event) => target instanceof Node && isTip(target);
  const over = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return;
    if (overTip(event)) {
      clearTimeout(timer);
      return;
    }
    const button = tipOf(event.target);
    if (button === pointed && (button !== null || shown === null)) return;
    pointed = button;
    clearTimeout(timer);
    if (button === null) timer = setTimeout(() => set(null), WAY);
    else if (button.dataset.tipNow !== undefined || shown !== null || performance.now() - hidden < NEXT)
      set(button);
    else timer = setTimeout(() => set(button), REST);
  };
  const focused = (event: FocusEvent) => {
    const button = tipOf(event.target);
    if (button?.matches(':focus-visible')) set(button);
  };
  const end = () => set(null);
  // What the pointer rests on does not care where the focus was: menus move it with the pointer.
  const left = ({ target }: FocusEvent) => {
    if (shown !== null && tipOf(target) === shown) end();
  };
  const scrolled = (event: Event) => {
    if (shown !== null && event.target instanceof Node && event.target.contains(shown)) end();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || shown === null) return;
    // It was meant for the tooltip, and for nothing below it.
    event.preventDefault();
    end();
  };
  const listeners = new AbortController();
  const on = { signal: listeners.signal };
  document.addEventListener('pointerover', over, on);
  document.addEventListener('focusin', focused, on);
  document.addEventListener('focusout', left, on);
  document.documentElement.addEventListener('pointerleave', end, on);
  document.addEventListener('pointerdown', end, { ...on, capture: true });
  document.addEventListener('click', end, { ...on, capture: true });
  document.addEventListener('keydown', key, { ...on, capture: true });
  document.addEventListener('scroll', scrolled, { ...on, capture: true });
  return () => {
    clearTimeout(timer);
    listeners.abort();
  };
}
