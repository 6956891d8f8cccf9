import { type Settings, session } from '../store/index.ts';

/** `contrast` is the dark one. */
export type Look = 'light' | 'dark' | 'contrast' | 'contrast-light';

/** The look that a setting stands for on a system that prefers dark colours or more contrast. */
export function lookOf(theme: Settings['theme'], prefersDark: boolean, prefersContrast: boolean): Look {
  if (theme === 'light' || theme === 'dark') return theme;
  if (theme === 'contrast' || prefersContrast) return prefersDark ? 'contrast' : 'contrast-light';
  return prefersDark ? 'dark' : 'light';
}

/** The setting that one press of the theme button gives. */
export function nextTheme(theme: Settings['theme']): Settings['theme'] {
  const order = ['system', 'light', 'dark', 'contrast'] as const;
  return order[(order.indexOf(theme) + 1) % order.length] ?? 'system';
}

/** Keeps `data-theme` of the page as the setting and the system say. */
export function startTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(prefers-contrast: more)');
  const apply = () => {
    const { theme } = session.getState().settings;
    document.documentElement.dataset['theme'] = lookOf(theme, dark.matches, contrast.matches);
  };
  dark.addEventListener('change', apply);
  contrast.addEventListener('change', apply);
  session.subscribe((state, before) => {
    if (state.settings.theme !== before.settings.theme) apply();
  });
  apply();
}
