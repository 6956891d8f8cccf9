export { type GateFinding, LEVELS, type Level } from './finding.ts';
export { checkModel, checkRepairs, type Repair, templateFindings } from './gate.ts';
export { NO_POLICY, type Policy, type PolicyRule, readPolicy } from './policy.ts';
export { type CheckedFile, gateJunit, gateSarif } from './writers.ts';
