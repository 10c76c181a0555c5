import type { GenerationType } from '#contract/draft.ts'

/** Seconds between two questions, as Luma's guides ask. */
export const pollS = (type: GenerationType) => (type.startsWith('video') ? 5 : 2)

/** Seconds that sending files may take; the SDKs give up after 60. */
export const sendTimeoutS = 600
