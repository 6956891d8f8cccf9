import { type DiagramId, type ElementId, findElement, type ThreatKey } from '../../../core/document/index.ts';
import {
  changeSettings,
  type OpenModel,
  reveal,
  selectThreats,
  session,
  setView,
  showDiagram,
} from '../../store/index.ts';
import type { ShowPanel } from './show-panel.ts';

/** What of a model the tour speaks of: a flow and a threat of it. */
export interface Subject {
  readonly diagram: DiagramId;
  readonly flow: ElementId;
  readonly threat: ThreatKey;
}

/** Whether what the tour speaks of is still in its model, with its flow drawn. */
export const isThere = ({ model }: Pick<OpenModel, 'model'>, { diagram, flow, threat }: Subject): boolean => {
  const drawn = model.diagrams.find(({ id }) => id === diagram);
  return (
    drawn !== undefined &&
    findElement(drawn, flow) !== undefined &&
    model.threats.some(({ key, flowId }) => key === threat && flowId === flow)
  );
};

/** The first threat whose flow is on a diagram, of the diagram in front if it has one; null where there is none. */
export function subjectOf({ model, diagramId }: Pick<OpenModel, 'model' | 'diagramId'>): Subject | null {
  const subjects = model.threats.flatMap(({ key, diagramId: diagram, flowId: flow }): Subject[] => {
    const drawn = model.diagrams.find(({ id }) => id === diagram);
    return drawn !== undefined && findElement(drawn, flow) !== undefined
      ? [{ diagram, flow, threat: key }]
      : [];
  });
  return subjects.find(({ diagram }) => diagram === diagramId) ?? subjects[0] ?? null;
}

type StepId = 'stencils' | 'canvas' | 'flow' | 'threats' | 'answer' | 'report';

interface Step {
  readonly id: StepId;
  /** Selectors of what it speaks of, the best first. */
  readonly targets: (subject: Subject) => readonly string[];
  /** Brings it into view, by nothing but what is looked at. */
  readonly show: (subject: Subject, panel: ShowPanel) => void;
}

const CANVAS = '.workspace-canvas';
const LOWER = '.panel-bottom';

const showThreats = ({ diagram, flow }: Subject, panel: ShowPanel): void => {
  reveal(diagram, [flow]);
  changeSettings({ bottomPanel: { ...session.getState().settings.bottomPanel, tab: 'threats' } });
  panel('bottom');
};

/** The steps of the tour, in their order. */
export const STEPS: readonly Step[] = [
  {
    id: 'stencils',
    targets: () => ['.panel-left'],
    show: (_, panel) => {
      setView('diagram');
      changeSettings({ leftPanel: { ...session.getState().settings.leftPanel, tab: 'stencils' } });
      panel('left');
    },
  },
  {
    id: 'canvas',
    targets: () => [CANVAS],
    show: ({ diagram }, panel) => {
      setView('diagram');
      showDiagram(diagram);
      panel(null);
    },
  },
  {
    id: 'flow',
    targets: ({ flow }) => [`[data-element="${CSS.escape(flow)}"]`, CANVAS],
    show: ({ diagram, flow }, panel) => {
      panel(null);
      reveal(diagram, [flow]);
    },
  },
  { id: 'threats', targets: () => [LOWER], show: showThreats },
  {
    id: 'answer',
    targets: () => [`${LOWER} .threat-detail`, LOWER],
    show: (subject, panel) => {
      showThreats(subject, panel);
      selectThreats([subject.threat]);
    },
  },
  { id: 'report', targets: () => ['.view-switch'], show: (_, panel) => panel(null) },
];
