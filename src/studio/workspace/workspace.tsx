import { ChartColumn, Keyboard, ListOrdered } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { draft } from '#contract/draft.ts'
import { isSettled } from '#contract/generation.ts'
import type { GenerationRequest } from '#contract/request.ts'
import { fileHref } from '../api/exports.ts'
import { useFollowUp } from '../api/use-follow-up.ts'
import { recallChoices } from '../features/take-away/choices.ts'
import { useShortcuts } from '../lib/use-shortcuts.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { LiveRegion } from '../ui/live-region.tsx'
import { useToast } from '../ui/use-toast.ts'
import type { Asking } from './asking.ts'
import type { Wanted } from './chain/wish.ts'
import { isCovered, OverWall } from './over-wall.tsx'
import { SmallTabs } from './small-tabs.tsx'
import { UpstreamLine } from './upstream-line.tsx'
import { useActs } from './use-acts.ts'
import { useAddress } from './use-address.ts'
import { useAnnouncement } from './use-announcement.ts'
import { WallRoom } from './wall-room.tsx'

const ComposeRoom = lazy(() =>
  import('./compose-room.tsx').then((module) => ({ default: module.ComposeRoom })),
)
const QueueRoom = lazy(() =>
  import('./queue-room.tsx').then((module) => ({ default: module.QueueRoom })),
)
const Notices = lazy(() => import('./notices.tsx').then((module) => ({ default: module.Notices })))
const AskedSheet = lazy(() =>
  import('./asked-sheet.tsx').then((module) => ({ default: module.AskedSheet })),
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
  const { address, hrefOf, open, step, change, close } = useAddress()
  const followed = useFollowUp()
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const [dockHost, setDockHost] = useState<HTMLElement | null>(null)
  const [hasSheet, setHasSheet] = useState(false)
  const [asking, setAsking] = useState<Asking | null>(null)
  const say = useToast()
  const message = useAnnouncement(followed)
  const running = followed.filter(({ state }) => !isSettled(state) && state !== 'held').length
  const { item, panel } = address
  const hasQueue = panel === 'queue'

  const lastItem = useRef<string | null>(null)
  useEffect(() => {
    if (!item && lastItem.current) tileOf(lastItem.current)?.focus({ preventScroll: true })
    lastItem.current = item
  }, [item])

  const goOn = (next: Wanted) => {
    setWanted({ ...next })
    change({ panel: 'compose', item: null, view: null })
    setTimeout(() => promptBox()?.focus())
  }
  const acts = useActs({
    goOn,
    tell: (text, isProblem) => say({ text, ...(isProblem && { tone: 'bad' }) }),
  })
  const showTried = (request: GenerationRequest) => {
    if (!promptBox()?.value.trim()) setWanted({ wish: () => draft.parse(request) })
    change({ panel: 'wall' })
  }
  const toggleQueue = () => change({ panel: hasQueue ? 'wall' : 'queue' })

  useShortcuts(['anywhere'], {
    goToCompose: () => {
      change({ panel: 'compose' })
      setTimeout(() => promptBox()?.focus())
    },
    goToWall: () => {
      change({ panel: hasQueue ? 'queue' : 'wall', item: null, view: null })
      setTimeout(() => tileOf(null)?.focus())
    },
    goToQueue: toggleQueue,
    goToUsage: () => change({ view: 'usage', panel: 'wall' }),
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
            <div
              className={`h-full ${isCovered(address) ? 'invisible' : ''}`}
              inert={isCovered(address)}
            >
              <WallRoom
                address={address}
                onChange={change}
                onStep={step}
                hrefOf={hrefOf}
                onOpen={open}
                acts={acts}
                onAsk={setAsking}
                downloadHref={(id) => fileHref(id, 0, recallChoices())}
                onTried={showTried}
              >
                <IconButton
                  label="Spending"
                  icon={ChartColumn}
                  onClick={() => change({ view: 'usage' })}
                  className="max-md:hidden"
                />
                <IconButton
                  label={running ? `Queue, ${running} running` : 'Queue'}
                  icon={ListOrdered}
                  isOn={hasQueue}
                  onClick={toggleQueue}
                  className="max-md:hidden"
                />
              </WallRoom>
            </div>
            <OverWall
              address={address}
              onChange={change}
              onStep={step}
              onClose={close}
              onAsk={setAsking}
              acts={acts}
            />
          </section>
          <div
            ref={setDockHost}
            className="shrink-0 max-md:fixed max-md:inset-0 max-md:z-30 empty:hidden"
          />
        </div>
        {hasQueue && (
          <Suspense>
            <QueueRoom
              seen={followed}
              onOpen={open}
              onClose={() => change({ panel: 'wall' })}
              acts={acts}
            />
          </Suspense>
        )}
      </main>
      <SmallTabs
        panel={panel}
        running={running}
        onPanel={(next) => change({ panel: next, item: null, view: null })}
      />
      <LiveRegion message={message} />
      <Suspense>
        <Notices records={followed} onOpen={open} />
      </Suspense>
      <Suspense>{hasSheet && <ShortcutSheet isOpen onClose={() => setHasSheet(false)} />}</Suspense>
      <Suspense>
        {asking && <AskedSheet asking={asking} onClose={() => setAsking(null)} />}
      </Suspense>
    </div>
  )
}
