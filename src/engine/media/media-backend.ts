import type { LightLevels, MasteringDisplay } from './light-metadata.ts'
import type { PictureForm } from './picture-form.ts'

/** Frames a second as a fraction: 24/1, 30000/1001. */
export type FrameRate = { num: number; den: number }

export type VideoEncoderOptions = {
  path: string
  /** Even whole pixels: the picture is 4:2:0. */
  width: number
  height: number
  rate: FrameRate
  /** Frames from one key frame to the next; every group is closed. */
  keyInterval: number
  /** Names an mp4 knows: `title`, `comment`, `artist`, `copyright`, `date` … */
  metadata?: Record<string, string>
  /** The encoder's constant rate factor, 17 unless told. */
  crf?: number
  /** A constant quantiser instead of the rate factor: every picture is coded alike. */
  qp?: number
  /** Indexes of pictures that are key frames (IDR) wherever they stand. */
  keyFrames?: readonly number[]
}

export type VideoEncoder = {
  /**
   * One picture: planes Y, U, V without padding, BT.709, limited range, `width * height * 3 / 2`
   * bytes. Copied before this returns; resolves when the encoder has taken it.
   */
  write(i420: Uint8Array): Promise<void>
  /** Flushes and finishes the file. Rejects, and removes the file, if it cannot be finished. */
  close(): Promise<void>
  /** Gives everything back and removes the unfinished file. After `close` it does nothing. */
  abort(): Promise<void>
}

export type HevcOptions = VideoEncoderOptions & { display: MasteringDisplay }

export type HevcEncoder = {
  /**
   * One picture: planes Y, U, V of u16 without padding, BT.2020 PQ, limited range, `width * height
   * * 3` bytes. Copied before this returns.
   */
  write(planes: Uint8Array): Promise<void>
  /** Finishes the file, which then says how bright its pictures were. */
  close(levels: LightLevels): Promise<void>
  /** Gives everything back and removes what was begun. After `close` it does nothing. */
  abort(): Promise<void>
}

/** A clip as pictures in the order of showing. */
export type VideoDecoder = {
  /** Pixels after rotation, rounded down to even. */
  width: number
  height: number
  rate: FrameRate
  frames: number
  /**
   * The next picture in the encoder's form: I420, BT.709, limited range, 8 bit; `null` after the
   * last. The bytes are the caller's.
   */
  read(): Promise<Uint8Array | null>
  close(): Promise<void>
}

/** `rgb`: full-range sRGB bytes, three a pixel, rows without padding. */
export type DecodedFrame = { width: number; height: number; rgb: Uint8Array }

export type Probe =
  | { kind: 'image'; media_type: string; width: number; height: number }
  | {
      kind: 'video'
      media_type: string
      codec: string
      width: number
      height: number
      fps: number
      /** Counted, not taken from the header. */
      frames: number
      duration_s: number
      pix_fmt: string
      bit_depth: number
      /** FFmpeg's names, `unspecified` where the file says nothing. */
      color: { primaries: string; transfer: string; matrix: string; range: string }
      /** Indexes in the order of showing. */
      key_frames: number[]
      /** The index stands before the pictures, so that playing starts before the whole file is there. */
      faststart: boolean
    }

/** One picture that will be shown, in the stream's ticks. */
export type ShownPacket = { start: number; end: number; key: boolean }

/** A video as it is stored. */
export type StoredVideo = {
  /** FFmpeg's name. */
  codec: string
  form: PictureForm
  /** In the order of showing, without what an edit list cuts away and what is never shown. */
  pictures: ShownPacket[]
  /** Of the times in `pictures`. */
  tickS: number
  /** Frames a second, if the file says. */
  statedRate: number | undefined
  claimedFrames: number
}

/** What an encoder library must do for the engine. */
export type MediaBackend = {
  name: 'node-av' | 'ffmpeg'
  openVideoEncoder(options: VideoEncoderOptions): Promise<VideoEncoder>
  openVideoDecoder(path: string): Promise<VideoDecoder>
  /** Its first moving picture, from its packets. @throws MediaFault */
  describeVideo(path: string): Promise<StoredVideo>
  readFrame(path: string, frame: number, maxSide?: number): Promise<DecodedFrame>
}
