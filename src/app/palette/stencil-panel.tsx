import './stencils.css';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { flowTypeFor } from '../../core/document/index.ts';
import { announce, setFlowType, setTool, useActiveModel, useSession } from '../store/index.ts';
import { SearchField, toggled, walk } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { StencilGroup } from './stencil-group.tsx';
import { firstStencils, type Stencil, searchStencils, stencilGroups } from './stencil-groups.ts';

/** Stencils that are drawn at once: ten times what the largest public template has. */
const MOST = 600;

/** The stencils of the model's own template: placed by drag or by click, flow types chosen for new flows. */
export function StencilPanel() {
  const template = useActiveModel()?.model.template ?? null;
  const chosenFlow = useActiveModel()?.flowTypeId ?? null;
  const tool = useSession((state) => state.tool);
  const [text, setText] = useState('');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => (template === null ? [] : stencilGroups(template)), [template]);
  const { groups: shown, more } = useMemo(
    () => firstStencils(searchStencils(groups, text), MOST),
    [groups, text],
  );
  const flowType = template === null ? null : flowTypeFor(template, chosenFlow);

  const use = (stencil: Stencil): void => {
    if (stencil.use === 'flow') {
      setFlowType(stencil.id);
      announce(words.palette.newFlowsAre({ stencil: stencil.name }));
      return;
    }
    const armed = tool.kind === 'place' && tool.typeId === stencil.id;
    setTool(armed ? { kind: 'select' } : { kind: 'place', typeId: stencil.id, keep: false });
    announce(words.palette[armed ? 'putBack' : 'chosen']({ stencil: stencil.name }));
  };

  /** Arrows walk through the stencils and headings; the search box leads into them. */
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const { activeElement } = document;
    const at = activeElement instanceof HTMLElement ? items.indexOf(activeElement) : -1;
    // In the search box the other keys move the caret.
    if (at < 0 && !/^Arrow(Up|Down)$/.test(event.key)) return;
    const to = walk(event.key, at, items.length);
    if (to === null) return;
    items[to]?.focus();
    event.preventDefault();
  };
  const isOn = (stencil: Stencil): boolean =>
    stencil.use === 'flow' ? flowType === stencil.id : tool.kind === 'place' && tool.typeId === stencil.id;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only moves the focus between its buttons
    <div className="stencils" onKeyDown={onKeyDown}>
      <SearchField className="stencils-search" label={words.palette.search} value={text} onValue={setText} />
      <div ref={list} className="stencils-list">
        {shown.map((group) => (
          <StencilGroup
            key={group.id}
            group={group}
            open={text !== '' || !closed.has(group.id)}
            isOn={isOn}
            onToggle={() => setClosed((before) => toggled(before, group.id))}
            onUse={use}
          />
        ))}
        {more > 0 && <p className="empty">{words.palette.more({ stencils: more })}</p>}
        {shown.length === 0 && <p className="empty">{words.palette.nothing({ text })}</p>}
      </div>
    </div>
  );
}
