import { Cvss4P0 } from 'ae-cvss-calculator';

/** A metric of CVSS 4.0 by its letters, with what it can be. */
export interface Metric {
  readonly letters: string;
  readonly name: string;
  readonly values: readonly { readonly letters: string; readonly name: string }[];
}

export interface Score {
  /** 0 to 10, one digit after the point (CVSS 4.0, 8). */
  readonly score: number;
  readonly severity: 'none' | 'low' | 'medium' | 'high' | 'critical';
  /** Which groups of metrics it is made of: `CVSS-B`, `CVSS-BT`, … */
  readonly kind: string;
}

/** A vector that says no harm: what a calculator begins with. */
export const NO_HARM = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N';

/** Safety is a value of the environment's metrics alone (CVSS 4.0, 4.2); the library takes it for these too. */
const SAFETY = /\/S[IA]:S(?=\/|$)/;

/** The vector that a text is; null for another text, and where one of the base metrics is missing. */
function vectorOf(text: string): Cvss4P0 | null {
  if (!/^CVSS:4\.0(\/[A-Z]{1,3}:[A-Za-z]+)+$/.test(text.trim()) || SAFETY.test(text.trim())) return null;
  try {
    const vector = new Cvss4P0(text.trim());
    return vector.isBaseFullyDefined() ? vector : null;
  } catch {
    return null;
  }
}

/** The score of a vector (CVSS 4.0); null for a text that is none. */
export function cvssScore(text: string): Score | null {
  const vector = vectorOf(text);
  if (vector === null) return null;
  const score = vector.calculateScores().overall;
  return typeof score === 'number' && Number.isFinite(score)
    ? { score, severity: severityOf(score), kind: vector.getNomenclature() }
    : null;
}

/** The qualitative rating (CVSS 4.0, 6). */
function severityOf(score: number): Score['severity'] {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'none';
}

/** The metrics that everybody who scores has to say, and how mature exploits are. */
export const METRICS: readonly Metric[] = [...new Cvss4P0().getRegisteredComponents()].flatMap(
  ([{ name: group }, components]) =>
    group === 'base' || group === 'threat'
      ? components.map(({ shortName, name, values }) => ({
          letters: shortName,
          name,
          values: values
            .filter((value) => group !== 'base' || (value.shortName !== 'X' && value.shortName !== 'S'))
            .map((value) => ({ letters: value.shortName, name: value.name })),
        }))
      : [],
);

/** What a vector says of a metric; what it leaves out is `X`. A text that is no vector says no harm. */
export const metricIn = (text: string, letters: string): string =>
  new RegExp(`/${letters}:([A-Za-z]+)`).exec(vectorOf(text) === null ? NO_HARM : text)?.[1] ?? 'X';

/** The vector with another value of a metric; the other metrics stay, those of the environment too. */
export function withMetric(text: string, letters: string, value: string): string {
  const vector = vectorOf(text) ?? new Cvss4P0(NO_HARM);
  vector.applyComponentString(letters, value);
  return vector.toString();
}
