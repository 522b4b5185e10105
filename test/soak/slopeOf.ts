/** How much `y` grows for one of `x`, by least squares; NaN for fewer than two points. */
export function slopeOf(points: readonly { x: number; y: number }[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanX, meanY] = [mean(points.map(({ x }) => x)), mean(points.map(({ y }) => y))]
  const along = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0)
  return points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / along
}
