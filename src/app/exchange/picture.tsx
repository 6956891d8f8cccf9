import { useEffect, useState } from 'react';
import { whenIdle } from '../ui/index.ts';

interface PictureProps {
  /**
   * Draws it as SVG, as long as it `isWanted`; null: there is nothing to see. The same function while the picture is the
   * same.
   */
  readonly draw: (isWanted: () => boolean) => string | null | Promise<string | null>;
  readonly className: string;
  readonly faint?: boolean;
}

/** A picture that is drawn when the page has nothing else to do; the last one stays until then. What it shows is said beside it. */
export function Picture({ draw, className, faint = false }: PictureProps) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    const callOff = whenIdle(() => {
      Promise.resolve()
        .then(() => draw(() => current))
        .catch(() => null)
        .then((svg) => {
          if (current)
            setUrl(svg === null ? null : URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })));
        });
    });
    return () => {
      current = false;
      callOff();
    };
  }, [draw]);
  useEffect(() => (url === null ? undefined : () => URL.revokeObjectURL(url)), [url]);
  return (
    <span className={className} data-faint={faint || undefined}>
      {url !== null && <img src={url} alt="" />}
    </span>
  );
}
