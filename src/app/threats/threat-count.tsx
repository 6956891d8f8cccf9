import { useActiveModel } from '../store/index.ts';

/** How many threats the model has, for the panel's tab. */
export function ThreatCount() {
  const open = useActiveModel();
  return open === null ? null : <span className="badge">{open.model.threats.length}</span>;
}
