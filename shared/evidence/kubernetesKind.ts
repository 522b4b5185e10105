import type { EventKind } from './eventKinds.ts'

type Row = { type: string | null; reason: string; message: string }

/** A pod that will not start backs off, and some versions of Kubernetes call that normal. */
export function kubernetesKind({ type, reason, message }: Row): EventKind {
  if (/^Operation|^ResourceUpdated$/.test(reason)) return 'deploy' // Argo CD writes these
  if (type === 'Warning' || /back-?off|fail|unhealthy/i.test(reason)) return 'signal'
  if (/roll(?:ed|ing)? ?back/i.test(`${reason} ${message}`)) return 'mitigation'
  return rollout.test(reason) ? 'deploy' : 'other'
}

const rollout =
  /^(?:Scheduled|ScalingReplicaSet|Successful|Pull|Created|Started|Killing|Deployment|NewReplicaSet)/
