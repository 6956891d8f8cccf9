/** Conditions that several filters share; `$` stands for the flow's end. */
const at = (condition: string, end: 'source' | 'target'): string => condition.replaceAll('$', end);

const POD = `($ is 'K8S.Process.Pod' or $ is 'K8S.Process.Job' or $ is 'K8S.Process.NodeAgent')`;
export const FROM_POD = at(POD, 'source');
export const TO_POD = at(POD, 'target');

/** Where requests of strangers reach a pod. */
export const FROM_FRONT = `(source is 'K8S.External' or source is 'K8S.Process.Ingress' or source is 'K8S.Process.Service')`;
export const CROSSES_ANY = `(flow crosses 'K8S.Boundary' or flow crosses 'K8S.Line')`;
export const FROM_PEOPLE = `(source is 'K8S.External.Developer' or source is 'K8S.External.Administrator')`;
export const TO_API = `target is 'K8S.Process.ApiServer'`;
export const SENSITIVE = `(flow.dataClassification is 'Confidential' or flow.dataClassification is 'Restricted')`;
/** Neither encrypted nor without a way on which it could be read. */
export const READABLE = `not flow.encrypted is 'Yes' and not flow.encrypted is 'Not Applicable'`;
export const NARROW_RBAC = `(source.rbac is 'None' or source.rbac is 'Named resources in its namespace')`;

/** The flow runs between the two, whichever way its arrow points. */
export const between = (one: string, other: string): string =>
  `((${at(one, 'source')} and ${at(other, 'target')}) or (${at(other, 'source')} and ${at(one, 'target')}))`;

export const ANY_POD = POD;
export const either = (condition: string): string =>
  `(${at(condition, 'source')} or ${at(condition, 'target')})`;
