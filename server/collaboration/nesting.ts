import * as Y from 'yjs'

type Structs = ReturnType<typeof Y.decodeUpdate>['structs']

/**
 * Yjs deletes, collects and writes out what is nested by calling itself: some thousand levels end in an overflow in the
 * middle of a transaction. Nobody can tell from one update how deep its records will lie, as they may be put into what
 * came before; so each new record is followed up to its root, through the update and through the document.
 */
export function isTooDeep(structs: Structs, doc: Y.Doc, mostLevels: number): boolean {
  let holdsRecords = false
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    const { content } = struct
    if (content instanceof Y.ContentDoc) return true // a document within the document: nobody guards those
    if (content instanceof Y.ContentType) holdsRecords = true
    else if (valuesIn(content).some((value) => isDeepValue(value, mostLevels))) return true
  }
  if (!holdsRecords) return false
  const levelOf = createLevelOf(structs, doc, mostLevels)
  return structs.some(
    (struct) =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentType && levelOf(struct) > mostLevels,
  )
}

function createLevelOf(structs: Structs, doc: Y.Doc, mostLevels: number): (item: Y.Item) => number {
  const structsByClient = Map.groupBy(structs, ({ id }) => id.client)
  const levels = new Map<Y.Item, number>()
  const spokesmen = new Map<Y.Item, Y.Item | null>()

  const find = (id: Y.ID): Y.Item | null => {
    if (Y.getState(doc.store, id.client) > id.clock) {
      const stored = Y.getItem(doc.store, id)
      return stored instanceof Y.Item ? stored : null
    }
    const found = structAt(structsByClient.get(id.client) ?? [], id.clock)
    return found instanceof Y.Item ? found : null
  }
  /** The nearest item in the same record that says itself which record that is; the rest is told by its neighbours. */
  const spokesmanOf = (item: Y.Item): Y.Item | null => {
    const passed: Y.Item[] = []
    let at: Y.Item | null = item
    while (at && at.parent === null) {
      const known: Y.Item | null | undefined = spokesmen.get(at)
      if (known !== undefined) {
        at = known
        break
      }
      spokesmen.set(at, null) // until it is found; and for good, should they only point at each other
      passed.push(at)
      const neighbour: Y.ID | null = at.origin ?? at.rightOrigin
      at = neighbour && find(neighbour)
    }
    for (const one of passed) spokesmen.set(one, at)
    return at
  }
  /** The item whose record holds this one; null at the root, and where Yjs will drop the item. */
  const holderOf = (item: Y.Item): Y.Item | null => {
    const parent = spokesmanOf(item)?.parent
    if (parent instanceof Y.AbstractType) return parent._item
    return parent instanceof Y.ID ? find(parent) : null
  }

  return (item) => {
    const passed: Y.Item[] = []
    let at: Y.Item | null = item
    while (at && !levels.has(at) && passed.length <= mostLevels) {
      passed.push(at)
      at = holderOf(at)
    }
    let level = at ? (levels.get(at) ?? mostLevels + 1) : 0
    for (const one of passed.reverse()) levels.set(one, ++level)
    return level
  }
}

/** The struct of one client that holds this clock: they come in order. */
function structAt(structs: Structs, clock: number): Structs[number] | undefined {
  let [low, high] = [0, structs.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const struct = structs[middle]
    if (!struct) return undefined
    if (clock < struct.id.clock) high = middle - 1
    else if (clock >= struct.id.clock + struct.length) low = middle + 1
    else return struct
  }
  return undefined
}

function valuesIn(content: Y.Item['content']): unknown[] {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr
  if (content instanceof Y.ContentEmbed) return [content.embed]
  return content instanceof Y.ContentFormat ? [content.value] : []
}

function isDeepValue(value: unknown, mostLevels: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; depth <= mostLevels; depth++) {
    level = level.flatMap((one) => (isHolder(one) ? Object.values(one) : []))
    if (level.length === 0) return false
  }
  return true
}

const isHolder = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)
