const at = (second: number) => new Date(Date.UTC(2026, 2, 10, 9) + second * 1000).toISOString()
const kinds = ['signal', 'deploy', 'decision', 'mitigation', 'comms'] as const

/** An incident file of so many events, a minute and a second apart, over several days; the last one resolves it. */
export const longIncident = (count: number): object => ({
  schema: 'evidence-incident/1',
  title: `An incident with ${count} events`,
  zone: 'Europe/Paris',
  times: {
    started: { at: at(0), precision: 'minute' },
    detected: null,
    declared: null,
    mitigated: null,
    resolved: null,
  },
  severity: { stated: null },
  services: ['checkout-api'],
  impact: { summary: '', facts: [] },
  timeline: Array.from({ length: count }, (_, index) => ({
    at: at(index * 61),
    precision: 'minute',
    kind: index === count - 1 ? 'resolve' : kinds[index % kinds.length],
    text: `Event ${index + 1}: ${'the pool of one more node is empty, '.repeat(index % 4)}and on it goes`,
    source: null,
  })),
  trigger: null,
  contributing_factors: [],
  went_well: [],
  where_lucky: [],
  action_items: [],
  sources: [],
})
