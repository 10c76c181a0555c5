import { imageModels, imageRatios } from '#contract/image.ts'
import type { Step } from '#contract/family.ts'
import type { GenerationRequest } from '#contract/request.ts'
import { videoRatios, videoResolutions } from '#contract/video.ts'
import { editStrengths } from '#contract/video-edit.ts'
import type { MediaRow } from '#server/store/tables.ts'
import type { Chance } from './seed-chance.ts'
import type { Pool } from './seed-pool.ts'
import type { createPromptWriter } from './seed-words.ts'

/** Something earlier that can be gone on from. */
export type Parent = { seq: number; id: string; ratio: string; media: MediaRow }

export type Planned = {
  request: GenerationRequest
  /** Of its result, also where it has none to show. */
  ratio: string
  media: MediaRow
  link: { parent: Parent; step: Step; path: string } | null
}

type Writer = ReturnType<typeof createPromptWriter>
type Tools = { chance: Chance; writer: Writer; pool: Pool }

const named = ({ id }: Parent) => ({ generation_id: id })

/** Requests of every type, some of which come from earlier ones. */
export function createRequestMaker({ chance, writer, pool }: Tools) {
  const pictureOf = (ratio: string) => chance.of(pool.pictures.get(ratio) ?? [])
  const clipOf = (ratio: string, seconds = chance.is(0.8) ? 5 : 10) =>
    pool.clips.get(ratio)?.[seconds > 5 ? 1 : 0] as MediaRow
  const model = () => (chance.is(0.25) ? { model: chance.of(imageModels) } : {})
  const resolution = () =>
    chance.is(0.4) ? {} : { resolution: chance.of(videoResolutions.slice(1)) }

  function image(prompt: string, parent?: Parent): Planned {
    const ratio = chance.early([...imageRatios].toSorted((a, b) => weight(a) - weight(b)))
    const isReference = parent?.media.medium === 'image'
    return {
      request: {
        type: 'image',
        ...model(),
        prompt,
        output_format: 'jpeg',
        aspect_ratio: ratio,
        ...(isReference && { image_ref: [named(parent)] }),
      },
      ratio,
      media: pictureOf(ratio),
      link: isReference ? { parent, step: 'reference', path: '$.image_ref[0]' } : null,
    }
  }

  function imageEdit(parent: Parent): Planned {
    const request: GenerationRequest = {
      type: 'image_edit',
      ...model(),
      prompt: writer.change(),
      output_format: 'jpeg',
      source: named(parent),
    }
    const link = { parent, step: 'edit' as const, path: '$.source' }
    return { request, ratio: parent.ratio, media: pictureOf(parent.ratio), link }
  }

  function video(prompt: string, parent?: Parent): Planned {
    const isClip = parent?.media.medium === 'video'
    const ratio = isClip ? parent.ratio : chance.early(['16:9', ...videoRatios])
    const isTen = !isClip && chance.is(0.2)
    const isHdr = !isClip && !isTen && chance.is(0.06)
    const path = '$.video.start_frame'
    return {
      request: {
        type: 'video',
        prompt: isClip ? writer.onward() : prompt,
        aspect_ratio: ratio as '16:9',
        video: {
          ...(isHdr ? { hdr: true, resolution: '720p' as const } : resolution()),
          ...(!isClip && { duration: isTen ? '10s' : '5s' }),
          ...(parent && { start_frame: named(parent) }),
        },
      },
      ratio,
      media: clipOf(ratio, isTen ? 10 : 5),
      link: parent ? { parent, step: isClip ? 'extend_forward' : 'start_frame', path } : null,
    }
  }

  function videoEdit(parent: Parent): Planned {
    const strength = chance.of(editStrengths)
    return {
      request: {
        type: 'video_edit',
        prompt: writer.change(),
        source: named(parent),
        video: { ...resolution(), ...(chance.is(0.7) && { edit: { strength } }) },
      },
      ratio: parent.ratio,
      media: clipOf(parent.ratio, parent.media.duration_s ?? 5),
      link: { parent, step: 'edit', path: '$.source' },
    }
  }

  function videoReframe(parent: Parent): Planned {
    const ratio = chance.of(videoRatios.filter((each) => each !== parent.ratio))
    return {
      request: {
        type: 'video_reframe',
        prompt: chance.of(['more of the same place', 'wider, with open sky', 'go on as it is']),
        aspect_ratio: ratio,
        source: named(parent),
        video: resolution(),
      },
      ratio,
      media: clipOf(ratio, parent.media.duration_s ?? 5),
      link: { parent, step: 'reframe', path: '$.source' },
    }
  }

  return (parent: Parent | undefined): Planned => {
    const prompt = writer.fresh()
    if (!parent) return chance.is(0.72) ? image(prompt) : video(prompt)
    const lot = chance.unit()
    if (parent.media.medium === 'image') {
      return lot < 0.5
        ? imageEdit(parent)
        : lot < 0.7
          ? image(prompt, parent)
          : video(prompt, parent)
    }
    return lot < 0.4 ? video(prompt, parent) : lot < 0.75 ? videoEdit(parent) : videoReframe(parent)
  }
}

/** Ordinary ratios first. */
const ordinary = ['16:9', '1:1', '2:3', '3:2', '9:16', '2:1', '1:2', '3:1', '1:3']
const weight = (ratio: string) => ordinary.indexOf(ratio)
