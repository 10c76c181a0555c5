import {
  type Piece,
  parseAlternatives,
  type Sequence,
  type Template,
} from './parse-alternatives.ts'

/** Where in a text a choice was made, as offsets; empty where nothing was chosen. */
type Span = { start: number; end: number }
export type Alternative = { text: string; spans: readonly Span[] }

type Task = { piece: Piece; index: number; isOuter: boolean } | { closes: Span }

/** The choices of a sequence for the `index`-th text, as tasks; the last group turns fastest. */
function tasksOf({ pieces }: Sequence, index: number, isOuter: boolean): Task[] {
  let rest = index
  return pieces.toReversed().map((piece) => {
    if ('text' in piece) return { piece, index: 0, isOuter }
    const own = rest % piece.count
    rest = Math.floor(rest / piece.count)
    return { piece, index: own, isOuter }
  })
}

function chosen(options: readonly Sequence[], index: number) {
  let rest = index
  for (const option of options) {
    if (rest < option.count) return { option, index: rest }
    rest -= option.count
  }
  throw new RangeError(`There is no alternative ${index}`)
}

/** The `index`-th text of a template, from 0, in the order in which one would read them out. */
function alternativeAt(template: Template, index: number): Alternative {
  const tasks = tasksOf(template, index, true)
  const spans: Span[] = []
  let text = ''
  let isSeam = false
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    if ('closes' in task) {
      task.closes.end = text.length
      isSeam = task.closes.start === text.length && /(^|\s)$/.test(text)
    } else if ('text' in task.piece) {
      text += isSeam ? task.piece.text.replace(/^[^\S\n]/, '') : task.piece.text
      isSeam = false
    } else {
      const { option, index: inner } = chosen(task.piece.options, task.index)
      const span = { start: text.length, end: text.length }
      if (task.isOuter) spans.push(span)
      tasks.push({ closes: span }, ...tasksOf(option, inner, false))
    }
  }
  return { text, spans }
}

/** How many texts a prompt stands for; counted, not made. */
export const alternativeCount = (prompt: string) => parseAlternatives(prompt).count

/** The first `limit` texts that a prompt stands for, in reading order. */
export function alternativesOf(prompt: string, limit: number): Alternative[] {
  const template = parseAlternatives(prompt)
  return Array.from({ length: Math.min(template.count, limit) }, (_, index) =>
    alternativeAt(template, index),
  )
}

/** The groups of a prompt become words: a backslash before every brace that has none. */
export const withoutGroups = (prompt: string) =>
  prompt.replace(/\\[{|}]|[{}]/g, (sign) => (sign.length > 1 ? sign : `\\${sign}`))

/** The braces that were words may be groups again. */
export const withGroups = (prompt: string) => prompt.replace(/\\([{|}])/g, '$1')

/** A prompt that stands for exactly this text, to be edited. */
export function promptFor(text: string): string {
  const template = parseAlternatives(text)
  if (template.count === 1 && !template.hasEscapes) return text
  return text.replace(/\\(?=\|)|[{}]/g, (sign) => (sign === '\\' ? '\\\\' : `\\${sign}`))
}
