import {
  AV_FRAME_DATA_CONTENT_LIGHT_LEVEL,
  AV_FRAME_DATA_MASTERING_DISPLAY_METADATA,
  AV_PKT_DATA_CONTENT_LIGHT_LEVEL,
  AV_PKT_DATA_MASTERING_DISPLAY_METADATA,
} from 'node-av/constants'
import { Codec, CodecContext, Frame, Packet } from 'node-av/lib'
import { decodeFrames } from './decoded-frames.ts'
import { openVideo } from './open-video.ts'

/** What FFmpeg's own structures say; a Buffer of a side datum as numbers. */
const numbers = (data: Buffer | null) =>
  data ? [...new Int32Array(Uint8Array.from(data).buffer)] : null

/** A 10-bit clip as FFmpeg decodes it: planes of u16, and what the boxes and the stream say. */
export async function readHdrClip(path: string) {
  const { file, stream } = await openVideo(path)
  const frames: Uint16Array[] = []
  const said: { display: number[] | null; levels: number[] | null }[] = []
  const { codecpar } = stream
  const boxes = {
    display: numbers(codecpar.getCodedSideData(AV_PKT_DATA_MASTERING_DISPLAY_METADATA)),
    levels: numbers(codecpar.getCodedSideData(AV_PKT_DATA_CONTENT_LIGHT_LEVEL)),
  }
  const tag = codecpar.codecTagString
  const decoded = await decodeFrames(file, stream)
  for (let frame = await decoded.next(); frame; frame = await decoded.next()) {
    frames.push(new Uint16Array(Uint8Array.from(frame.toBuffer()).buffer))
    said.push({
      display: numbers(frame.getSideData(AV_FRAME_DATA_MASTERING_DISPLAY_METADATA)),
      levels: numbers(frame.getSideData(AV_FRAME_DATA_CONTENT_LIGHT_LEVEL)),
    })
  }
  decoded.free()
  await file.closeInput()
  return { tag, boxes, said, frames }
}

/** An EXR file as FFmpeg decodes it: planes of floats. */
export async function readExr(bytes: Uint8Array) {
  const packet = new Packet()
  packet.alloc()
  packet.data = Buffer.from(bytes)
  const codec = new CodecContext()
  const decoder = Codec.findDecoderByName('exr' as Parameters<typeof Codec.findDecoderByName>[0])
  codec.allocContext3(decoder)
  await codec.open2(decoder)
  await codec.sendPacket(packet)
  const frame = new Frame()
  frame.alloc()
  await codec.receiveFrame(frame)
  const { width, height } = frame
  const data = Uint8Array.from(frame.toBuffer())
  frame.free()
  packet.free()
  codec.freeContext()
  return { width, height, data }
}
