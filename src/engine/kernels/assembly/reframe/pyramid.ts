/** Halves a picture of bytes with [1 3 3 1] both ways; edges repeat; odd sides round up. */
export function halve(source: usize, width: i32, height: i32, target: usize, line: usize): void {
  const outW = (width + 1) >> 1
  const outH = (height + 1) >> 1
  const three = i16x8.splat(3)
  for (let j = 0; j < outH; j++) {
    const y = j << 1
    const p0 = source + <usize>(max<i32>(y - 1, 0) * width)
    const p1 = source + <usize>(y * width)
    const p2 = source + <usize>(min<i32>(y + 1, height - 1) * width)
    const p3 = source + <usize>(min<i32>(y + 2, height - 1) * width)
    // The line begins one value early, so that the edge can be repeated before it.
    const at = line + 2
    for (let i = 0; i < width; i += 8) {
      const x = max<i32>(min<i32>(i, width - 8), 0)
      const o = <usize>x
      const outer = i16x8.add(wide(p0 + o), wide(p3 + o))
      const inner = i16x8.add(wide(p1 + o), wide(p2 + o))
      v128.store(at + (o << 1), i16x8.add(outer, i16x8.mul(inner, three)))
    }
    store<u16>(line, load<u16>(at))
    const last = load<u16>(at + ((<usize>(width - 1)) << 1))
    store<u16>(at + ((<usize>width) << 1), last)
    store<u16>(at + ((<usize>(width + 1)) << 1), last)
    const out = target + <usize>(j * outW)
    for (let i = 0; i < outW; i++) {
      const q = line + ((<usize>i) << 2)
      const s: u32 =
        <u32>load<u16>(q) + <u32>load<u16>(q, 6) + 3 * (<u32>load<u16>(q, 2) + <u32>load<u16>(q, 4))
      store<u8>(out + <usize>i, <u8>((s + 32) >> 6))
    }
  }
}

function wide(p: usize): v128 {
  return i16x8.extend_low_i8x16_u(v128.load64_zero(p))
}
