export { ThreatCount } from './threat-count.tsx';
