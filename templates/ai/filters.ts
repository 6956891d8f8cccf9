/** Conditions that several filters share. */
export const TO_REASONER = `(target is 'AI.Process.Application' or target is 'AI.Process.Agent')`;
export const FROM_REASONER = `(source is 'AI.Process.Application' or source is 'AI.Process.Agent')`;
export const TO_MODEL = `(target is 'AI.Process.HostedModel' or target is 'AI.Process.ModelServer')`;
export const FROM_MODEL = `(source is 'AI.Process.HostedModel' or source is 'AI.Process.ModelServer')`;
/** People, and the pages that they write into. */
export const FROM_PERSON = `(source is 'AI.External.User' or source is 'AI.Process.ChatClient')`;
/** What a model's choice of words can set in motion. */
export const TO_ACTION = `(target is 'AI.Process.Tool' or target is 'AI.Process.McpServer' or target is 'AI.Process.Service')`;
export const SENSITIVE = `(flow.dataClassification is 'Confidential' or flow.dataClassification is 'Restricted')`;
/** The content may be written by an attacker, by its origin or by the answer on the flow. */
export const FROM_OUTSIDE = `(source.trust is 'Untrusted' or source is 'AI.Process.BrowserTool' or
  (source is 'AI.Process.McpServer' and not source.serverOrigin is 'Own') or
  flow.contentTrust is 'Untrusted' or flow crosses 'AI.Border.Untrusted')`;
export const CROSSES_OUT = `(flow crosses 'AI.Line.Internet' or flow crosses 'AI.Border.Provider')`;
