import type { Diagram } from '../../document/index.ts';
import { DiagramScene, diagramSvg } from '../../drawing/index.ts';
import { linkRuns } from '../links.ts';
import type { DiagramElements, ReportDiagram, ReportInteraction, ReportThreat } from '../model.ts';
import { brief, oneLine } from '../one-line.ts';
import { richRuns } from '../rich-text.ts';
import { headline } from '../room.ts';
import { emfOf } from './emf.ts';
import { diagramPlace, interactionPlace, putCounts } from './front.ts';
import { ImageRun, type Inline, Paragraph } from './library.mjs';
import { type Making, type Orientation, PAGE } from './making.ts';
import { priorityStyle, stateStyle } from './styles.ts';
import { type Cell, labelled, table } from './tables.ts';
import { held, runs, toPlace } from './texts.ts';

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Twentieths of a point in a pixel. */
const TWIPS = 15;
const BETWEEN_MARGINS = {
  portrait: [PAGE.width - 2 * PAGE.margin, PAGE.height - 2 * PAGE.margin],
  landscape: [PAGE.height - 2 * PAGE.margin, PAGE.width - 2 * PAGE.margin],
} as const;
/** Pixels below a heading of three lines, with the empty line that ends pages of one orientation. */
const ABOVE = 130;
/** Pixels for a model unit at most: small diagrams are not blown up. */
const LARGEST_SCALE = 1.2;
/** Diagrams wider than this share of their height lie on a landscape page. */
const WIDE = 1.15;

/** Puts a diagram, its interactions and their threats; yields after each threat. */
export function* putDiagram(part: ReportDiagram, index: number, making: Making): Iterable<void> {
  const { choices } = making.report;
  const { diagram } = part;
  const title = `Diagram: ${headline(part.header)}`;
  if (diagram === undefined || choices.pictures === 'none') {
    making.turn('portrait');
    making.heading(1, title, diagramPlace(index));
  } else putPicture(diagram, title, index, making);
  making.heading(2, `${headline(part.header)} Diagram Summary`);
  putCounts(part.summary, making);
  if (part.elements !== null) putElements(part.elements, making);
  for (const [i, interaction] of part.interactions.entries()) {
    making.heading(
      2,
      `${interaction.label}: ${oneLine(headline(interaction.name))}`,
      interactionPlace(index, i),
    );
    if (interaction.kind === 'interaction') making.say(endsOf(interaction), 'Ends');
    for (const threat of interaction.threats) {
      putThreat(threat, index, making);
      yield;
    }
  }
}

function endsOf({ flow, source, target }: ReportInteraction): string {
  return flow === undefined ? 'The data flow was deleted.' : `${headline(source)} → ${headline(target)}`;
}

/** The diagram as SVG, and as a metafile for programs that do not draw that. */
function putPicture(diagram: Diagram, title: string, index: number, making: Making): void {
  const { model } = making.report;
  // A metafile has none of the template's pictures: no room is left for them.
  const scene = new DiagramScene(model, diagram, { theme: 'colour', images: null });
  const crop = scene.crop();
  const orientation: Orientation = crop.width > crop.height * WIDE ? 'landscape' : 'portrait';
  const [across, down] = BETWEEN_MARGINS[orientation];
  const scale = Math.min(LARGEST_SCALE, across / TWIPS / crop.width, (down / TWIPS - ABOVE) / crop.height);
  const marks = scene.elements().flatMap((placed) => scene.marks(placed));
  const picture = new ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(diagramSvg(model, diagram)),
    fallback: { type: 'emf', data: emfOf(marks, crop) },
    transformation: { width: crop.width * scale, height: crop.height * scale },
    altText: { ...making.nameOfPicture(), description: held(`${headline(diagram.header)} diagram`) },
  });
  making.turn(orientation);
  making.heading(1, title, diagramPlace(index));
  making.put(new Paragraph({ style: 'Figure', children: [picture] }));
  making.turn('portrait');
}

function putElements({ elements, boundaries }: DiagramElements, making: Making): void {
  const { addresses } = making;
  if (elements.length > 0) {
    making.heading(2, 'Elements');
    const rows = elements.map(({ name, type, place, outOfScope, properties }): readonly Cell[] => {
      const scope =
        outOfScope === '' ? [] : [{ label: 'Out of scope', value: outOfScope.replace(/^Yes: /, '') }];
      const said = [...scope, ...properties].flatMap(({ label, value }, index) => [
        ...runs(`${index === 0 ? '' : '\n'}${headline(label)}: `),
        ...addresses.linked(making.room.for(linkRuns(value))),
      ]);
      return [runs(brief(name)), runs(brief(type)), runs(oneLine(headline(place))), said];
    });
    making.put(
      table(
        [
          { title: 'Element', share: 5 },
          { title: 'Type', share: 4 },
          { title: 'Place', share: 5 },
          { title: 'Properties', share: 8 },
        ],
        rows,
      ),
    );
  }
  if (boundaries.length === 0) return;
  making.heading(2, 'Trust boundaries');
  const listed = (texts: readonly string[], between: string): Cell =>
    runs(
      making.room
        .for([{ text: texts.map(oneLine).join(between) }])
        .map(({ text }) => text)
        .join(''),
    );
  making.put(
    table(
      [
        { title: 'Boundary', share: 5 },
        { title: 'Type', share: 4 },
        { title: 'Inside', share: 6 },
        { title: 'Crossed by', share: 8 },
      ],
      boundaries.map(({ name, type, inside, crossing }) => [
        runs(brief(name)),
        runs(brief(type)),
        listed(inside, ', '),
        listed(crossing, '; '),
      ]),
    ),
  );
}

function putThreat(threat: ReportThreat, diagram: number, making: Making): void {
  const { addresses, room } = making;
  making.heading(3, `${threat.number}. ${oneLine(headline(threat.title))}`, threat.anchor);
  const stale = threat.stale ? `  ·  Interaction: ${headline(threat.interaction)}, no longer generated` : '';
  const changed = threat.changed === '' ? '' : `  ·  ${headline(threat.changed)}`;
  const facts: readonly Inline[] = [
    ...runs('State: '),
    ...runs(` ${headline(threat.state)} `, stateStyle(threat.threat.state)),
    ...runs('  ·  Priority: '),
    ...runs(headline(threat.priority), priorityStyle(threat.priority)),
    ...runs(`${stale}  ·  #${threat.threat.id}${changed}  ·  `),
    toPlace(diagramPlace(diagram), 'Diagram'),
  ];
  making.put(new Paragraph({ style: 'ThreatFacts', children: facts }));
  making.put(
    labelled(
      threat.rows.map(
        ({ label, value, rich }) =>
          [
            `${headline(label)}:`,
            addresses.linked(room.for(rich ? richRuns(value) : linkRuns(value))),
          ] as const,
      ),
    ),
  );
}
