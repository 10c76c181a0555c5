import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

type IconSet = {
  icons: Record<string, { body: string }>
  aliases?: Record<string, { parent: string }>
}

let pending: Promise<IconSet> | null = null

function load(): Promise<IconSet> {
  const file = createRequire(import.meta.url).resolve('@iconify-json/noto/icons.json')
  return readFile(file, 'utf8').then((json) => JSON.parse(json) as IconSet)
}

/**
 * The inside of an SVG drawn on a 128 × 128 canvas. The set (25 MB of JSON) is parsed on first use.
 * @throws Error naming the icon when Noto has none of that name.
 */
export async function notoIconBody(icon: string): Promise<string> {
  pending ??= load()
  const { icons, aliases } = await pending
  const name = Object.hasOwn(icons, icon) ? icon : aliases?.[icon]?.parent
  const found = name === undefined ? undefined : icons[name]
  if (!found) throw new Error(`There is no Noto icon called “${icon}”`)
  return found.body
}
