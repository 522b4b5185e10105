import { type Figure, targetById } from './figure.ts'

const columns = ['relay', 'yWebsocketServer', 'bareHocuspocus', 'applyAndRoundTrip', 'contentAlone'] as const

/** For a terminal, 130 columns wide. Beside a peer's value stands ours as a multiple of it. */
export function figureTable(figures: Figure[]): string {
  const rows = figures.map((figure) => [
    figure.id,
    figure.unit,
    shown(figure.ours),
    ...columns.map((peer) => {
      const value = figure.peers[peer]
      const ratio = figure.ratio[peer]
      return value === undefined || value === null ? '–' : `${shown(value)} (${shown(ratio ?? 0)}×)`
    }),
    verdict(figure),
  ])
  const table = [
    ['figure', 'unit', 'ours', 'relay', 'y-websocket', 'Hocuspocus', 'apply+trip', 'content', 'target'],
    ...rows,
  ]
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? []
  const lines = table.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`
}

/** Says plainly where ours falls short. */
function verdict({ id, ratio }: Figure): string {
  const target = targetById[id]
  const reached = target && ratio[target.of]
  if (!target || reached === undefined || reached === null) return ''
  return reached <= target.atMost ? `≤ ${target.atMost}× met` : `≤ ${target.atMost}× MISSED`
}

const shown = (value: number): string =>
  value >= 100 ? value.toFixed(0) : Number(value.toPrecision(3)).toString()
