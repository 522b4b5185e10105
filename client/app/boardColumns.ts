import type { BoardKind } from '../features/board/columns.ts'

export const goodColumns: readonly BoardKind[] = ['wentWell', 'luck']
