import { useEffect, useMemo, useReducer, useState } from 'react';
import { type Palette, SharedImages } from '../../core/drawing/index.ts';
import type { Paint } from './paint.ts';
import { SIGN_LOOKS, SIGNS, type Sign } from './signs.ts';

/** What diagrams are prepared and painted with. */
interface Colours {
  readonly palette: Palette;
  readonly paint: Omit<Paint, 'imageOf' | 'density'>;
}

/** The theme's colours for what is painted rather than drawn by the page. */
function coloursNow(): Colours {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  return {
    palette: {
      line: of('--shape-line'),
      fill: of('--shape-fill'),
      outside: of('--text-3'),
      boundary: of('--boundary'),
      labelFill: of('--label-fill'),
      imageOpacity: 0.3,
    },
    paint: {
      font: getComputedStyle(document.body).fontFamily,
      ground: of('--surface'),
      selection: of('--selection'),
      signs: Object.fromEntries(SIGNS.map((sign) => [sign, of(SIGN_LOOKS[sign].colour)])) as Record<
        Sign,
        string
      >,
    },
  };
}

/** The colours of the theme, also when the system changes it. */
export function useColours(): Colours {
  const [colours, setColours] = useState(coloursNow);
  useEffect(() => {
    const watch = new MutationObserver(() => setColours(coloursNow()));
    watch.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => watch.disconnect();
  }, []);
  return colours;
}

/** Pictures of templates for painting, loaded when they are first asked for. */
interface LoadedImages {
  readonly shared: SharedImages;
  readonly imageOf: Paint['imageOf'];
  /** Changes whenever one has been loaded. */
  readonly loaded: number;
}

export function useImages(): LoadedImages {
  const [loaded, more] = useReducer((count: number) => count + 1, 0);
  const images = useMemo(() => {
    const shared = new SharedImages();
    const known = new Map<string, HTMLImageElement>();
    const imageOf = (id: string): HTMLImageElement | null => {
      const image = known.get(id);
      if (image !== undefined) return image.complete && image.naturalWidth > 0 ? image : null;
      const href = shared.hrefOf(id);
      if (href === undefined) return null;
      const wanted = new Image();
      known.set(id, wanted);
      wanted.onload = more;
      wanted.src = href;
      return null;
    };
    return { shared, imageOf };
  }, []);
  return { ...images, loaded };
}
