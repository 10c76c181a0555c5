/** The display a picture was graded on: chromaticities and cd/m². */
export type MasteringDisplay = {
  red: readonly [number, number]
  green: readonly [number, number]
  blue: readonly [number, number]
  white: readonly [number, number]
  mostNit: number
  leastNit: number
}

/** cd/m², CTA-861.3: the brightest pixel of the clip, and its brightest frame's mean. */
export type LightLevels = { max_cll: number; max_fall: number }

const place = (v: number) => Math.round(v * 50_000)
const tenThousandths = (nit: number) => Math.round(nit * 10_000)

/** FFmpeg's AVMasteringDisplayMetadata, native byte order. */
export function displaySideData(display: MasteringDisplay): Buffer {
  const { red, green, blue, white, mostNit, leastNit } = display
  const rationals = [
    ...[red, green, blue, white].flat().map((v) => [place(v), 50_000] as const),
    ...[leastNit, mostNit].map((nit) => [tenThousandths(nit), 10_000] as const),
  ]
  return Buffer.from(Int32Array.from([...rationals.flat(), 1, 1]).buffer)
}

/** FFmpeg's AVContentLightMetadata, native byte order. */
export function levelsSideData({ max_cll, max_fall }: LightLevels): Buffer {
  return Buffer.from(Uint32Array.from([max_cll, max_fall]).buffer)
}

function message(kind: number, bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from([kind, bytes.length]), bytes])
}

/** An SEI NAL unit of H.265 with both, as bytes of a stream with start codes (Annexes B and D). */
export function lightSei(display: MasteringDisplay, { max_cll, max_fall }: LightLevels): Buffer {
  const colours = Buffer.alloc(24)
  const order = [display.green, display.blue, display.red, display.white].flat()
  order.forEach((v, i) => colours.writeUInt16BE(place(v), i * 2))
  colours.writeUInt32BE(tenThousandths(display.mostNit), 16)
  colours.writeUInt32BE(tenThousandths(display.leastNit), 20)
  const levels = Buffer.alloc(4)
  levels.writeUInt16BE(max_cll, 0)
  levels.writeUInt16BE(max_fall, 2)
  const prefixSei = [0x4e, 0x01]
  const body = [message(137, colours), message(144, levels), Buffer.from([0x80])]
  return Buffer.concat([Buffer.from([0, 0, 0, 1, ...prefixSei]), escaped(Buffer.concat(body))])
}

/** After two zero bytes none of 0…3 may stand: a 3 is put between. */
function escaped(body: Buffer): Buffer {
  const out: number[] = []
  let zeros = 0
  for (const byte of body) {
    if (zeros >= 2 && byte <= 3) {
      out.push(3)
      zeros = 0
    }
    out.push(byte)
    zeros = byte === 0 ? zeros + 1 : 0
  }
  return Buffer.from(out)
}
