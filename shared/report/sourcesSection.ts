import { escapeMarkdown, markdownLink } from '../content/notes.ts'

export const sourcesSection = (sources: readonly string[]): string =>
  sources.length === 0
    ? '## Sources\n\nNo sources were named.'
    : `## Sources\n\n${sources.map((url) => `- ${markdownLink(escapeMarkdown(url), url)}`).join('\n')}`
