/** Named points of a submission and of an archive, at which a test may stop the process. */
export type CheckpointName =
  | 'before_intent'
  | 'after_intent'
  | 'after_submitting'
  | 'after_post_sent'
  | 'after_answer'
  | 'after_queued'
  | 'after_completed_seen'
  | 'archive_temp_open'
  | 'archive_mid_download'
  | 'archive_after_fsync'
  | 'archive_after_rename'
  | 'archive_after_row'
  | 'after_completed'

export type Checkpoint = (name: CheckpointName) => void | Promise<void>

export const passCheckpoint: Checkpoint = () => undefined
