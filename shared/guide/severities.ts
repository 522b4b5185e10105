export const severities = ['SEV-0', 'SEV-1', 'SEV-2', 'SEV-3'] as const
export type Severity = (typeof severities)[number]
