import { useId } from 'react';
import type { TypeId } from '../../core/document/index.ts';
import { laterWords } from '../words/later.ts';
import type { Stencil } from './stencil-groups.ts';

interface FlowChoiceProps {
  readonly flows: readonly Stencil[];
  readonly chosen: TypeId | null;
  readonly onChoose: (stencil: Stencil) => void;
}

/** Which flow type new connections get, above the list: the flow types may lie far down in it. */
export function FlowChoice({ flows, chosen, onChoose }: FlowChoiceProps) {
  const id = useId();
  if (flows.length === 0) return null;
  return (
    <div className="stencils-flow">
      <label htmlFor={id}>{laterWords.palette.flowType}</label>
      <select
        id={id}
        className="input"
        value={chosen ?? ''}
        onChange={({ target }) => {
          const flow = flows.find((one) => one.id === target.value);
          if (flow !== undefined) onChoose(flow);
        }}
      >
        {flows.map((flow) => (
          <option key={flow.id} value={flow.id}>
            {flow.name}
          </option>
        ))}
      </select>
    </div>
  );
}
