type Range = readonly [prefix: readonly number[], bits: number]

/** IPv4 that is not out there: the IANA special-purpose registry, without what is only anycast. */
const special4: readonly Range[] = [
  [[0], 8],
  [[10], 8],
  [[100, 64], 10],
  [[127], 8],
  [[169, 254], 16],
  [[172, 16], 12],
  [[192, 0, 0], 24],
  [[192, 0, 2], 24],
  [[192, 88, 99], 24],
  [[192, 168], 16],
  [[198, 18], 15],
  [[198, 51, 100], 24],
  [[203, 0, 113], 24],
  [[224], 4],
  [[240], 4],
]

/** Global unicast. All else is loopback, local, mapped, translated, multicast or unused. */
const global6: Range = [[0x20], 3]
/** Within it: protocol assignments with Teredo and ORCHID, documentation, 6to4. */
const special6: readonly Range[] = [
  [[0x20, 0x01, 0x00], 23],
  [[0x20, 0x01, 0x0d, 0xb8], 32],
  [[0x20, 0x02], 16],
  [[0x3f, 0xff, 0x00], 20],
]

function isIn([prefix, bits]: Range, address: readonly number[]) {
  for (let bit = 0; bit < bits; bit += 1) {
    const mask = 0x80 >> (bit & 7)
    const at = bit >> 3
    if (((prefix[at] ?? 0) & mask) !== ((address[at] ?? 0) & mask)) return false
  }
  return true
}

/** Four plain decimal numbers; nothing octal, hexadecimal or shortened. */
function parse4(text: string): number[] | null {
  const parts = text.split('.')
  const isPlain = parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part))
  const bytes = parts.map(Number)
  return isPlain && bytes.every((byte) => byte <= 255) ? bytes : null
}

/** The bytes of groups like `2001:db8`, whose last may be an IPv4 address. */
function parseGroups(text: string): number[] | null {
  if (!text) return []
  const bytes: number[] = []
  const groups = text.split(':')
  for (const [index, group] of groups.entries()) {
    const four = index === groups.length - 1 && group.includes('.') ? parse4(group) : null
    if (four) bytes.push(...four)
    else if (/^[0-9a-f]{1,4}$/i.test(group)) {
      const value = Number.parseInt(group, 16)
      bytes.push(value >> 8, value & 255)
    } else return null
  }
  return bytes
}

function parse6(text: string): number[] | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const [head, tail] = halves.map(parseGroups)
  if (!head || (halves.length === 2 && !tail)) return null
  if (!tail) return head.length === 16 ? head : null
  const gap = 16 - head.length - tail.length
  return gap >= 2 ? [...head, ...Array.from({ length: gap }, () => 0), ...tail] : null
}

/**
 * Whether an IP address, as a resolver writes it, is one of the open internet. What is private,
 * loopback, link-local, shared, reserved, for documentation, multicast, or wraps an IPv4 address
 * in an IPv6 one is not; nor is anything that is no address.
 */
export function isPublicAddress(address: string): boolean {
  const four = parse4(address)
  if (four) return !special4.some((range) => isIn(range, four))
  const six = parse6(address)
  return six !== null && isIn(global6, six) && !special6.some((range) => isIn(range, six))
}
