import type { EvidenceFormat } from './evidenceFormat.ts'
import { alertmanager } from './formats/alertmanager.ts'
import { argocd } from './formats/argocd.ts'
import { cloudwatch } from './formats/cloudwatch.ts'
import { datadogEvents } from './formats/datadogEvents.ts'
import { datadogWebhook } from './formats/datadogWebhook.ts'
import { firehydrant } from './formats/firehydrant.ts'
import { github } from './formats/github.ts'
import { gitlabDeployments } from './formats/gitlabDeployments.ts'
import { grafana } from './formats/grafana.ts'
import { incidentIo } from './formats/incidentIo.ts'
import { intercom } from './formats/intercom.ts'
import { jiraCsv } from './formats/jiraCsv.ts'
import { jsonLog } from './formats/jsonLog.ts'
import { kubernetesEvents } from './formats/kubernetesEvents.ts'
import { kubernetesTable } from './formats/kubernetesTable.ts'
import { kubernetesYaml } from './formats/kubernetesYaml.ts'
import { opsgenie } from './formats/opsgenie.ts'
import { opsgenieWebhook } from './formats/opsgenieWebhook.ts'
import { pagerdutyLogEntries } from './formats/pagerdutyLogEntries.ts'
import { pagerdutyOldWebhook } from './formats/pagerdutyOldWebhook.ts'
import { pagerdutyWebhook } from './formats/pagerdutyWebhook.ts'
import { pastedText } from './formats/pastedText.ts'
import { plainCsv } from './formats/plainCsv.ts'
import { rootly } from './formats/rootly.ts'
import { sentry } from './formats/sentry.ts'
import { slack } from './formats/slack.ts'
import { statuspage } from './formats/statuspage.ts'
import { teams } from './formats/teams.ts'
import { zendeskApi } from './formats/zendeskApi.ts'
import { zendeskCsv } from './formats/zendeskCsv.ts'

/** In the order they are asked: what has the most telling marks first, pasted text last, since it takes any text. */
export const evidenceFormats: readonly EvidenceFormat[] = [
  slack,
  teams,
  alertmanager,
  grafana,
  pagerdutyWebhook,
  pagerdutyOldWebhook,
  pagerdutyLogEntries,
  opsgenie,
  opsgenieWebhook,
  datadogEvents,
  statuspage,
  github,
  gitlabDeployments,
  argocd,
  kubernetesEvents,
  kubernetesTable,
  kubernetesYaml,
  cloudwatch,
  sentry,
  intercom,
  incidentIo,
  rootly,
  firehydrant,
  zendeskApi,
  datadogWebhook, // its fields are anybody's, so all others are asked before
  jsonLog,
  jiraCsv,
  zendeskCsv,
  plainCsv,
  pastedText,
]

/**
 * What a format is called for people; null for one that is not known here. Of two readers of one name the more general
 * comes last.
 */
export const formatInWords = (name: string | null): string | null =>
  evidenceFormats.findLast((format) => format.name === name)?.label ?? null
