import { mp4Boxes } from '../../media/containers/mp4-boxes.ts'
import { mp4Box } from './mp4-box.ts'
import { commentOf, type Told } from './told.ts'
import { xmpPacket } from './xmp-packet.ts'

type Held = { type: string; whole: Buffer; inside: Buffer }

const mostTitleSigns = 120
const own = new Set(['\u00a9nam', '\u00a9cmt', '\u00a9day', 'ldes'])

async function boxesOf(bytes: Buffer): Promise<Held[]> {
  const held: Held[] = []
  const read = async (at: number, length: number) => bytes.subarray(at, at + length)
  for await (const { type, at, from, to } of mp4Boxes({ read }, 0, bytes.length)) {
    held.push({ type, whole: bytes.subarray(at, to), inside: bytes.subarray(from, to) })
  }
  return held
}

const wholes = (boxes: readonly Held[]) => boxes.map(({ whole }) => whole)

/** What is inside `moov`, with its `udta` telling. In a MOV that is XMP, in an MP4 tags. */
export async function toldMoov(inside: Buffer, told: Told, isQuickTime: boolean): Promise<Buffer> {
  const boxes = await boxesOf(inside)
  const before = boxes.find(({ type }) => type === 'udta')
  const things = await boxesOf(before?.inside ?? Buffer.alloc(0))
  const udta = isQuickTime ? withXmp(things, told) : await withTags(things, told)
  const others = boxes.filter((box) => box !== before)
  return mp4Box('moov', ...wholes(others), mp4Box('udta', ...udta))
}

const withXmp = (things: readonly Held[], told: Told) => [
  ...wholes(things.filter(({ type }) => type !== 'XMP_')),
  mp4Box('XMP_', xmpPacket(told)),
]

async function withTags(things: readonly Held[], told: Told) {
  const meta = things.find(({ type }) => type === 'meta')
  const parts = meta ? await boxesOf(meta.inside.subarray(4)) : []
  const handler = parts.find(({ type }) => type === 'hdlr')
  if (handler && handler.inside.toString('latin1', 8, 12) !== 'mdir') return wholes(things)
  const list = parts.find(({ type }) => type === 'ilst')
  const tags = list ? await boxesOf(list.inside) : []
  const kept = wholes(tags.filter(({ type }) => !own.has(type)))
  const made = mp4Box(
    'meta',
    Buffer.alloc(4),
    handlerBox(),
    mp4Box('ilst', ...kept, ...tagsOf(told)),
  )
  return [...wholes(things.filter((thing) => thing !== meta)), made]
}

const handlerBox = () =>
  mp4Box('hdlr', Buffer.alloc(8), Buffer.from('mdirappl', 'latin1'), Buffer.alloc(9))

function tagsOf(told: Told) {
  const title = Array.from(told.prompt).slice(0, mostTitleSigns).join('')
  return [
    tag('\u00a9nam', title),
    tag('\u00a9day', told.created_at),
    tag('\u00a9cmt', commentOf(told)),
    tag('ldes', told.prompt),
  ]
}

/** Type 1 is UTF-8. */
const tag = (type: string, text: string) =>
  mp4Box(type, mp4Box('data', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]), Buffer.from(text)))
