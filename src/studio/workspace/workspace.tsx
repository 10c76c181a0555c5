import { Keyboard } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { draft } from '#contract/draft.ts'
import { type Generation, isSettled } from '#contract/generation.ts'
import type { GenerationRequest } from '#contract/request.ts'
import { uploadFrame } from '../api/uploads.ts'
import { useFollowUp } from '../api/use-follow-up.ts'
import { useGenerations } from '../api/use-generations.ts'
import { Wall } from '../features/gallery/wall.tsx'
import type { Act } from '../lib/act.ts'
import { useShortcuts } from '../lib/use-shortcuts.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { LiveRegion } from '../ui/live-region.tsx'
import { frameWays, picturesWays, type Wish, waysFrom } from './chain.ts'
import { draftToReuse } from './reuse.ts'
import { SmallTabs } from './small-tabs.tsx'
import { UpstreamLine } from './upstream-line.tsx'
import { useAddress } from './use-address.ts'
import { useAnnouncement } from './use-announcement.ts'

const ComposeRoom = lazy(() =>
  import('./compose-room.tsx').then((module) => ({ default: module.ComposeRoom })),
)
const Detail = lazy(() =>
  import('../features/viewer/detail.tsx').then((module) => ({ default: module.Detail })),
)
const ShortcutSheet = lazy(() =>
  import('./shortcut-sheet.tsx').then((module) => ({ default: module.ShortcutSheet })),
)

const promptBox = () =>
  document.querySelector<HTMLTextAreaElement>('[data-field="prompt"] textarea')
const tileOf = (id: string | null) =>
  document.querySelector<HTMLElement>(id ? `[data-item="${id}"]` : '[data-item][tabindex="0"]')

/** Everything on one page: compose at the left, the wall beside it, an open item over the wall. */
export function Workspace() {
  const { address, hrefOf, open, change, close } = useAddress()
  const { records } = useGenerations()
  useFollowUp(records)
  const [wanted, setWanted] = useState<{ wish: Wish } | null>(null)
  const [dockHost, setDockHost] = useState<HTMLElement | null>(null)
  const [hasSheet, setHasSheet] = useState(false)
  const message = useAnnouncement(records)
  const running = records.filter(({ state }) => !isSettled(state) && state !== 'held').length
  const { item, panel } = address

  useEffect(() => {
    document.title = running ? `${running} running · Dailies` : 'Dailies'
  }, [running])

  const lastItem = useRef<string | null>(null)
  useEffect(() => {
    if (!item && lastItem.current) {
      const tile = tileOf(lastItem.current)
      tile?.scrollIntoView({ block: 'nearest' })
      tile?.focus({ preventScroll: true })
    }
    lastItem.current = item
  }, [item])

  const goOn = (wish: Wish) => {
    setWanted({ wish })
    change({ panel: 'compose', item: null })
    setTimeout(() => promptBox()?.focus())
  }
  const actsOf = (record: Generation): Act[] => [
    { name: 'reuse', label: 'Use these settings', run: () => goOn(() => draftToReuse(record)) },
    ...waysFrom(record).map(({ wish, ...way }) => ({ ...way, run: () => goOn(wish) })),
  ]
  const takeFrame = async (sha256: string, frame: number, way: string) => {
    const { id } = await uploadFrame(sha256, frame)
    const wish = picturesWays({ upload_id: id }).find(({ name }) => name === way)?.wish
    if (wish) goOn(wish)
  }
  const showTried = (request: GenerationRequest) => {
    if (!promptBox()?.value.trim()) setWanted({ wish: () => draft.parse(request) })
    change({ panel: 'wall' })
  }

  useShortcuts(['anywhere'], {
    goToCompose: () => {
      change({ panel: 'compose' })
      setTimeout(() => promptBox()?.focus())
    },
    goToWall: () => {
      change({ panel: 'wall', item: null })
      setTimeout(() => tileOf(null)?.focus())
    },
    showKeys: () => setHasSheet(true),
  })

  return (
    <div className="flex h-dvh flex-col">
      <main className="flex min-h-0 flex-1">
        <h1 className="sr-only">Dailies</h1>
        <div
          className={`flex w-[380px] shrink-0 flex-col border-r bg-panel max-md:w-full max-md:border-r-0 ${panel === 'compose' ? '' : 'max-md:hidden'}`}
        >
          <header className="flex h-12 shrink-0 items-center justify-between pr-2 pl-4">
            <p aria-hidden className="text-title font-semibold">
              Dailies
            </p>
            <IconButton
              label="Keys"
              icon={Keyboard}
              onClick={() => setHasSheet(true)}
              className="pointer-coarse:hidden"
            />
          </header>
          <Suspense fallback={<div className="flex-1" />}>
            <ComposeRoom
              wanted={wanted}
              dockHost={dockHost}
              dock={address.dock}
              onDock={(dock) => change({ dock })}
            />
          </Suspense>
          <UpstreamLine />
        </div>
        <div className="flex min-w-0 flex-1 flex-col max-md:contents">
          <section
            aria-label="Wall"
            className={`relative min-h-0 min-w-0 flex-1 ${panel === 'wall' ? '' : 'max-md:hidden'}`}
          >
            <div className={`h-full ${item ? 'invisible' : ''}`} inert={item !== null}>
              <Wall
                openId={item}
                hrefOf={hrefOf}
                onOpen={open}
                actsOf={actsOf}
                onTried={showTried}
                tileSize={address.size}
                onTileSize={(size) => change({ size })}
              />
            </div>
            {item && (
              <div className="absolute inset-0">
                <Suspense>
                  <Detail
                    id={item}
                    onGo={(next) => change({ item: next })}
                    onClose={close}
                    actsOf={actsOf}
                    frameWays={frameWays}
                    onFrame={takeFrame}
                    ground={address.ground}
                    onGround={(ground) => change({ ground })}
                  />
                </Suspense>
              </div>
            )}
          </section>
          <div
            ref={setDockHost}
            className="shrink-0 max-md:fixed max-md:inset-0 max-md:z-30 empty:hidden"
          />
        </div>
      </main>
      <SmallTabs
        panel={panel}
        running={running}
        onPanel={(next) => change({ panel: next, item: null })}
      />
      <LiveRegion message={message} />
      <Suspense>{hasSheet && <ShortcutSheet isOpen onClose={() => setHasSheet(false)} />}</Suspense>
    </div>
  )
}
