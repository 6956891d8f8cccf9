import './stencils.css';
import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flowTypeFor, type Template, type TypeId } from '../../core/document/index.ts';
import { activeModel, announce, setFlowType, setTool, tellNotFetched, useSession } from '../store/index.ts';
import {
  type AskedMenu,
  MenuLater,
  SearchField,
  toggled,
  useGrowing,
  useMenuAsks,
  walk,
} from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { FlowChoice } from './flow-choice.tsx';
import { type KeptStencils, toggleFavourite, useKeptStencils } from './kept-stencils.ts';
import { Favourites, Recent, StencilGroup } from './stencil-group.tsx';
import { drawnOf, firstStencils, type Stencil, searchStencils, stencilGroups } from './stencil-groups.ts';
import type { StencilUses } from './stencil-row.tsx';

const words = laterWords.palette;

/** Stencils that are drawn at once: ten times what the largest public template has. */
const MOST = 600;
/** So many of them in one task, while a model opens. */
const AT_ONCE = 8;

const loadMenu = () => import('./stencil-menu.tsx');

interface StencilPanelProps {
  /** Adds what a stencil makes to the diagram in front, in view. */
  readonly onAdd: (type: TypeId) => void;
}

/** The stencils of the model's own template: placed by drag or by click, flow types chosen for new connections. */
export function StencilPanel({ onAdd }: StencilPanelProps) {
  const template = useSession((state) => activeModel(state)?.model.template ?? null);
  return template === null ? null : <Stencils template={template} onAdd={onAdd} />;
}

/** What is done with stencils, and what they are in use for: the same while that stays, whatever else is done. */
function useUses(template: Template, kept: KeptStencils, onAdd: (type: TypeId) => void): StencilUses {
  const flowType = useSession((state) => flowTypeFor(template, activeModel(state)?.flowTypeId ?? null));
  const armedId = useSession(({ tool }) => (tool.kind === 'place' && !tool.dragged ? tool.typeId : null));
  return useMemo(
    () => ({
      isArmed: ({ id }) => id === armedId,
      isFlowType: ({ id }) => id === flowType,
      isFavourite: ({ id }) => kept.favourites.includes(id),
      onUse: ({ id, name, use }) => {
        if (use === 'flow') {
          setFlowType(id);
          announce(words.newFlowsAre({ stencil: name }));
          return;
        }
        const armed = id === armedId;
        setTool(armed ? { kind: 'select' } : { kind: 'place', typeId: id, keep: false });
        announce(words[armed ? 'putBack' : 'chosen']({ stencil: name }));
      },
      onAdd: ({ id }) => {
        setTool({ kind: 'select' });
        onAdd(id);
      },
      onFavourite: ({ id }) => toggleFavourite(template.manifest.id, id),
    }),
    [template, kept, onAdd, flowType, armedId],
  );
}

/**
 * What is put above the list does not move what the pointer is on: the list is scrolled along. Returns where what
 * must not move begins.
 */
function useHeldPlace(list: RefObject<HTMLElement | null>, kept: KeptStencils) {
  const below = useRef<HTMLDivElement>(null);
  const before = useRef({ kept, top: 0 });
  useLayoutEffect(() => {
    if (before.current.kept === kept) return;
    const moved = (below.current?.offsetTop ?? 0) - before.current.top;
    if (moved !== 0 && list.current?.matches(':hover')) list.current.scrollTop += moved;
  }, [list, kept]);
  // Not before it is painted, where the list grows: the page would be laid out for the answer.
  useEffect(() => {
    before.current = { kept, top: below.current?.offsetTop ?? 0 };
  });
  return below;
}

