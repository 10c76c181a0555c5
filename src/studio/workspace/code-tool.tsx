import { Code } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useCompose } from '../features/compose/compose-context.tsx'
import { promptFor } from '../features/compose/plan/alternatives.ts'
import { single } from '../features/compose/plan/plan.ts'
import { switchKind } from '../features/compose/switch-kind.ts'
import { useDraft } from '../features/compose/use-draft.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'

const AsCode = lazy(() =>
  import('../features/as-code/as-code.tsx').then((module) => ({ default: module.AsCode })),
)

/** The request in code, and code into the form. */
export function CodeTool() {
  const { draft, change, changePlan, forgetOrigin } = useDraft()
  const { factsOf, expansion } = useCompose()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button look="quiet" className="-ml-3" onClick={() => setIsOpen(true)}>
        <Code size={16} aria-hidden />
        As code
      </Button>
      <Suspense>
        {isOpen && (
          <Sheet title="As code" isOpen onClose={() => setIsOpen(false)}>
            {expansion.total > 1 && (
              <p className="mb-4 text-quiet">The first of those that come of it:</p>
            )}
            <AsCode
              draft={expansion.items[0]?.draft ?? draft}
              factsOf={factsOf}
              onFill={(filled) => {
                switchKind(filled.type, draft)
                change({ ...filled, prompt: promptFor(filled.prompt) })
                changePlan(single)
                forgetOrigin()
                setIsOpen(false)
              }}
            />
          </Sheet>
        )}
      </Suspense>
    </>
  )
}
