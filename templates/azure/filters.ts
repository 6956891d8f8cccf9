/** Conditions that several filters share. */
export const FROM_PERSON = `(source is 'AZ.External.User' or source is 'AZ.External.Administrator' or
  source is 'AZ.External.Partner')`;
/** Whoever may be hostile: parties outside, except those who administer. */
export const FROM_OUTSIDE = `(source is 'AZ.External' and not source is 'AZ.External.Administrator')`;
/** The data of a flow is worth an attack. */
export const SENSITIVE = `(flow.dataClassification is 'Confidential' or flow.dataClassification is 'Restricted')`;
/** Stores that hold what cannot be made again. */
export const LASTING_STORE = `(target is 'AZ.Store.Blob' or target is 'AZ.Store.Table' or target is 'AZ.Store.Sql' or
  target is 'AZ.Store.Cosmos')`;
export const FROM_MESSAGING = `(source is 'AZ.Store.Queue' or source is 'AZ.Store.ServiceBus' or
  source is 'AZ.Store.EventHubs' or source is 'AZ.Store.EventGrid')`;