function Stencils({ template, onAdd }: StencilPanelProps & { readonly template: Template }) {
  const kept = useKeptStencils(template.manifest.id);
  const uses = useUses(template, kept, onAdd);
  const [text, setText] = useState('');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const below = useHeldPlace(list, kept);
  const groups = useMemo(() => stencilGroups(template), [template]);
  const byId = useMemo(() => {
    const stencils = groups.flatMap((group) => group.stencils);
    return new Map(stencils.map((stencil) => [stencil.id, stencil]));
  }, [groups]);
  const { groups: shown, more } = useMemo(
    () => firstStencils(searchStencils(groups, text), MOST),
    [groups, text],
  );
  const [favourites, recent] = useMemo(() => {
    const here = (ids: readonly TypeId[]) => (text === '' ? ids.flatMap((id) => byId.get(id) ?? []) : []);
    return [here(kept.favourites), here(kept.recent)];
  }, [byId, kept, text]);
  const onToggle = useCallback((id: string) => setClosed((before) => toggled(before, id)), []);
  const headed = (id: string) => ({ id, open: text !== '' || !closed.has(id), onToggle, uses });
  const flows = useMemo(() => [...byId.values()].filter(({ use }) => use === 'flow'), [byId]);
  const room = useGrowing(Math.min(byId.size, MOST), AT_ONCE);

  /** Arrows walk through the stencils and headings; the search box leads into them. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLSelectElement) return;
    const items = [...(list.current?.querySelectorAll<HTMLElement>('button:not([tabindex="-1"])') ?? [])];
    const { activeElement } = document;
    const at = activeElement instanceof HTMLElement ? items.indexOf(activeElement) : -1;
    // In the search box the other keys move the caret.
    if (at < 0 && !/^Arrow(Up|Down)$/.test(event.key)) return;
    const to = walk(event.key, at, items.length);
    if (to === null) return;
    items[to]?.focus();
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only moves the focus between its buttons
    <div className="stencils" onKeyDown={onKeyDown}>
      <SearchField className="stencils-search" label={words.search} value={text} onValue={setText} />
      <FlowChoice flows={flows} chosen={flows.find(uses.isFlowType)?.id ?? null} onChoose={uses.onUse} />
      <div ref={list} className="stencils-list">
        <Favourites stencils={favourites} {...headed('favourites')} />
        <Recent stencils={recent} {...headed('recent')} />
        <div ref={below}>
          {drawnOf(shown, room).map(({ group, drawn }) => (
            <StencilGroup key={group.id} group={group} drawn={drawn} {...headed(group.id)} />
          ))}
        </div>
        {more > 0 && <p className="empty">{words.more({ stencils: more })}</p>}
        {shown.length === 0 && <p className="empty">{words.nothing({ text })}</p>}
      </div>
      <Menu list={list} byId={byId} uses={uses} />
    </div>
  );
}

interface MenuOf {
  readonly list: RefObject<HTMLElement | null>;
  readonly byId: ReadonlyMap<string, Stencil>;
  readonly uses: StencilUses;
}

/** The menu of the stencil that was pressed with the right button, or that has the focus. */
function Menu({ list, byId, uses }: MenuOf) {
  const [open, setOpen] = useState<{ readonly asked: AskedMenu; readonly stencil: Stencil } | null>(null);
  const [close] = useState(() => () => setOpen(null));
  useMenuAsks(list, (asked, { target }) => {
    const row = target instanceof Element ? target.closest('.stencils-row, .stencils-recent li') : null;
    const button = row?.querySelector<HTMLElement>('[data-stencil]');
    const stencil = byId.get(button?.dataset.stencil ?? '');
    if (stencil === undefined) return false;
    setOpen({ asked: { ...asked, back: button ?? null }, stencil });
    return true;
  });
  return (
    <MenuLater
      asked={open?.asked ?? null}
      load={loadMenu}
      label={open === null ? '' : words.menu({ stencil: open.stencil.name })}
      onClose={close}
      onFailed={tellNotFetched}
    >
      {({ StencilMenu }, menu) =>
        open !== null && <StencilMenu menu={menu} stencil={open.stencil} uses={uses} />
      }
    </MenuLater>
  );
}
