import type { DiagramId, ElementId, ThreatKey } from '../document/index.ts';

export const LEVELS = ['error', 'warning', 'info'] as const;
export type Level = (typeof LEVELS)[number];

/** Something that the gate found in a file. */
export interface GateFinding {
  /** The rule that it breaks: a policy's own id, or the code of a message (`free-end`, `windows/canvas`). */
  readonly rule: string;
  readonly level: Level;
  /** One sentence without a full stop. */
  readonly text: string;
  readonly diagram?: DiagramId;
  readonly element?: ElementId;
  readonly threat?: ThreatKey;
}
