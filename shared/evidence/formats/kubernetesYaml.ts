import type { EvidenceFormat } from '../evidenceFormat.ts'

/** What `kubectl -o yaml` prints. Read as notes, it would be a heap of times without what they are of. */
export const kubernetesYaml: EvidenceFormat = {
  name: 'kubernetes-events',
  label: 'Kubernetes objects as YAML',
  recognises: ({ text, documents }) =>
    documents.length === 0 && /^[ -]*apiVersion: \S+$/m.test(text) && /^[ -]*kind: [A-Z]\w+$/m.test(text),
  read: () => ({
    drafts: [],
    problems: [
      {
        line: 1,
        path: null,
        problem:
          'is where YAML begins, which is not read. Ask kubectl for JSON (-o json) and import that instead',
      },
    ],
    notes: [],
  }),
}
