/** Both ends included. */
export type ByteRange = { start: number; end: number }

const spec = /^(\d*)-(\d*)$/

/**
 * What a `Range` header asks of `size` bytes, by RFC 9110: `null` for all of it (no header, another
 * unit, or several ranges, which a server may answer whole), `'none'` where nothing can be given.
 */
export function byteRange(header: string | null, size: number): ByteRange | 'none' | null {
  const [unit, ranges] = header?.split('=', 2) ?? []
  if (unit?.trim().toLowerCase() !== 'bytes' || ranges === undefined) return null
  if (ranges.includes(',')) return null
  const [, first = '', last = ''] = spec.exec(ranges.trim()) ?? []
  if (first === '' && last === '') return 'none'
  if (first === '') {
    const length = Number(last)
    return length > 0 && size > 0 ? { start: Math.max(0, size - length), end: size - 1 } : 'none'
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (start >= size || end < start || (last !== '' && Number(last) < start)) return 'none'
  return { start, end }
}
