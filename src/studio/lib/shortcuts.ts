export type Scope = 'anywhere' | 'item' | 'wall' | 'detail' | 'clip' | 'timeline'

type Shortcut = { scope: Scope; keys: readonly string[]; does: string; isShownAs?: string }

/** Every key of the studio, once: handlers and the sheet both read it. `a b` is one after another. */
export const shortcuts = {
  submit: { scope: 'anywhere', keys: ['mod+Enter'], does: 'Generate' },
  goToCompose: { scope: 'anywhere', keys: ['g c'], does: 'Go to compose' },
  goToWall: { scope: 'anywhere', keys: ['g w'], does: 'Go to the wall' },
  undo: { scope: 'anywhere', keys: ['mod+z'], does: 'Undo in the draft' },
  redo: { scope: 'anywhere', keys: ['mod+shift+z', 'mod+y'], does: 'Redo in the draft' },
  showKeys: { scope: 'anywhere', keys: ['?'], does: 'Show these keys' },
  reuse: { scope: 'item', keys: ['u'], does: 'Use these settings' },
  edit: { scope: 'item', keys: ['e'], does: 'Edit this' },
  useAsReference: { scope: 'item', keys: ['y'], does: 'Use as reference' },
  useAsStart: { scope: 'item', keys: ['t'], does: 'Use as start frame' },
  useAsEnd: { scope: 'item', keys: ['shift+t'], does: 'Use as end frame' },
  addToTimeline: { scope: 'item', keys: ['k'], does: 'Add to the timeline' },
  extendForward: { scope: 'item', keys: ['v'], does: 'Extend forward' },
  extendBackward: { scope: 'item', keys: ['shift+v'], does: 'Extend backward' },
  reframe: { scope: 'item', keys: ['m'], does: 'Reframe' },
  makeFinal: { scope: 'item', keys: ['shift+f'], does: 'Make it final' },
  wallLeft: { scope: 'wall', keys: ['ArrowLeft'], does: 'Newer' },
  wallRight: { scope: 'wall', keys: ['ArrowRight'], does: 'Older' },
  wallUp: { scope: 'wall', keys: ['ArrowUp'], does: 'Row above' },
  wallDown: { scope: 'wall', keys: ['ArrowDown'], does: 'Row below' },
  wallFirst: { scope: 'wall', keys: ['Home'], does: 'Newest' },
  wallLast: { scope: 'wall', keys: ['End'], does: 'Oldest loaded' },
  wallPageUp: { scope: 'wall', keys: ['PageUp'], does: 'A screen up' },
  wallPageDown: { scope: 'wall', keys: ['PageDown'], does: 'A screen down' },
  open: { scope: 'wall', keys: ['Enter'], does: 'Open' },
  downloadTile: { scope: 'wall', keys: ['d'], does: 'Download' },
  newer: { scope: 'detail', keys: ['ArrowLeft'], does: 'Newer' },
  older: { scope: 'detail', keys: ['ArrowRight'], does: 'Older' },
  back: { scope: 'detail', keys: ['Escape'], does: 'Back to the wall' },
  zoom: { scope: 'detail', keys: ['z'], does: 'Zoom: 100 % or fit' },
  download: { scope: 'detail', keys: ['d'], does: 'Download' },
  play: { scope: 'clip', keys: [' '], does: 'Play or pause' },
  frameBack: { scope: 'clip', keys: [','], does: 'One frame back' },
  frameOn: { scope: 'clip', keys: ['.'], does: 'One frame on' },
  framesBack: { scope: 'clip', keys: ['shift+,'], does: 'Twelve frames back' },
  framesOn: { scope: 'clip', keys: ['shift+.'], does: 'Twelve frames on' },
  keyframeHere: { scope: 'timeline', keys: ['k'], does: 'Stop, or keyframe at the playhead' },
  shuttleBack: { scope: 'timeline', keys: ['j'], does: 'Play backwards, then faster' },
  shuttleOn: { scope: 'timeline', keys: ['l'], does: 'Play, then faster' },
  zoomIn: { scope: 'timeline', keys: ['=', '+'], does: 'Closer' },
  zoomOut: { scope: 'timeline', keys: ['-'], does: 'Further out' },
  fitTimeline: { scope: 'timeline', keys: ['z'], does: 'The whole clip' },
} as const satisfies Record<string, Shortcut>
export type ShortcutName = keyof typeof shortcuts

export type Keystroke = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

const unshifted: Record<string, string> = { Comma: ',', Period: '.' }

/** A keystroke as the table writes it. `<` is told as `shift+,`: which key, not which sign. */
export function strokeOf({ key, code, ctrlKey, metaKey, shiftKey }: Keystroke): string {
  const byPlace = shiftKey ? unshifted[code] : undefined
  const plain = byPlace ?? (key.length === 1 ? key.toLowerCase() : key)
  const isShifted = shiftKey && (byPlace !== undefined || /^([a-z]|\w{2,})$/i.test(key))
  const name = isShifted ? `shift+${plain}` : plain
  return ctrlKey || metaKey ? `mod+${name}` : name
}

/** The act of a keystroke in the given scopes, nearest scope first; `before` is the last stroke. */
export function shortcutFor(
  event: Keystroke,
  scopes: readonly Scope[],
  before?: string | null,
): ShortcutName | null {
  const stroke = strokeOf(event)
  const said = before ? [`${before} ${stroke}`, stroke] : [stroke]
  for (const scope of scopes) {
    for (const [name, shortcut] of Object.entries(shortcuts)) {
      const keys: readonly string[] = shortcut.keys
      if (shortcut.scope === scope && said.some((words) => keys.includes(words))) {
        return name as ShortcutName
      }
    }
  }
  return null
}
