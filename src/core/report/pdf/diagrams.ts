import { diagramCrop, priorityColour, stateColour } from '../../drawing/index.ts';
import { linkRuns } from '../links.ts';
import type { ReportDiagram, ReportInteraction, ReportThreat } from '../model.ts';
import { contentsNames, oneLine } from '../report.ts';
import { richRuns } from '../rich-text.ts';
import { headline } from '../room.ts';
import { paragraph, row } from './blocks.ts';
import { putSummary } from './cover.ts';
import { putElements } from './elements.ts';
import type { Faces } from './faces.ts';
import { type Block, innerWidth, MARGIN } from './flow.ts';
import { brokenLines, type StyledRun } from './lines.ts';
import { PdfPictures } from './pictures.ts';
import { atPlace, BETWEEN, diagramPlace, heading, interactionPlace, type Setting } from './setting.ts';
import { linked, STYLES, styled, unbroken } from './styles.ts';

/** Height left for a diagram under its heading. */
const DIAGRAM_HEIGHT = { portrait: 600, landscape: 370 } as const;
const INTERACTION_HEIGHT = 190;
/** Diagrams wider than this share of their height lie on a landscape page. */
const WIDE = 1.15;
const LABEL = 95;
const GAP = 4;
/** Rows of a threat that stay with its heading: alone at the foot of a page it says nothing. */
const KEPT_ROWS = 2;

const WIDTH = innerWidth('portrait');

/** Puts a diagram, its interactions and their threats; yields after each threat. */
export function* putDiagram(part: ReportDiagram, index: number, setting: Setting): Iterable<void> {
  const { report, flow, faces } = setting;
  const { diagram } = part;
  const header = headline(part.header);
  const title = paragraph(styled(`Diagram: ${header}`, STYLES.diagram), faces, {
    tag: 'H2',
    after: 8,
    placed: atPlace(setting, diagramPlace(index), header),
  });
  const none = diagram === undefined || report.choices.pictures === 'none';
  const pictures = none ? undefined : new PdfPictures(report.model, diagram);
  if (diagram === undefined || pictures === undefined) {
    flow.newPage('portrait');
    flow.put(title);
  } else {
    const crop = diagramCrop(diagram);
    const orientation = crop.width > crop.height * WIDE ? 'landscape' : 'portrait';
    const room = { width: innerWidth(orientation), height: DIAGRAM_HEIGHT[orientation] };
    flow.newPage(orientation);
    flow.together([title, pictures.whole(room, `${header} diagram`)]);
    flow.newPage('portrait');
  }
  putSummary(`${header} Diagram Summary:`, 'H3', part.summary, setting);
  if (part.elements !== null) yield* putElements(part.elements, setting);
  const drawn = report.choices.pictures === 'all' ? pictures : undefined;
  const names = contentsNames(part.interactions, BETWEEN);
  for (const [i, interaction] of part.interactions.entries()) {
    const above = interactionHead(interaction, drawn, setting, {
      place: interactionPlace(index, i),
      parent: diagramPlace(index),
      bookmark: headline(names[i] ?? ''),
    });
    const links = [
      linkTo(diagramPlace(index), 'Diagram'),
      linkTo(interactionPlace(index, i), interaction.label),
    ];
    for (const [t, threat] of interaction.threats.entries()) {
      putThreat(threat, t === 0 ? above : [], links, setting);
      yield;
    }
  }
}

function interactionHead(
  interaction: ReportInteraction,
  pictures: PdfPictures | undefined,
  setting: Setting,
  asked: { readonly place: string; readonly parent: string; readonly bookmark: string },
): readonly Block[] {
  const { flow } = interaction;
  const name = oneLine(headline(interaction.name));
  const ends = `${headline(interaction.source)} ${BETWEEN} ${headline(interaction.target)}`;
  const between = flow === undefined ? 'The data flow was deleted.' : ends;
  const title = {
    ...heading(`${interaction.label}: ${name}`, 'H3', setting.faces),
    placed: atPlace(setting, asked.place, asked.bookmark, asked.parent),
  };
  const back = [{ text: ' \u00a0', style: STYLES.badge }, linkTo(asked.parent, 'Diagram')];
  const line = paragraph([...styled(between, STYLES.label), ...back], setting.faces, {
    tag: 'P',
    after: 4,
  });
  if (interaction.kind !== 'interaction') return [title];
  if (flow === undefined || pictures === undefined) return [title, line];
  const room = { width: WIDTH, height: INTERACTION_HEIGHT };
  return [title, line, pictures.interaction(flow, room, `${name} interaction: ${ends}`)];
}

/** Words that lead to a place of the file. */
const linkTo = (place: string, text: string): StyledRun => ({ text, style: STYLES.badgeLink, place });

function putThreat(
  threat: ReportThreat,
  above: readonly Block[],
  links: readonly StyledRun[],
  { flow, faces, room }: Setting,
): void {
  const ways = links.flatMap((link) => [{ text: ' \u00a0', style: STYLES.badge }, link]);
  const title = paragraph([...headingRuns(threat), ...ways], faces, {
    tag: 'H4',
    before: 10,
    after: 3,
    placed: (_, top, paper) => paper?.name(threat.anchor, top),
  });
  const rows = threat.rows.map(({ label, value, rich }, index) => {
    const runs = room.for(rich ? richRuns(value) : linkRuns(value));
    return threatRow(label, linked(runs), faces, index > 0);
  });
  flow.together([...above, title, ...rows.slice(0, KEPT_ROWS)]);
  for (const block of rows.slice(KEPT_ROWS)) flow.put(block);
}

function threatRow(label: string, runs: readonly StyledRun[], faces: Faces, ruled: boolean): Block {
  const labels = brokenLines(styled(`${label}:`, STYLES.label), LABEL, faces);
  const x = MARGIN.left + LABEL + GAP;
  const texts = brokenLines(runs, WIDTH - LABEL - 2 * GAP, faces);
  const side = [
    { lines: labels, x: MARGIN.left },
    { lines: texts, x },
  ];
  return row(side, STYLES.body.size, { tag: 'P', rule: ruled ? { width: WIDTH } : undefined });
}

function headingRuns({
  number,
  title,
  threat,
  priority,
  stale,
  interaction,
  state: stateWord,
  changed,
}: ReportThreat): readonly StyledRun[] {
  const { text: colour, ground } = stateColour('light', threat.state);
  const state = unbroken(headline(stateWord));
  const level = unbroken(`[Priority: ${headline(priority)}]`);
  return [
    { text: `${number}. ${headline(title)}`, style: STYLES.threat },
    { text: ' ', style: STYLES.badge },
    { text: `\u00a0[State:\u00a0${state}]\u00a0`, style: { ...STYLES.badge, colour, ground } },
    {
      text: ` \u00a0${level}`,
      style: { ...STYLES.badge, colour: priorityColour('light', priority) ?? STYLES.badge.colour },
    },
    ...(stale
      ? [{ text: ` \u00a0[Interaction: ${headline(interaction)}] no longer generated`, style: STYLES.badge }]
      : []),
    { text: ` \u00a0#${threat.id}`, style: STYLES.badge },
    ...(changed === '' ? [] : [{ text: ` \u00a0${headline(changed)}`, style: STYLES.badge }]),
  ];
}
