/** Words that say of an alert that it stayed quiet. */
export const saysQuiet =
  /\b(no|without(?: an?y?)?) (?:\w+ )?alerts?\b|\balerts? (?:\w+ ){0,4}(?:did not|didn[’']t|never|stayed quiet|stayed silent|was silent|was muted)|\b(?:did not|didn[’']t|never) (?:alert|page|fire)\b/i

/** The fact that an alert stayed quiet, of what somebody calls that alert; their own words where they say it already. */
export function quietAlertFact(named: string): string {
  const words = named.trim().replace(/[.\s]+$/, '')
  return saysQuiet.test(words) ? `${words}.` : `${words} did not alert.`
}
