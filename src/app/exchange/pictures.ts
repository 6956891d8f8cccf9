import {
  buildModel,
  type Draft,
  type DraftDiagram,
  type DraftLine,
  type DraftNode,
  idsOf,
  keyOfKind,
  type Plan,
  type PlannedKind,
  typesOfRole,
} from '../../core/codec/index.ts';
import type { Template } from '../../core/document/index.ts';
import { diagramSvg } from '../../core/drawing/index.ts';
import { importDraft, type LayoutEngine, type PlannedDraft } from '../../core/session/index.ts';
import { builtOf } from './planned.ts';

/** Units around what a picture shows. */
const ROOM = 8;

/** A page as it will look, as SVG; null where nothing of it is kept. */
export async function pagePicture(
  planned: PlannedDraft,
  page: DraftDiagram,
  engine: () => Promise<LayoutEngine>,
): Promise<string | null> {
  const isAlone = planned.draft.diagrams.length === 1;
  const { model } = isAlone
    ? await importDraft(planned, engine, builtOf(planned))
    : await importDraft({ ...planned, draft: alone(planned.draft, page) }, engine);
  const [diagram] = model.diagrams;
  if (diagram === undefined || diagram.shapes.length + diagram.lines.length === 0) return null;
  return diagramSvg(model, diagram, { padding: ROOM });
}

const alone = ({ id, information }: Draft, page: DraftDiagram): Draft => ({
  id,
  information,
  diagrams: [page],
  losses: [],
});

/** The largest box that one of a kind is drawn in, in units: small pictures of large ones show nothing. */
const LARGEST = { width: 140, height: 90 };

/** What a thing that is left out is drawn as. */
const LEFT_OUT = { shape: 'external', line: 'flow' } as const;

/** One of a kind as it will look, as SVG; null where the file has none, or the template draws nothing of the sort. */
export function kindPicture(
  { format, draft, plan, template }: PlannedDraft,
  kind: PlannedKind,
): string | null {
  const one = firstOf(draft, kind);
  const stands = kind.type === null ? leftOut(kind, template) : kind;
  if (one === undefined || stands === null) return null;
  const page: DraftDiagram = {
    id: 'one',
    name: '',
    nodes: 'source' in one ? [] : [small(one)],
    lines: 'source' in one ? [straight(one)] : [],
  };
  const only: Plan = { ...plan, kinds: [stands] };
  const { model } = buildModel(alone(draft, page), only, template, idsOf(format));
  const [diagram] = model.diagrams;
  if (diagram === undefined || diagram.shapes.length + diagram.lines.length === 0) return null;
  return diagramSvg(model, diagram, { padding: ROOM });
}

function leftOut(kind: PlannedKind, template: Template): PlannedKind | null {
  const as = kind.isLine ? LEFT_OUT.line : LEFT_OUT.shape;
  const type = typesOfRole(template, as)[0]?.id;
  return type === undefined ? null : { ...kind, as, type };
}

/** The one with a name, if there is one. */
function firstOf({ diagrams }: Draft, kind: PlannedKind): DraftNode | DraftLine | undefined {
  const key = keyOfKind(kind);
  let first: DraftNode | DraftLine | undefined;
  for (const { nodes, lines } of diagrams) {
    for (const one of kind.isLine ? lines : nodes) {
      if (`${one.role}:${one.kind}` !== key) continue;
      if (one.name.trim() !== '') return one;
      first ??= one;
    }
  }
  return first;
}

/** Names longer than this are cut, in a picture of a few pixels. */
const LETTERS = 40;
const named = <E extends DraftNode | DraftLine>(one: E): E => ({
  ...one,
  name: one.name.slice(0, LETTERS),
  facts: [],
});

function small(node: DraftNode): DraftNode {
  const { type: _, ...rest } = named(node);
  const { width, height } = node.box ?? { width: 100, height: 100 };
  return {
    ...rest,
    box: {
      left: 20,
      top: 20,
      width: Math.min(width, LARGEST.width),
      height: Math.min(height, LARGEST.height),
    },
  };
}

function straight({ id, kind, role, name, facts }: DraftLine): DraftLine {
  return {
    ...named({ id, kind, role, name, facts, source: END, target: END, bends: [] }),
    source: { node: null, point: { x: 20, y: 70 } },
    target: { node: null, point: { x: 190, y: 50 } },
  };
}
const END = { node: null, point: null };
