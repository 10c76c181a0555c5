import type { Draft } from './draft.ts'
import { keyframeBreaches } from './keyframe-rules.ts'
import type { FactsOf, MediaRef } from './media-ref.ts'
import { type Rule, rule, ruleAt } from './rule.ts'
import { lastIndex, videoDefaults } from './video.ts'

const ofVideo = (draft: Draft) => (draft.type === 'video' ? draft.video : undefined)
const isTen = (draft: Draft) => ofVideo(draft)?.duration === '10s'

const isClip = (ref: MediaRef | undefined, factsOf: FactsOf) =>
  ref !== undefined && 'generation_id' in ref && factsOf(ref)?.medium === 'video'

function isExtension(draft: Draft, factsOf: FactsOf) {
  const video = ofVideo(draft)
  return isClip(video?.start_frame, factsOf) || isClip(video?.end_frame, factsOf)
}

export const videoRules: Rule[] = [
  rule('anchor_with_10s', (draft) =>
    (['start_frame', 'end_frame'] as const)
      .filter((field) => isTen(draft) && ofVideo(draft)?.[field])
      .map((field) => ({
        path: `video.${field}`,
        reason: '10 s cannot be anchored by a start or end frame: use keyframes, or choose 5 s.',
      })),
  ),
  rule('anchor_with_keyframes', (draft) =>
    (['start_frame', 'end_frame'] as const)
      .filter((field) => ofVideo(draft)?.keyframes && ofVideo(draft)?.[field])
      .map((field) => ({
        path: `video.${field}`,
        reason: 'Use either a start and end frame, or keyframes, not both.',
      })),
  ),
  rule('keyframes_on_grid', (draft) => {
    const video = ofVideo(draft)
    if (!video?.keyframes) return []
    const last = lastIndex(video.duration ?? videoDefaults.duration)
    return keyframeBreaches(video.keyframes, 'video.keyframes', last)
  }),
  ruleAt(
    'loop_with_10s',
    'video.loop',
    'A loop is 5 s long: choose 5 s, or turn the loop off.',
    (draft) => ofVideo(draft)?.loop === true && isTen(draft),
  ),
  ruleAt(
    'loop_with_hdr',
    'video.loop',
    'A loop cannot be HDR: turn one of the two off.',
    (draft) => ofVideo(draft)?.loop === true && ofVideo(draft)?.hdr === true,
  ),
  ruleAt(
    'loop_with_end_frame',
    'video.loop',
    'A loop returns to its start, so it cannot have an end frame.',
    (draft) => ofVideo(draft)?.loop === true && ofVideo(draft)?.end_frame !== undefined,
  ),
  ruleAt(
    'loop_with_keyframes',
    'video.loop',
    'A loop cannot have keyframes: turn the loop off, or remove them.',
    (draft) => ofVideo(draft)?.loop === true && ofVideo(draft)?.keyframes !== undefined,
  ),
  ruleAt(
    'hdr_resolution',
    'video.hdr',
    'HDR needs 720p or 1080p.',
    (draft) =>
      ofVideo(draft)?.hdr === true &&
      ['360p', '540p'].includes(ofVideo(draft)?.resolution ?? videoDefaults.resolution),
  ),
  ruleAt(
    'hdr_duration',
    'video.hdr',
    'HDR clips are 5 s long.',
    (draft) => ofVideo(draft)?.hdr === true && isTen(draft),
  ),
  ruleAt(
    'exr_needs_hdr',
    'video.exr_export',
    'EXR frames come only with HDR: turn HDR on.',
    (draft) =>
      (draft.type === 'video' || draft.type === 'video_edit') &&
      draft.video?.exr_export === true &&
      draft.video.hdr !== true,
  ),
  ruleAt(
    'extension_alone',
    'video',
    'Extending a clip leaves no room for another anchor: remove the other frame.',
    (draft, factsOf) =>
      isExtension(draft, factsOf) &&
      ofVideo(draft)?.start_frame !== undefined &&
      ofVideo(draft)?.end_frame !== undefined,
  ),
  ruleAt(
    'extension_sdr',
    'video.hdr',
    'Extensions are SDR: turn HDR off.',
    (draft, factsOf) => isExtension(draft, factsOf) && ofVideo(draft)?.hdr === true,
  ),
  ruleAt(
    'tall_1080p',
    'video.resolution',
    '1080p is not there yet for 9:16 and 3:4.',
    (draft) =>
      ofVideo(draft)?.resolution === '1080p' &&
      (draft.aspect_ratio === '9:16' || draft.aspect_ratio === '3:4'),
    { firmness: 'rolling', detail: 'video.resolution: 1080p is coming soon for this aspect ratio' },
  ),
  ruleAt(
    'hdr_access',
    'video.hdr',
    'HDR is given by Luma account: without access the request is refused.',
    (draft) => (draft.type === 'video' || draft.type === 'video_edit') && draft.video?.hdr === true,
    { firmness: 'rolling', detail: 'video.hdr: HDR is coming soon for this account' },
  ),
]
