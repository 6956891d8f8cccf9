import { useCallback } from 'react';
import type { DraftDiagram } from '../../core/codec/index.ts';
import { laterWords } from '../words/later.ts';
import type { Host } from './host.ts';
import { Picture } from './picture.tsx';
import { pagePicture } from './pictures.ts';
import type { PlannedImport } from './planned.ts';

const { exchange: said } = laterWords;

interface PagesProps {
  /** All pages as they would be. */
  readonly planned: PlannedImport | null;
  readonly pages: readonly DraftDiagram[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (id: string, ticked: boolean) => void;
  readonly engine: Host['engine'];
}

/** The pages of the file, each with a picture of what it becomes. */
export function Pages({ pages, ...rest }: PagesProps) {
  return (
    <fieldset className="exchange-part">
      <legend>{said.pages}</legend>
      <ul className="exchange-pages">
        {pages.map((page) => (
          <Page key={page.id} page={page} {...rest} />
        ))}
      </ul>
    </fieldset>
  );
}

type PageProps = Omit<PagesProps, 'pages'> & { readonly page: DraftDiagram };

function Page({ page, planned, ticked, onTick, engine }: PageProps) {
  const { id, name, nodes, lines, doubt } = page;
  const draw = useCallback(
    (isWanted: () => boolean) => (planned === null ? null : pagePicture(planned, page, engine, isWanted)),
    [planned, page, engine],
  );
  return (
    <li>
      <label>
        <Picture className="exchange-page" draw={draw} faint={!ticked.has(id)} />
        <span className="exchange-page-name">
          <input
            type="checkbox"
            checked={ticked.has(id)}
            onChange={({ target }) => onTick(id, target.checked)}
          />
          {name.trim() || said.unnamed}
        </span>
        <span className="hint">
          {said.pageOf({ shapes: nodes.length, lines: lines.length })}
          {doubt !== undefined && `; ${said.doubts[doubt]}`}
        </span>
      </label>
    </li>
  );
}
