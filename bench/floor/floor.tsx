import '@xyflow/react/dist/base.css';
import {
  type Edge,
  type Node,
  ReactFlow,
  type ReactFlowInstance,
  useEdgesState,
  useNodesState,
} from '@xyflow/react';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { SaxesParser } from 'saxes';

/**
 * What opening, drawing and moving the view cost at least: a file is read by a bare XML parser that keeps nothing, and as many
 * plain nodes and edges are given to React Flow as the file has. The number comes with the address: `#2000`.
 */
const elements = Number(location.hash.slice(1));

const columns = Math.ceil(Math.sqrt(elements));

const makeNodes = (): Node[] =>
  Array.from({ length: elements }, (_, n) => ({
    id: String(n),
    position: { x: 40 + (n % columns) * 180, y: 40 + Math.floor(n / columns) * 160 },
    width: 100,
    height: 100,
    data: { label: `Element ${n}` },
  }));

const makeEdges = (): Edge[] =>
  Array.from({ length: Math.round(elements * 1.3) }, (_, n) => {
    const from = n % elements;
    const to = n < elements && (from + 1) % columns !== 0 ? from + 1 : from + columns;
    return { id: `e${n}`, source: String(from), target: String(to % elements), type: 'straight' };
  });

function parse(text: string): number {
  let tags = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', () => {
    tags += 1;
  });
  parser.write(text).close();
  return tags;
}

/** The keys of the app for the whole diagram and for 100 %. */
function onInit(flow: ReactFlowInstance): void {
  document.addEventListener('keydown', ({ code, shiftKey }) => {
    if (shiftKey && code === 'Digit1') void flow.fitView();
    // A fit waits for the next frame.
    if (shiftKey && code === 'Digit0') void flow.fitView().then(() => flow.zoomTo(1));
  });
}

function Floor() {
  const [nodes, setNodes, onNodesChange] = useNodesState<Node>([]);
  const [edges, setEdges] = useEdgesState<Edge>([]);
  useEffect(() => {
    const input = document.querySelector('input');
    const chosen = async () => {
      const file = input?.files?.[0];
      if (file === undefined || parse(new TextDecoder().decode(await file.arrayBuffer())) === 0) return;
      setNodes(makeNodes());
      setEdges(makeEdges());
    };
    input?.addEventListener('change', chosen);
    return () => input?.removeEventListener('change', chosen);
  }, [setNodes, setEdges]);
  return nodes.length === 0 ? null : (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onlyRenderVisibleElements
      panOnScroll
      minZoom={0.02}
      fitView
      onInit={onInit}
    />
  );
}

const root = document.querySelector('#root');
if (root !== null) createRoot(root).render(<Floor />);
