import { requestAttacks } from './requestAttacks.ts'
import type { Attack } from './siege.ts'
import { socketAttacks } from './socketAttacks.ts'
import { updateAttacks } from './updateAttacks.ts'
import { wireAttacks } from './wireAttacks.ts'

export const allAttacks: readonly Attack[] = [
  ...updateAttacks,
  ...socketAttacks,
  ...wireAttacks,
  ...requestAttacks,
]
