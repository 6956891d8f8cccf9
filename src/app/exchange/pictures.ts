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
import { diagramSvg, drawingFromFar, drawingSvg } from '../../core/drawing/index.ts';
import type { PlannedDraft } from '../../core/session/index.ts';
import type { Host } from './host.ts';
import { importInTime, inTime, stepsInTime } from './in-time.ts';
import { models, type PlannedImport } from './planned.ts';

/** Units around what a picture shows. */
const ROOM = 8;

/** Elements beyond which a page is drawn from far: of the small picture no name could be read, and it would be long in coming. */
const MANY = 300;

/** A page as it will look, as SVG; null where nothing of it is kept, or nobody wants it any longer. */
export async function pagePicture(
  planned: PlannedImport,
  page: DraftDiagram,
  engine: Host['engine'],
  isWanted: () => boolean,
): Promise<string | null> {
  const isAlone = planned.draft.diagrams.length === 1;
  const one = isAlone ? planned : { ...planned, draft: alone(planned.draft, page) };
  const built = await inTime(models, one, isWanted);
  if (built === null) return null;
  const imported = await importInTime(one, built, engine, isWanted);
  if (imported === null) return null;
  const { model } = imported;
  const [diagram] = model.diagrams;
  const count = diagram === undefined ? 0 : diagram.shapes.length + diagram.lines.length;
  if (diagram === undefined || count === 0) return null;
  const drawing =
    count > MANY ? drawingFromFar(diagram, model.template) : drawingSvg(model, diagram, { padding: ROOM });
  return stepsInTime<string | null>(drawing, isWanted);
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
  const one = examplesIn(draft).get(keyOf(kind, kind.isLine));
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

/** A shape and a line may be of one kind where nothing tells what they are. */
const keyOf = (kind: Parameters<typeof keyOfKind>[0], isLine: boolean): string =>
  `${isLine ? 'line' : 'shape'} ${keyOfKind(kind)}`;

const examples = new WeakMap<Draft, ReadonlyMap<string, DraftNode | DraftLine>>();

/** One of each kind, the first with a name if there is one: found once for all kinds of a draft. */
function examplesIn(draft: Draft): ReadonlyMap<string, DraftNode | DraftLine> {
  const before = examples.get(draft);
  if (before !== undefined) return before;
  const found = new Map<string, DraftNode | DraftLine>();
  for (const one of draft.diagrams.flatMap(({ nodes, lines }) => [...nodes, ...lines])) {
    const key = keyOf({ found: one.role, kind: one.kind }, 'source' in one);
    const first = found.get(key);
    if (first === undefined || (first.name.trim() === '' && one.name.trim() !== '')) found.set(key, one);
  }
  examples.set(draft, found);
  return found;
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
