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
  search: { scope: 'anywhere', keys: ['/'], does: 'Search' },
  goToQueue: { scope: 'anywhere', keys: ['g q'], does: 'Show or hide the queue' },
  goToUsage: { scope: 'anywhere', keys: ['g u'], does: 'Go to the spending' },
  goToBoards: { scope: 'anywhere', keys: ['g b'], does: 'Go to the boards' },
  goToTrash: { scope: 'anywhere', keys: ['g t'], does: 'Go to the trash' },
  reuse: { scope: 'item', keys: ['u'], does: 'Use these settings' },
  again: { scope: 'item', keys: ['shift+u'], does: 'Run again' },
  edit: { scope: 'item', keys: ['e'], does: 'Edit this' },
  useAsReference: { scope: 'item', keys: ['y'], does: 'Use as reference' },
  useAsStart: { scope: 'item', keys: ['t'], does: 'Use as start frame' },
  useAsEnd: { scope: 'item', keys: ['shift+t'], does: 'Use as end frame' },
  addToTimeline: { scope: 'item', keys: ['k'], does: 'Add to the timeline' },
  extendForward: { scope: 'item', keys: ['v'], does: 'Extend forward' },
  extendBackward: { scope: 'item', keys: ['shift+v'], does: 'Extend backward' },
  reframe: { scope: 'item', keys: ['m'], does: 'Reframe' },
  makeFinal: { scope: 'item', keys: ['shift+f'], does: 'Make it final' },
  stars1: { scope: 'item', keys: ['1'], does: '1 star' },
  stars2: { scope: 'item', keys: ['2'], does: '2 stars' },
  stars3: { scope: 'item', keys: ['3'], does: '3 stars' },
  stars4: { scope: 'item', keys: ['4'], does: '4 stars' },
  stars5: { scope: 'item', keys: ['5'], does: '5 stars' },
  stars0: { scope: 'item', keys: ['0'], does: 'No stars' },
  favourite: { scope: 'item', keys: ['f'], does: 'Favourite' },
  pick: { scope: 'item', keys: ['p'], does: 'Pick' },
  reject: { scope: 'item', keys: ['x'], does: 'Reject' },
  review: { scope: 'item', keys: ['r'], does: 'Look at again' },
  pickAndGoOn: { scope: 'item', keys: ['shift+p'], does: 'Pick and go on' },
  rejectAndGoOn: { scope: 'item', keys: ['shift+x'], does: 'Reject and go on' },
  tag: { scope: 'item', keys: ['a'], does: 'Tags' },
  board: { scope: 'item', keys: ['b'], does: 'Put on a board' },
  trash: { scope: 'item', keys: ['Delete', 'mod+Backspace'], does: 'To the trash' },
  wallLeft: { scope: 'wall', keys: ['ArrowLeft'], does: 'Newer' },
  wallRight: { scope: 'wall', keys: ['ArrowRight'], does: 'Older' },
  wallUp: { scope: 'wall', keys: ['ArrowUp'], does: 'Row above' },
  wallDown: { scope: 'wall', keys: ['ArrowDown'], does: 'Row below' },
  wallFirst: { scope: 'wall', keys: ['Home'], does: 'Newest' },
  wallLast: { scope: 'wall', keys: ['End'], does: 'Oldest' },
  wallPageUp: { scope: 'wall', keys: ['PageUp'], does: 'A screen up' },
  wallPageDown: { scope: 'wall', keys: ['PageDown'], does: 'A screen down' },
  open: { scope: 'wall', keys: ['Enter'], does: 'Open' },
  selectTile: { scope: 'wall', keys: ['s'], does: 'Select' },
  selectOnTheWay: {
    scope: 'wall',
    keys: ['shift+ArrowRight', 'shift+ArrowLeft', 'shift+ArrowDown', 'shift+ArrowUp'],
    does: 'Select on the way',
  },
  selectAll: { scope: 'wall', keys: ['mod+a'], does: 'Select all' },
  selectNone: { scope: 'wall', keys: ['Escape'], does: 'Select none' },
  tileMenu: { scope: 'wall', keys: ['shift+F10', 'ContextMenu'], does: 'What can be done' },
  downloadTile: { scope: 'wall', keys: ['d'], does: 'Download' },
  newer: { scope: 'detail', keys: ['ArrowLeft'], does: 'Newer' },
  older: { scope: 'detail', keys: ['ArrowRight'], does: 'Older' },
  back: { scope: 'detail', keys: ['Escape'], does: 'Back to the wall' },
  zoom: { scope: 'detail', keys: ['z'], does: 'Zoom: 100 % or fit' },
  download: { scope: 'detail', keys: ['d'], does: 'Download' },
  lineage: { scope: 'detail', keys: ['l'], does: 'The family as a tree' },
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
  const pair = `${before} ${stroke}`
  const said = isKey(pair) ? pair : stroke
  for (const scope of scopes) {
    for (const [name, shortcut] of Object.entries(shortcuts)) {
      const keys: readonly string[] = shortcut.keys
      if (shortcut.scope === scope && keys.includes(said)) return name as ShortcutName
    }
  }
  return null
}

/** Two strokes that mean something together are not also what the second means alone. */
const isKey = (stroke: string) =>
  Object.values(shortcuts).some(({ keys }) => (keys as readonly string[]).includes(stroke))
