import type { EventKind } from './eventKinds.ts'

/** The first that fits is suggested, so the plainer words for the end of an incident stand before the others. */
const patterns: readonly (readonly [EventKind, RegExp])[] = [
  [
    'decision',
    // Who tells others what is being done and asks for something has decided it.
    /^\W*(?:rolling back|reverting|failing over|disabling|restarting|scaling (?:up|down|out))\b[\s\S]*\bplease\b|\bdecision\b|\bdecid(?:e|ed|ing)\b|\b(?:let'?s|we will|we'll|going to|agreed to)\b.*\b(?:roll ?back|revert|fail ?over|disable|restart|scale|rollback)\b/i,
  ],
  [
    'comms',
    /\bstatus ?page\b|\bstatuspage\b|\bcustomer (?:comms|update|notice)\b|\bposted (?:an )?update\b/i,
  ],
  [
    'declare',
    /\bdeclar(?:e|ed|ing)\b|\bincident (?:opened|created|started)\b|\bsev-?\s?\d\b.*\b(?:opened|raised)\b/i,
  ],
  [
    'verify',
    /\bback to normal\b|\brecover(?:ed|ing|s)\b|\bbaseline\b|\bverif(?:y|ied|ying)\b|\bconfirmed? (?:fixed|healthy|working)\b|\bhealthy\b|\bback (?:down )?(?:to|at) \d|\bdropping\b|\bfalling\b|\berror rate (?:is )?(?:down|at 0)\b|\bdown to \d/i,
  ],
  ['resolve', /\bresolved?\b|\ball clear\b|\bclosed\b|\bcleared\b|\bincident (?:is )?over\b/i],
  [
    'hypothesis',
    /\bhypothes[ie]s\b|\bsuspect|\bmaybe\b|\bmight be\b|\bcould be\b|\bI think\b|\bwe think\b|\btheory\b|\bprobably\b|\blooks like\b|\bdiff\b|\bcorrelat/i,
  ],
  [
    'mitigation',
    /\bmitigat|\broll(?:ed|ing)?[ -]?back\b|\brevert(?:ed|ing|s)?\b|\bhotfix|\bfail(?:ed|ing)?[ -]?over\b|\brestart(?:ed|ing)?\b|\bscal(?:ed|ing) (?:up|out|down)\b|\bdisabl(?:ed|ing)\b|\bworkaround\b|\bfix(?:ed)? (?:deployed|applied|rolled|in place)\b/i,
  ],
  ['alert', /^\W*(?:firing|triggered)\b/i],
  ['signal', /\d\s?%|\b\d+ tickets?\b/i],
  ['escalate', /\bescalat|\bpag(?:ed|ing) (?!was)|\bcall(?:ed|ing) in\b|\bnotified\b/i],
  ['join', /\bjoin(?:ed|ing|s)\b|\back(?:ed|nowledged?)?\b/i],
  ['deploy', /\bdeploy(?:ed|ing|ment|s)?\b|\breleas(?:ed|ing)\b|\bshipped\b|\bmerged\b|\brolled out\b/i],
  ['alert', /\balert(?:s|ed|ing)?\b|\bfir(?:es|ed|ing)\b|\btriggered\b|\balarm\b|\bpage(?:d|r)?\b/i],
  [
    'signal',
    /\d\s?%|\b5\d\d\b|\b5xx\b|\berrors?\b|\bfail(?:s|ed|ing|ures?)?\b|\btickets?\b|\blatenc|\bp9\d\b|\btime(?:d )?-?outs?\b|\bcustomers? (?:report|complain)|\bspik(?:e|ed|ing)\b|\bdown\b|\bslow\b|\d+\s?m?s\b/i,
  ],
]

/** What kind of event the words of a message speak of, as a suggestion; `other` where nothing hints at one. */
export function kindInWords(text: string): EventKind {
  const head = text.slice(0, 400)
  return patterns.find(([, pattern]) => pattern.test(head))?.[0] ?? 'other'
}
