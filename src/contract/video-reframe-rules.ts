import { type Breach, type Rule, rule, ruleAt } from './rule.ts'
import { ratioOf } from './size.ts'
import { positionReach, reframeSourceLimitS, type SourcePosition } from './video-reframe.ts'

function rectangleBreaches(position: SourcePosition): Breach[] {
  const path = 'video.source_position'
  const edges = (['x_norm', 'y_norm'] as const)
    .filter((field) => !(Math.abs(position[field]) <= positionReach))
    .map((field) => ({ path: `${path}.${field}`, reason: 'Choose from -2 to 2.' }))
  const sides = (['w_norm', 'h_norm'] as const)
    .filter((field) => !(position[field] > 0 && position[field] <= positionReach))
    .map((field) => ({ path: `${path}.${field}`, reason: 'Choose above 0, up to 2.' }))
  return [...edges, ...sides]
}

export const videoReframeRules: Rule[] = [
  rule('source_position_range', (draft) => {
    const position = draft.type === 'video_reframe' ? draft.video?.source_position : undefined
    return position ? rectangleBreaches(position) : []
  }),
  ruleAt(
    'reframe_source_length',
    'source',
    'The source of a reframe is 30 s or shorter: trim it.',
    (draft, factsOf) =>
      draft.type === 'video_reframe' &&
      draft.source !== undefined &&
      (factsOf(draft.source)?.duration_s ?? 0) > reframeSourceLimitS,
  ),
  ruleAt(
    'reframe_1080p',
    'video.resolution',
    '1080p is not there yet for reframes.',
    (draft) => draft.type === 'video_reframe' && draft.video?.resolution === '1080p',
    { firmness: 'rolling', detail: 'video.resolution: 1080p is coming soon for video_reframe' },
  ),
  ruleAt(
    'reframe_same_ratio',
    'aspect_ratio',
    'The source already has this shape: choose another, or nothing is left to fill.',
    (draft, factsOf) => {
      if (draft.type !== 'video_reframe' || !draft.source || !draft.aspect_ratio) return false
      if (draft.video?.source_position) return false
      const facts = factsOf(draft.source)
      if (!facts?.width || !facts.height) return false
      return Math.abs(facts.width / facts.height / ratioOf(draft.aspect_ratio) - 1) < 0.01
    },
    { firmness: 'advice' },
  ),
]
