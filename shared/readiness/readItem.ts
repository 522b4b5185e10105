import type { TimelineStage } from '../content/timeline.ts'
import { originalInWords } from '../content/webLink.ts'
import type { IncidentRole } from '../guide/incidentRoles.ts'
import { facilitatorOf } from '../meeting/meeting.ts'
import { saysQuiet } from './quietAlert.ts'
import { missing, type ReadinessInput, type Reading, ready, started } from './readinessInput.ts'
import type { ReadinessKey } from './readinessItems.ts'
import { counted, linksOf, originalsOf, saysAny, textsOf } from './writtenWords.ts'

/** A change this long before it began may still have to do with it. */
const NEAR_MS = 24 * 60 * 60 * 1000

const customers =
  /\b(customers?|users?|clients?|shoppers?|people|visitors?|merchants?|subscribers?|tenants?|guests?|patients?|accounts?)\b/i
const business =
  /\b(revenue|sales|orders?|business|contracts?|refunds?|bookings?|payments?|transactions?|costs?|penalt(?:y|ies)|turnover)\b|[€$£]\s?\d/i
const objectives = /\bSL[AOI]s?\b|service.level|\bavailability\b/i
const errorBudget = /error budget/i
const alerts = /\b(alerts?|alerted|alarms?|paged|pages? (?:fired|went)|monitor (?:fired|triggered))\b/i
/** Tools that send alerts, as their exports are called. */
const alertTools = /alertmanager|grafana|pagerduty|opsgenie|datadog|cloudwatch|sentry|splunk|new relic/i
const changes =
  /\b(deploy\w*|releas\w+|roll(?:ed)? ?out|config\w*|migrat\w+|merge\w*|flag|upgrade\w*|change\w*)\b/i
const graphs =
  /grafana|datadog|dashboard|graph|chart|panel|newrelic|cloudwatch|prometheus|honeycomb|lightstep/i
const telemetry =
  /\blogs?\b|kibana|splunk|loki|trace|jaeger|sentry|metric|opensearch|elastic|honeycomb|tempo/i
const chat = /slack\.com|teams\.microsoft|discord|chat\.google|mattermost|zulip/i
const chatTools = /slack|teams/i
const chatRoom = /(?:^|\s)#[a-z][\w-]{2,}/i
const statusPage = /status ?page|status\.[\w-]+\.|statuspage/i
const tickets = /\btickets?\b|zendesk|intercom|jira|freshdesk|servicenow|\/browse\/[A-Z]+-\d+/i
const recovery =
  /\b(roll(?:ed|s|ing)?[- ]?back|rollback|revert\w*|restor\w+|recover\w+|failover|failed over)\b/i

