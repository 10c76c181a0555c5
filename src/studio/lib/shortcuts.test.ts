import { describe, expect, it } from 'vitest'
import { keyNames } from './key-names.ts'
import { keepsKey } from './keeps-key.ts'
import { type Scope, shortcutFor, shortcuts, strokeOf } from './shortcuts.ts'

const press = (key: string, rest: Partial<KeyboardEvent> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...rest,
})

describe('the table of keys', () => {
  it('gives no key two meanings in one place', () => {
    const places = Object.values(shortcuts).flatMap(({ scope, keys }) =>
      keys.map((key) => `${scope} ${key}`),
    )
    expect(new Set(places).size).toBe(places.length)
  })

  it('lets Ctrl and ⌘ mean the same', () => {
    expect(shortcutFor(press('Enter', { ctrlKey: true }), ['anywhere'])).toBe('submit')
    expect(shortcutFor(press('Enter', { metaKey: true }), ['anywhere'])).toBe('submit')
  })

  it('knows two strokes in a row', () => {
    expect(shortcutFor(press('w'), ['anywhere'], 'g')).toBe('goToWall')
    expect(shortcutFor(press('w'), ['anywhere'])).toBeNull()
  })

  it('does not take the second of two strokes for a key of its own', () => {
    expect(shortcutFor(press('t'), ['item'], 'g')).toBeNull()
    expect(shortcutFor(press('t'), ['item'], 'w')).toBe('useAsStart')
  })

  it('tells keys by their place where Shift changes the sign', () => {
    expect(strokeOf(press('<', { code: 'Comma', shiftKey: true }))).toBe('shift+,')
    expect(shortcutFor(press('>', { code: 'Period', shiftKey: true }), ['clip'])).toBe('framesOn')
  })

  it('means what the nearest place says', () => {
    const scopes: Scope[] = ['wall', 'detail']
    expect(shortcutFor(press('ArrowLeft'), scopes)).toBe('wallLeft')
    expect(shortcutFor(press('ArrowLeft'), scopes.toReversed())).toBe('newer')
  })

  it('can be printed whole', () => {
    for (const { keys } of Object.values(shortcuts)) {
      for (const cap of keyNames(keys[0])) expect(cap.trim()).not.toBe('')
    }
    expect(keyNames(' ')).toEqual(['Space'])
    expect(keyNames('mod+Enter')).toEqual(['Ctrl', 'Enter'])
  })
})

const on = (html: string, key: string, rest: object = {}) => {
  document.body.innerHTML = html
  const target = document.body.firstElementChild
  return keepsKey({ target, key, ctrlKey: false, metaKey: false, ...rest })
}

describe('keys that a control needs itself', () => {
  it('are left to it', () => {
    expect(on('<textarea></textarea>', 'g')).toBe(true)
    expect(on('<input type="range">', 'ArrowLeft')).toBe(true)
    expect(on('<input type="radio">', 'ArrowDown')).toBe(true)
    expect(on('<button></button>', ' ')).toBe(true)
  })

  it('are only those', () => {
    expect(on('<textarea></textarea>', 'Enter', { ctrlKey: true })).toBe(false)
    expect(on('<input type="range">', ',')).toBe(false)
    expect(on('<button></button>', 'z')).toBe(false)
  })
})
