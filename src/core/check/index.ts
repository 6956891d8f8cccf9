export { checkSteps, checkTemplate } from './check-template.ts';
export type { Finding, Fix } from './findings.ts';
export { fixed } from './fix.ts';
export { filterFindings } from './threat-types.ts';
