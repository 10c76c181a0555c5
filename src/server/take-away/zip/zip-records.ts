/** What is known of an entry once it is written. */
export type Written = {
  name: Buffer
  time: number
  /** Its sizes stand in eight bytes. */
  isLarge: boolean
  sum: number
  bytes: number
  offset: number
}

const full16 = 0xffff
export const full32 = 0xffff_ffff
const versions = { plain: 20, large: 45 }
/** Sum and sizes behind the bytes; the name in UTF-8. */
const flags = 0x0808
const unix = 3 << 8
const plainFile = 0o100_644 * 0x1_0000

type Field = [bytes: 2 | 4 | 8, value: number]

/** PKWARE's APPNOTE 6.3.10: every number with its lowest byte first. */
function record(...fields: Field[]): Buffer {
  const made = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = 0
  for (const [bytes, value] of fields) {
    if (bytes === 8) made.writeBigUInt64LE(BigInt(value), at)
    else made.writeUIntLE(value, at, bytes)
    at += bytes
  }
  return made
}

const extra = (values: readonly number[]) =>
  values.length === 0
    ? Buffer.alloc(0)
    : record([2, 1], [2, values.length * 8], ...values.map((value): Field => [8, value]))

/** Date and time as MS-DOS kept them, in local time, in steps of two seconds. */
export function dosTime(made: Date): number {
  const year = Math.min(2107, Math.max(1980, made.getFullYear()))
  const date = ((year - 1980) << 9) | ((made.getMonth() + 1) << 5) | made.getDate()
  const time = (made.getHours() << 11) | (made.getMinutes() << 5) | (made.getSeconds() >> 1)
  return date * 0x1_0000 + time
}

type Begun = Pick<Written, 'name' | 'time' | 'isLarge'>

export function localHead({ name, time, isLarge }: Begun): Buffer {
  const sizes = isLarge ? extra([0, 0]) : extra([])
  const size = isLarge ? full32 : 0
  const head = record(
    [4, 0x04034b50],
    [2, isLarge ? versions.large : versions.plain],
    [2, flags],
    [2, 0],
    [4, time],
    [4, 0],
    [4, size],
    [4, size],
    [2, name.length],
    [2, sizes.length],
  )
  return Buffer.concat([head, name, sizes])
}

export function descriptor({ sum, bytes, isLarge }: Written): Buffer {
  const width = isLarge ? 8 : 4
  return record([4, 0x08074b50], [4, sum], [width, bytes], [width, bytes])
}

export function centralHead({ name, time, sum, bytes, offset, isLarge }: Written): Buffer {
  const isFar = offset >= full32
  const numbers = extra([...(isLarge ? [bytes, bytes] : []), ...(isFar ? [offset] : [])])
  const size = isLarge ? full32 : bytes
  const head = record(
    [4, 0x02014b50],
    [2, unix | versions.large],
    [2, isLarge || isFar ? versions.large : versions.plain],
    [2, flags],
    [2, 0],
    [4, time],
    [4, sum],
    [4, size],
    [4, size],
    [2, name.length],
    [2, numbers.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, plainFile],
    [4, isFar ? full32 : offset],
  )
  return Buffer.concat([head, name, numbers])
}

/** `at`: where the central heads begin. */
export function zipEnd(central: { count: number; at: number; bytes: number }): Buffer {
  const { count, at, bytes } = central
  const isLarge = count >= full16 || at >= full32 || bytes >= full32
  const end = record(
    [4, 0x06054b50],
    [4, 0],
    [2, Math.min(count, full16)],
    [2, Math.min(count, full16)],
    [4, Math.min(bytes, full32)],
    [4, Math.min(at, full32)],
    [2, 0],
  )
  if (!isLarge) return end
  const largeEnd = record(
    [4, 0x06064b50],
    [8, 44],
    [2, unix | versions.large],
    [2, versions.large],
    [8, 0],
    [8, count],
    [8, count],
    [8, bytes],
    [8, at],
  )
  const locator = record([4, 0x07064b50], [4, 0], [8, at + bytes], [4, 1])
  return Buffer.concat([largeEnd, locator, end])
}
