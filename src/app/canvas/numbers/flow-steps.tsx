import './numbers.css';
import { Panel } from '@xyflow/react';
import { ChevronLeft, ChevronRight, Maximize, X } from 'lucide-react';
import { useRef, useState } from 'react';
import {
  type Diagram,
  describeElement,
  type ElementId,
  type Model,
  type NumberedFlow,
  numberedFlows,
} from '../../../core/document/index.ts';
import { boundsOf } from '../../../core/drawing/index.ts';
import { rectContainsRect } from '../../../core/geometry/index.ts';
import { countsOf } from '../../../core/threat-list/index.ts';
import { words as coreWords } from '../../../core/words/index.ts';
import { announce, showKeys, useSession } from '../../store/index.ts';
import { IconButton } from '../../ui/index.ts';
import { laterWords } from '../../words/later.ts';
import type { Canvas } from '../base/canvas.ts';
import { useCanvas } from '../base/use-canvas.ts';
import { ensureVisible, fitDiagram, focusCanvas, visibleRect } from '../base/view.ts';
import type { NameBoxes } from './badge.tsx';
import { takeFullScreen, useLeftFullScreen } from './full-screen.ts';
import { useNumbers } from './kept.ts';
import { Spotlight } from './spotlight.tsx';
import { placeAfter, type Step } from './steps.ts';
import { useStepKeys } from './use-step-keys.ts';

const said = laterWords.flowNumbers;

interface FlowStepsProps {
  /** The diagram without the gesture in progress. */
  readonly resting: Diagram;
  readonly model: Model;
  readonly boxes: NameBoxes;
}

/** In a presentation: steps from flow to flow of the diagram, if it has any. */
export function FlowSteps(drawn: FlowStepsProps) {
  const presenting = useSession((state) => state.presenting);
  return presenting && <Presented {...drawn} />;
}

function Presented(drawn: FlowStepsProps) {
  const left = useLeftFullScreen();
  const flows = numberedFlows(drawn.resting);
  // Another diagram is stepped through anew.
  return flows.length === 0 ? null : <Steps key={drawn.resting.id} {...drawn} flows={flows} left={left} />;
}

interface StepsProps extends FlowStepsProps {
  readonly flows: readonly NumberedFlow[];
  /** Whether the full screen was left, and is offered again. */
  readonly left: boolean;
}

/** What is said of a flow: its place, its name, its ends, its threats. */
function parts(
  diagram: Diagram,
  { template, threats }: Model,
  flows: readonly NumberedFlow[],
  place: number,
) {
  const flow = flows[place]?.flow;
  if (flow === undefined) return [];
  const { name, place: ends } = describeElement(diagram, flow, template);
  const count = countsOf(threats).byFlow.get(flow.id)?.all ?? 0;
  const counted = count === 0 ? [] : [coreWords.counts.threats(count)];
  return [said.at({ at: place + 1, of: flows.length }), name, ends, ...counted];
}

/** Brings a flow with its ends above the caption, if something of them is out of sight. */
function show(canvas: Canvas, diagram: Diagram, model: Model, flow: NumberedFlow['flow'], top: number): void {
  const { port } = canvas;
  const ids = [flow.id, flow.source.element, flow.target.element].filter((id) => id !== null);
  const bounds = boundsOf(diagram, model.template, new Set(ids));
  if (port === null || bounds === null) return;
  const covered = Math.max(0, port.frame().bottom - top);
  const seen = visibleRect(canvas);
  const free = { ...seen, height: seen.height - covered / port.viewport().zoom };
  if (!rectContainsRect(free, bounds)) ensureVisible(canvas, bounds, covered);
}

function Steps({ resting, model, boxes, flows, left }: StepsProps) {
  const canvas = useCanvas();
  const panel = useRef<HTMLElement>(null);
  const numbers = useNumbers(model);
  const [id, setId] = useState<ElementId | null>(null);
  const found = id === null ? -1 : flows.findIndex(({ flow }) => flow.id === id);
  const place = found < 0 ? null : found;
  const stepped = place === null ? undefined : flows[place];
  const go = (step: Step) => {
    const next = placeAfter(step, place, flows.length);
    const flow = flows[next]?.flow;
    if (flow === undefined) return;
    setId(flow.id);
    show(
      canvas,
      resting,
      model,
      flow,
      panel.current?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY,
    );
    announce(said.said(parts(resting, model, flows, next)));
  };
  const end = () => {
    setId(null);
    fitDiagram(canvas);
    focusCanvas(canvas, true);
    announce(said.whole);
  };
  useStepKeys(canvas, go, stepped === undefined ? null : end);
  return (
    <>
      {stepped !== undefined && (
        <Spotlight
          diagram={resting}
          template={model.template}
          flow={stepped.flow}
          number={numbers === true ? stepped.number : null}
          boxes={boxes}
        />
      )}
      <Panel position="bottom-center" className="canvas-steps nopan nowheel">
        <section ref={panel} aria-label={said.steps}>
          <IconButton
            label={said.previous}
            keys={showKeys('ArrowLeft')}
            aria-disabled={place === 0}
            onClick={() => go('previous')}
          >
            <ChevronLeft />
          </IconButton>
          <p>
            {place === null
              ? said.rest({ flows: flows.length })
              : said.caption(parts(resting, model, flows, place))}
          </p>
          <IconButton
            label={said.next}
            keys={showKeys('ArrowRight')}
            aria-disabled={place === flows.length - 1}
            onClick={() => go('next')}
          >
            <ChevronRight />
          </IconButton>
          {place !== null && (
            <IconButton label={said.whole} keys="Esc" onClick={end}>
              <X />
            </IconButton>
          )}
          {left && <FullScreenAgain canvas={canvas} />}
        </section>
      </Panel>
    </>
  );
}

function FullScreenAgain({ canvas }: { readonly canvas: Canvas }) {
  return (
    <IconButton
      label={said.fullScreen}
      onClick={() => {
        takeFullScreen();
        // The button goes.
        focusCanvas(canvas, true);
      }}
    >
      <Maximize />
    </IconButton>
  );
}
