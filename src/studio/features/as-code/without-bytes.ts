type Fields = Record<string, unknown>

const gone = Symbol('its bytes cannot come along')

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const at = (path: string, key: string) => (path ? `${path}.${key}` : key)

/** A pasted request without pictures that are written out as base64, and where those stood. */
export function withoutBytes(body: unknown): { body: unknown; places: string[] } {
  const places: string[] = []

  const list = (items: readonly unknown[], path: string) =>
    items.map((item, index) => strip(item, `${path}[${index}]`))

  const fields = (value: Fields, path: string): Fields | typeof gone => {
    const kept: Fields = {}
    for (const [key, item] of Object.entries(value)) {
      const stripped = Array.isArray(item) ? list(item, at(path, key)) : strip(item, at(path, key))
      if (stripped === gone) {
        if (key === 'image') return gone
        continue
      }
      kept[key] = stripped
    }
    const { keyframes, keyframe_indexes: indexes } = kept
    if (Array.isArray(keyframes) && Array.isArray(indexes)) {
      kept.keyframe_indexes = indexes.map((each, index) =>
        keyframes[index] === gone ? gone : each,
      )
    }
    for (const [key, item] of Object.entries(kept)) {
      if (!Array.isArray(item) || !item.includes(gone)) continue
      kept[key] = item.filter((one) => one !== gone)
      if (item.every((one) => one === gone)) delete kept[key]
    }
    return kept
  }

  const strip = (value: unknown, path: string): unknown => {
    if (!isFields(value)) return value
    if (typeof value.data !== 'string') return fields(value, path)
    places.push(path)
    return gone
  }

  const stripped = isFields(body) ? fields(body, '') : body
  return { body: stripped, places }
}
