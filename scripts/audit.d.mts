export function auditOf(output: string): { readonly answered: boolean; readonly grave: readonly string[] };
export function checkAdvisories(): void;
