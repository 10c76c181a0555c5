/**
 * Block means of an I420 picture: a packed sheet of (Y, U − 128, V − 128, 0) as f32, `pad` pixels
 * of repeated edge around it.
 */
export function shrink(
  i420: usize,
  width: i32,
  height: i32,
  step: i32,
  sheet: usize,
  w: i32,
  h: i32,
  pad: i32,
): void {
  const cw = width >> 1
  const ch = height >> 1
  const planeU = i420 + <usize>(width * height)
  const planeV = planeU + <usize>(cw * ch)
  const stride = w + 2 * pad
  for (let j = 0; j < h; j++) {
    const y0 = j * step
    const y1 = min<i32>(height, y0 + step)
    const cy0 = min<i32>(ch - 1, y0 >> 1)
    const cy1 = min<i32>(ch - 1, (y1 - 1) >> 1)
    let out = sheet + ((<usize>((j + pad) * stride + pad)) << 4)
    for (let i = 0; i < w; i++) {
      const x0 = i * step
      const x1 = min<i32>(width, x0 + step)
      let sum = 0
      for (let y = y0; y < y1; y++) {
        const row = i420 + <usize>(y * width)
        for (let x = x0; x < x1; x++) sum += <i32>load<u8>(row + <usize>x)
      }
      const cx0 = min<i32>(cw - 1, x0 >> 1)
      const cx1 = min<i32>(cw - 1, (x1 - 1) >> 1)
      let u = 0
      let v = 0
      for (let y = cy0; y <= cy1; y++) {
        for (let x = cx0; x <= cx1; x++) {
          u += <i32>load<u8>(planeU + <usize>(y * cw + x))
          v += <i32>load<u8>(planeV + <usize>(y * cw + x))
        }
      }
      const c: f32 = 1 / <f32>((cx1 - cx0 + 1) * (cy1 - cy0 + 1))
      store<f32>(out, <f32>sum / <f32>((x1 - x0) * (y1 - y0)))
      store<f32>(out, <f32>u * c - 128, 4)
      store<f32>(out, <f32>v * c - 128, 8)
      store<f32>(out, 0, 12)
      out += 16
    }
  }
  repeatEdges(sheet, w, h, pad)
}

/** Repeats the edge of a packed sheet into its pad. */
export function repeatEdges(sheet: usize, w: i32, h: i32, pad: i32): void {
  const stride = w + 2 * pad
  for (let j = pad; j < pad + h; j++) {
    const row = sheet + ((<usize>(j * stride)) << 4)
    const first = v128.load(row + ((<usize>pad) << 4))
    const last = v128.load(row + ((<usize>(pad + w - 1)) << 4))
    for (let i = 0; i < pad; i++) {
      v128.store(row + ((<usize>i) << 4), first)
      v128.store(row + ((<usize>(pad + w + i)) << 4), last)
    }
  }
  const bytes = (<usize>stride) << 4
  for (let j = 0; j < pad; j++) {
    memory.copy(sheet + <usize>j * bytes, sheet + <usize>pad * bytes, bytes)
    memory.copy(sheet + <usize>(pad + h + j) * bytes, sheet + <usize>(pad + h - 1) * bytes, bytes)
  }
}
