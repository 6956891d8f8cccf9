import type { CaseEnd, FlowCase } from '../../scripts/templates/format.ts';

/** Conditions that several filters share, and a short way to write the cases that prove them. */

const anyOf = (subject: 'source' | 'target', ...ids: readonly string[]): string =>
  `(${ids.map((id) => `${subject} is 'WEB.${id}'`).join(' or ')})`;

export const source = (...ids: readonly string[]): string => anyOf('source', ...ids);
export const target = (...ids: readonly string[]): string => anyOf('target', ...ids);

/** Somebody whom we do not control, or code on their device. */
export const CALLER = source('Client', 'External');
/** Requests of callers come by these as well. */
export const REQUEST = source('Client', 'External', 'Service.Gateway', 'Service.Proxy', 'Service.WebApp');
/** What passes requests on as they come: behind it is still whoever sent them. */
export const PASSED_ON = source('Service.Proxy', 'Service.Cdn');
export const TO_APP = target(
  'Service.WebApp',
  'Service.RestApi',
  'Service.GraphqlApi',
  'Service.GrpcService',
  'Service.WebSocket',
  'Service.AdminConsole',
);
export const CROSSES = `(flow crosses 'WEB.Border' or flow crosses 'WEB.Line')`;
export const FROM_INTERNET = `(flow crosses 'WEB.Line.Internet' or flow crosses 'WEB.Border.Dmz')`;
export const SENSITIVE = `(flow.dataClassification is 'Confidential' or flow.dataClassification is 'Restricted')`;
/** Proof of who calls that does not lie readable on the wire and is good for one place only. */
export const STRONG_CALLER = `(flow.callerIdentity is 'Bearer token' or flow.callerIdentity is 'Signature' or
  flow.callerIdentity is 'Bound token or mutual TLS')`;

const web = (end: CaseEnd): CaseEnd => (typeof end === 'string' ? `WEB.${end}` : [`WEB.${end[0]}`, end[1]]);

/** A case, with ids without `WEB.`; `crosses` are ids as well. */
export const at = (from: CaseEnd, flow: CaseEnd, to: CaseEnd, ...crosses: readonly string[]): FlowCase => ({
  source: web(from),
  flow: web(flow),
  target: web(to),
  crosses: crosses.map((id) => `WEB.${id}`),
});

export const INTERNET = 'Line.Internet';
