import { checkHeld } from '../check-held.ts'
import type { StoredVideo } from '../media-backend.ts'
import { MediaFault } from '../media-fault.ts'
import { orientationOf } from '../picture-form.ts'
import type { Orientation, PictureForm } from '../picture-form.ts'
import type { ShownPacket } from '../media-backend.ts'
import type { Tools } from './find-tools.ts'
import { hearTool, readingOf, words } from './run-tool.ts'

type Tagged = {
  width?: number
  height?: number
  pix_fmt?: string
  color_space?: string
  color_range?: string
  color_transfer?: string
  color_primaries?: string
}
type SaidStream = Tagged & {
  codec_name?: string
  sample_aspect_ratio?: string
  time_base: string
  avg_frame_rate?: string
  nb_frames?: string
  start_pts?: number
  duration_ts?: number
  side_data_list?: { displaymatrix?: string }[]
}
type SaidPacket = { pts?: number; dts?: number; duration?: number; flags?: string }
type SaidFrame = Tagged & { best_effort_timestamp?: number }
type Said = { streams?: SaidStream[]; packets?: SaidPacket[]; frames?: SaidFrame[] }

/** Streams of pictures that move: a cover on a song is none. */
export const movingPicture = 'V:0'

async function ask({ ffprobe }: Tools, path: string, ...questions: string[]): Promise<Said> {
  const args = words(`-v error -of json -select_streams ${movingPicture}`)
  return JSON.parse(
    String(await hearTool(ffprobe, [...args, ...questions, ...readingOf(path)])),
  ) as Said
}

/** Reads every packet and decodes none, but for VP8, whose hidden pictures only a decoder tells. */
export async function describeVideo(tools: Tools, path: string): Promise<StoredVideo> {
  const { streams } = await ask(tools, path, '-show_streams')
  const stream = streams?.[0]
  if (!stream) throw new MediaFault('unsupported', 'it has no moving picture in it')
  const form = formOf(stream, stream)
  checkHeld(form)
  const tickS = ratio(stream.time_base) ?? 1
  const pictures = await readPictures(tools, path, stream.codec_name === 'vp8')
  const last = pictures.at(-1)
  if (!last) throw new MediaFault('corrupt', 'it has no frames')
  // FFmpeg 5.1 knows how long a stream is, not how long its packets are when B-frames reorder them.
  last.end = Math.max(last.end, (stream.start_pts ?? 0) + (stream.duration_ts ?? 0))
  return {
    codec: stream.codec_name ?? 'unknown',
    form,
    pictures,
    tickS,
    statedRate: ratio(stream.avg_frame_rate),
    claimedFrames: Number(stream.nb_frames ?? 0),
  }
}

/** The first picture that can be shown: when, and in which form it is decoded. */
export async function firstPicture(tools: Tools, path: string) {
  const first = ['-show_frames', '-read_intervals', '%+#1']
  const { streams, frames } = await ask(tools, path, '-show_streams', ...first)
  const [stream, frame] = [streams?.[0], frames?.[0]]
  if (!stream || !frame) {
    throw new MediaFault('corrupt', 'not one of its pictures can be decoded')
  }
  return { form: formOf(stream, frame), start: frame.best_effort_timestamp ?? 0 }
}

async function readPictures(tools: Tools, path: string, isVp8: boolean): Promise<ShownPacket[]> {
  const wanted = ['-show_entries', 'packet=pts,dts,duration,flags']
  const { packets = [] } = await ask(tools, path, '-show_packets', ...wanted)
  const seen = isVp8 && (await ask(tools, path, '-show_frames')).frames
  const times = seen ? new Set(seen.map((frame) => frame.best_effort_timestamp)) : undefined
  return packets
    .filter(({ flags = '', pts }) => !flags.includes('D') && (!times || times.has(pts)))
    .map(({ pts, dts = 0, duration = 0, flags = '' }) => {
      const start = pts ?? dts
      return { start, end: start + duration, key: flags.includes('K') }
    })
    .toSorted((a, b) => a.start - b.start)
}

function formOf(stream: SaidStream, tagged: Tagged): PictureForm {
  const [num = 0, den = 0] = (stream.sample_aspect_ratio ?? '').split(':').map(Number)
  return {
    width: tagged.width ?? 0,
    height: tagged.height ?? 0,
    pixelShape: num > 0 && den > 0 ? { num, den } : { num: 1, den: 1 },
    pix_fmt: tagged.pix_fmt ?? 'unknown',
    matrix: tagged.color_space ?? 'unspecified',
    range: tagged.color_range ?? 'unspecified',
    transfer: tagged.color_transfer ?? 'unspecified',
    primaries: tagged.color_primaries ?? 'unspecified',
    orientation: orientation(stream),
  }
}

/** Three lines of three numbers, each line behind its address. */
function orientation({ side_data_list = [] }: SaidStream): Orientation {
  const text = side_data_list.find(({ displaymatrix }) => displaymatrix)?.displaymatrix
  const lines = text?.trim().split('\n') ?? []
  const [a, b, , c, d] = lines.flatMap((line) =>
    line.split(':')[1]!.trim().split(/\s+/).map(Number),
  )
  return d === undefined ? 'as stored' : orientationOf(a!, b!, c!, d)
}

function ratio(text = '') {
  const [num, den] = text.split('/').map(Number)
  return num && den ? num / den : undefined
}
