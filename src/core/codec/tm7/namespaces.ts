/** Namespaces of the classes, with the abbreviations of format 1.1. */
const ROOT = 'http://schemas.datacontract.org/2004/07/';
export const MODEL = `${ROOT}ThreatModeling.Model`;
export const ABSTRACTS = `${ROOT}ThreatModeling.Model.Abstracts`;
export const KNOWLEDGE_BASE = `${ROOT}ThreatModeling.KnowledgeBase`;
export const INTERFACES = `${ROOT}ThreatModeling.Interfaces`;
export const EXTERNAL_STORAGE = `${ROOT}ThreatModeling.ExternalStorage.OM`;
export const ARRAYS = 'http://schemas.microsoft.com/2003/10/Serialization/Arrays';

/** What other writers mix up: the namespaces of the format, or none at all. */
export const MIXED_UP: ReadonlySet<string> = new Set([
  '',
  MODEL,
  ABSTRACTS,
  KNOWLEDGE_BASE,
  INTERFACES,
  EXTERNAL_STORAGE,
  ARRAYS,
]);
