import './stencils.css';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { flowTypeFor } from '../../core/document/index.ts';
import { announce, setFlowType, setTool, useActiveModel, useSession } from '../store/index.ts';
import { type Stencil, searchStencils, stencilGroups } from './stencil-groups.ts';

/** The type of the drag that the canvas accepts; its data is the id of the stencil's type. */
const STENCIL_MIME = 'application/x-trustline-stencil';

/** The stencils of the model's own template: placed by drag or by click, flow types chosen for new flows. */
export function StencilPanel() {
  const template = useActiveModel()?.model.template ?? null;
  const chosenFlow = useActiveModel()?.flowTypeId ?? null;
  const tool = useSession((state) => state.tool);
  const [text, setText] = useState('');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => (template === null ? [] : stencilGroups(template)), [template]);
  const shown = useMemo(() => searchStencils(groups, text), [groups, text]);
  const flowType = template === null ? null : flowTypeFor(template, chosenFlow);

  const use = (stencil: Stencil): void => {
    if (stencil.use === 'flow') {
      setFlowType(stencil.id);
      announce(`New flows are ${stencil.name}`);
      return;
    }
    const armed = tool.kind === 'place' && tool.typeId === stencil.id;
    setTool(armed ? { kind: 'select' } : { kind: 'place', typeId: stencil.id, keep: false });
    announce(armed ? `${stencil.name} put back` : `${stencil.name} chosen: click on the canvas to place it`);
  };

  /** Arrows walk through the stencils and headings; the search box leads into them. */
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const items = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    items[Math.max(0, Math.min(items.length - 1, at + step))]?.focus();
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only moves the focus between its buttons
    <div className="stencils" onKeyDown={onKeyDown}>
      <input
        type="search"
        className="input stencils-search"
        aria-label="Search stencils"
        placeholder="Search stencils"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div ref={list} className="stencils-list">
        {shown.map((group) => {
          const open = text !== '' || !closed.has(group.id);
          const choice = group.stencils.every((stencil) => stencil.use === 'flow');
          return (
            <section key={group.id} aria-label={group.name}>
              <button
                type="button"
                className="stencils-group"
                aria-expanded={open}
                onClick={() =>
                  setClosed((before) => {
                    const next = new Set(before);
                    if (!next.delete(group.id)) next.add(group.id);
                    return next;
                  })
                }
              >
                {open ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
                {group.name}
                {choice && <span className="stencils-hint">new flows</span>}
              </button>
              {open && (
                <ul className="stencils-stencils">
                  {group.stencils.map((stencil) => {
                    const flow = stencil.use === 'flow';
                    const on = flow
                      ? flowType === stencil.id
                      : tool.kind === 'place' && tool.typeId === stencil.id;
                    return (
                      <li key={stencil.id}>
                        <button
                          type="button"
                          className="stencils-stencil"
                          aria-pressed={on}
                          title={stencil.description || stencil.name}
                          draggable={!flow}
                          onDragStart={(event) => {
                            event.dataTransfer.setData(STENCIL_MIME, stencil.id);
                            event.dataTransfer.effectAllowed = 'copy';
                            const picture = event.currentTarget.querySelector('.stencils-picture');
                            if (picture !== null) event.dataTransfer.setDragImage(picture, 11, 11);
                            setTool({ kind: 'place', typeId: stencil.id, keep: false, dragged: true });
                          }}
                          onDragEnd={() => setTool({ kind: 'select' })}
                          onClick={() => use(stencil)}
                        >
                          <StencilPicture stencil={stencil} />
                          <span>{stencil.name}</span>
                        </button>
                      </li>
                    );
                  })}
                </ul>
              )}
            </section>
          );
        })}
        {shown.length === 0 && <p className="empty">No stencil is called “{text}”.</p>}
      </div>
    </div>
  );
}

/** The template's picture, or the outline that elements of the type have. */
function StencilPicture({ stencil }: { readonly stencil: Stencil }) {
  if (stencil.image !== null)
    return <img className="stencils-picture" src={stencil.image} alt="" draggable={false} />;
  const boundary = stencil.representation.endsWith('Boundary');
  return (
    <svg
      className="stencils-picture"
      viewBox="0 0 24 24"
      data-boundary={boundary || undefined}
      aria-hidden="true"
    >
      <Outline representation={stencil.representation} />
    </svg>
  );
}

function Outline({ representation }: { readonly representation: string }) {
  switch (representation) {
    case 'Ellipse':
      return <circle cx="12" cy="12" r="9" />;
    case 'ParallelLines':
      return <path d="M3 7h18M3 17h18" />;
    case 'Line':
      return <path d="M3 18Q9 5 20 8M20 8l-5-2M20 8l-4 4" />;
    case 'LineBoundary':
      return <path d="M4 20Q8 6 20 4" strokeDasharray="3 2" />;
    case 'BorderBoundary':
      return <rect x="3" y="5" width="18" height="14" strokeDasharray="3 2" />;
    case 'Annotation':
      return <path d="M5 6h14M12 6v13" />;
    default:
      return <rect x="3" y="6" width="18" height="12" />;
  }
}
