import { expect, it } from 'vitest';
import { type Screen, watchFullScreen } from './full-screen.ts';

/** A page that enters and leaves the full screen. */
function page(fullscreenEnabled = true) {
  let fullscreenElement: Element | null = null;
  const target = new EventTarget();
  const screen: Screen = Object.assign(target, {
    document: {
      fullscreenEnabled,
      get fullscreenElement() {
        return fullscreenElement;
      },
    },
  });
  return {
    screen,
    set: (full: boolean) => {
      // Nothing but its presence counts.
      fullscreenElement = full ? (Object.create(null) as Element) : null;
      target.dispatchEvent(new Event('fullscreenchange'));
    },
  };
}

it('the full screen is offered again once it was left, and no longer when it is back', () => {
  const { screen, set } = page();
  const told: boolean[] = [];
  const end = watchFullScreen(screen, (left) => told.push(left));
  set(true);
  set(false);
  set(true);
  expect(told).toEqual([false, true, false]);
  end();
  set(false);
  expect(told).toHaveLength(3);
});

it('what ends the stepping hides nothing from it', () => {
  const { screen, set } = page();
  const told: boolean[] = [];
  watchFullScreen(screen, (left) => told.push(left));
  screen.addEventListener('fullscreenchange', (event) => event.stopImmediatePropagation(), true);
  set(false);
  expect(told).toEqual([true]);
});

it('is not offered where the browser has none', () => {
  const { screen, set } = page(false);
  const told: boolean[] = [];
  watchFullScreen(screen, (left) => told.push(left));
  set(false);
  expect(told).toEqual([false]);
});
