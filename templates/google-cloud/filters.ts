/** Conditions that several filters share. */
export const SENSITIVE = `(flow.dataClassification is 'Confidential' or flow.dataClassification is 'Restricted')`;
/** Anybody on the internet, as against staff, pipelines and partners who have a Google identity. */
export const FROM_PUBLIC = `(source is 'GCP.External' and not source is 'GCP.External.Administrator' and
  not source is 'GCP.External.Pipeline' and not source is 'GCP.External.OtherCloud' and
  not source is 'GCP.External.Partner' and not source is 'GCP.External.Workspace')`;
/** Workloads whose address Google makes public unless somebody limits it. */
export const TO_RUN = `(target is 'GCP.Workload.CloudRun' or target is 'GCP.Workload.Function')`;
/** Stores that are no copies of something else. */
export const TO_RECORDS = `(target is 'GCP.Store' and not target is 'GCP.Store.ArtifactRegistry')`;
/** Stores that take statements. */
export const TO_QUERIED_STORE = `(target is 'GCP.Store.CloudSql' or target is 'GCP.Store.Spanner' or
  target is 'GCP.Store.BigQuery')`;
