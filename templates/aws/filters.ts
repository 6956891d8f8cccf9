/** Conditions that several filters share. */
export const SENSITIVE = `(flow.dataClassification is 'Confidential' or flow.dataClassification is 'Restricted')`;
/** Anybody on the internet, as against staff, pipelines and partners who have an account. */
export const FROM_PUBLIC = `(source is 'AWS.External' and not source is 'AWS.External.Administrator' and
  not source is 'AWS.External.Pipeline' and not source is 'AWS.External.OnPremises' and
  not source is 'AWS.External.PartnerAccount')`;
export const TO_VALUABLE = `(target is 'AWS.Store' or target is 'AWS.Control.Secrets' or target is 'AWS.Control.KMS' or
  target is 'AWS.Control.Role')`;
/** Stores that are no copies of something else. */
export const TO_RECORDS = `(target is 'AWS.Store' and not target is 'AWS.Store.ElastiCache' and
  not target is 'AWS.Store.ECR' and not target is 'AWS.Store.Snapshot')`;
/** Stores that listen in a network, with a login of their own. */
export const TO_NETWORKED_STORE = `(target is 'AWS.Store.RDS' or
  target is 'AWS.Store.OpenSearch' or target is 'AWS.Store.ElastiCache' or target is 'AWS.Store.EFS')`;
export const TO_QUERIED_STORE = `(target is 'AWS.Store.RDS' or
  target is 'AWS.Store.OpenSearch' or target is 'AWS.Store.DynamoDB')`;