/** How each thing is told from the data. */
export const readItem: Record<ReadinessKey, (input: ReadinessInput) => Reading> = {
  title: ({ incident }) => (incident.title.trim() ? ready() : missing('It has no title.')),
  when: (input) => {
    const { times } = input.incident
    const began = times.started !== null || inStages(input, ['signal', 'detection']).length > 0
    const over = times.resolved !== null || inStages(input, ['resolution', 'recovery']).length > 0
    if (began && over) return ready()
    if (!began && !over) return missing()
    return started(began ? 'Nothing says when it was over.' : 'Nothing says when it began.')
  },
  severity: ({ incident }) => (incident.severity ? ready(incident.severity) : missing()),
  services: ({ incident }) =>
    incident.services.length > 0 ? ready(incident.services.slice(0, 3).join(', ')) : missing(),
  commander: (input) => heldBy(input, 'incidentCommander'),
  responders: (input) => heldBy(input, 'primaryResponder'),
  changes: ({ incident: { times }, timeline }) => {
    const made = timeline.filter(
      ({ stage, text }) => stage === 'change' || (stage === null && changes.test(text)),
    )
    if (made.length === 0) return missing()
    const from = times.started ? times.started.at - NEAR_MS : Number.NEGATIVE_INFINITY
    const to = times.resolved?.at ?? Number.POSITIVE_INFINITY
    const near = made.filter(({ occurred }) => occurred.at >= from && occurred.at <= to)
    return near.length > 0
      ? ready(counted(near.length, 'change', 'changes'))
      : started('None of the changes lies within a day of it.')
  },
  mitigation: (input) => staged(input, ['mitigation'], 'step'),
  recovery: (input) => {
    const found = inStages(input, ['resolution', 'recovery'])
    const confirmed = inStages(input, ['recovery']).length > 0
    if (
      confirmed ||
      saysAny(
        input.timeline.map(({ text }) => text),
        recovery,
      )
    )
      return ready()
    return found.length > 0 ? started('Nothing says how the recovery was confirmed.') : missing()
  },
  customerImpact: (input) => impactSaying(input, customers, 'Nothing says yet who was affected.'),
  businessImpact: (input) => impactSaying(input, business, 'Nothing says yet what it cost the business.'),
  objectives: (input) => (saysAny(textsOf(input), objectives) ? ready() : missing()),
  errorBudget: (input) => (saysAny(textsOf(input), errorBudget) ? ready() : missing()),
  tickets: (input) =>
    saysAny([...linksOf(input), ...originalsOf(input), ...textsOf(input)], tickets) ? ready() : missing(),
  alertsFired: ({ timeline }) => {
    const fired = timeline.filter(
      ({ stage, text, sourceUrl }) =>
        (stage === null || stage === 'signal' || stage === 'detection') &&
        !saysQuiet.test(text) &&
        (alerts.test(text) || (stage !== null && alertTools.test(originalInWords(sourceUrl ?? '') ?? ''))),
    )
    if (fired.length > 0) return ready(`${counted(fired.length, 'alert', 'alerts')}: ${named(fired)}`)
    const seen = timeline.some(({ stage }) => stage === 'signal' || stage === 'detection')
    return seen ? started('It was noticed; no event says by which alert.') : missing()
  },
  alertsQuiet: (input) => {
    const quiet = textsOf(input).filter((text) => saysQuiet.test(text)).length
    return quiet > 0 ? ready(counted(quiet, 'stayed quiet', 'stayed quiet')) : missing()
  },
  graphs: (input) => {
    const links = linksOf(input)
    if (saysAny(links, graphs)) return ready()
    return links.length > 0 ? started('There are links; none of them looks like a graph.') : missing()
  },
  telemetry: (input) => (saysAny([...linksOf(input), ...textsOf(input)], telemetry) ? ready() : missing()),
  unknowns: ({ cards }) => {
    const count = cards.filter(({ place }) => place.kind === 'question').length
    return count > 0 ? ready(counted(count, 'open question', 'open questions')) : missing()
  },
  chat: (input) =>
    saysAny(linksOf(input), chat) ||
    saysAny(originalsOf(input), chatTools) ||
    saysAny(textsOf(input), chatRoom)
      ? ready()
      : missing(),
  escalation: (input) => staged(input, ['escalation'], 'event'),
  statusPage: (input) => {
    const updates = inStages(input, ['communication'])
    if (saysAny([...linksOf(input), ...originalsOf(input), ...textsOf(input)], statusPage)) return ready()
    return updates.length > 0 ? started('There are updates; none of them names a status page.') : missing()
  },
  timeline: ({ timeline }) => {
    if (timeline.length >= 2) return ready(counted(timeline.length, 'event', 'events'))
    return timeline.length === 1 ? started('One event so far. Two are enough to begin.') : missing()
  },
  agenda: ({ meeting }) => {
    const needs = [
      ...(meeting.agenda.length === 0 ? ['an agenda'] : []),
      ...(facilitatorOf(meeting) ? [] : ['a facilitator']),
      ...(meeting.members.some(({ role }) => role === 'notetaker') ? [] : ['a notetaker']),
    ]
    if (needs.length === 0) return ready()
    const note = `It still needs ${needs.join(' and ')}.`
    return needs.length === 3 ? missing(note) : started(note)
  },
}

const MOST_NAMED = 2
const MOST_NAME_LETTERS = 60

/** The first of them, each by how its text begins. */
const named = (events: ReadinessInput['timeline']): string =>
  events
    .slice(0, MOST_NAMED)
    .map(({ text }) => text.replace(/\s+/g, ' ').slice(0, MOST_NAME_LETTERS).trim())
    .join('; ')

const inStages = ({ timeline }: ReadinessInput, stages: readonly TimelineStage[]) =>
  timeline.filter(({ stage }) => stage !== null && stages.includes(stage))

function staged(input: ReadinessInput, stages: readonly TimelineStage[], one: string): Reading {
  const { length } = inStages(input, stages)
  return length > 0 ? ready(counted(length, one, `${one}s`)) : missing()
}

function heldBy({ roleHolders }: ReadinessInput, role: IncidentRole): Reading {
  const holders = roleHolders.filter((holder) => holder.role === role)
  return holders.length > 0
    ? ready(
        holders
          .slice(0, 3)
          .map(({ name }) => name)
          .join(', '),
      )
    : missing()
}

function impactSaying({ impact, incident }: ReadinessInput, words: RegExp, otherwise: string): Reading {
  const told = [impact, ...incident.impactFacts.map(({ metric, unit }) => `${metric} ${unit}`)]
  if (saysAny(told, words)) return ready()
  return impact.trim() || incident.impactFacts.length > 0 ? started(otherwise) : missing()
}
