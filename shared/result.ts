/** An expected no is a value with a name. Bugs throw. */
export type Result<Value, Problem> = { ok: true; value: Value } | { ok: false; problem: Problem }

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })
export const refuse = <Problem>(problem: Problem): { ok: false; problem: Problem } => ({ ok: false, problem })
