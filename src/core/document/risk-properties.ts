import { folded } from '../base/index.ts';
import type { Template, ThreatDatum } from './template.ts';

/** What a threat can say of a risk that was accepted, and of how large it is. */
export type RiskId = 'owner' | 'due' | 'evidence' | 'tracker' | 'cvss' | 'likelihood' | 'impact';

interface RiskProperty {
  readonly id: RiskId;
  /** The key in the threats of a file. */
  readonly name: string;
  /** As files say it, in the language of the Windows tool's own labels. */
  readonly label: string;
  readonly values?: readonly string[];
}

/** Levels of likelihood and impact, from low to high. */
export const RISK_LEVELS: readonly string[] = ['Low', 'Medium', 'High'];

/**
 * The properties, in the order in which threats show them. They are threat properties as any template may have (format
 * 1.4, ThreatMetaDatum): the Windows tool shows those of a model, edits and keeps them.
 */
export const RISK_PROPERTIES: readonly RiskProperty[] = [
  { id: 'owner', name: 'RiskOwner', label: 'Owner' },
  { id: 'due', name: 'RiskDueDate', label: 'Due Date' },
  { id: 'evidence', name: 'RiskEvidence', label: 'Evidence' },
  { id: 'tracker', name: 'RiskTracker', label: 'Tracker' },
  { id: 'cvss', name: 'RiskCvss', label: 'CVSS' },
  { id: 'likelihood', name: 'RiskLikelihood', label: 'Likelihood', values: ['', ...RISK_LEVELS] },
  { id: 'impact', name: 'RiskImpact', label: 'Impact', values: ['', ...RISK_LEVELS] },
];

/** Which of them a property of threats is; undefined for others. */
export const riskId = (name: string): RiskId | undefined =>
  RISK_PROPERTIES.find((one) => folded(one.name) === folded(name))?.id;

/** The properties of a template that are such, by what they are. */
export function riskDatums({ threatMetadata }: Template): ReadonlyMap<RiskId, ThreatDatum> {
  return new Map(
    threatMetadata.datums.flatMap((datum) => {
      const id = riskId(datum.name);
      return id === undefined ? [] : [[id, datum] as const];
    }),
  );
}

/** A template with the properties of risks that another one has beside its own, so that what threats say in them stays seen. */
export function withRisksOf(template: Template, other: Template): Template {
  const present = riskDatums(template);
  const missing = [...riskDatums(other)].flatMap(([id, datum]) => (present.has(id) ? [] : [datum]));
  if (missing.length === 0) return template;
  const { threatMetadata } = template;
  return {
    ...template,
    threatMetadata: { ...threatMetadata, datums: [...threatMetadata.datums, ...missing] },
  };
}
