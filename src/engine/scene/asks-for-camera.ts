import { asked, findHits } from './hits.ts'
import { quotedText } from './quoted-text.ts'
import { readTokens } from './tokens.ts'

/** Whether a prompt says how the camera moves; what it leaves open is drawn by chance. */
export const asksForCamera = (prompt: string): boolean =>
  asked(findHits(readTokens(quotedText(prompt).rest)), 'camera').length > 0
