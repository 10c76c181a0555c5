import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Preset, PresetInput } from '#contract/preset.ts'
import { ApiError } from '../../api/api-error.ts'
import { presetsQuery, removePreset, savePreset } from '../../api/presets.ts'

const wordsFor = (error: unknown) =>
  error instanceof ApiError ? error.detail : 'That did not work. Try again.'

/** The presets of this studio and what can be done with them; each act says how it went. */
export function usePresets() {
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(presetsQuery())
  const { mutateAsync: put } = useMutation(savePreset(client))
  const { mutateAsync: take } = useMutation(removePreset(client))
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [removed, setRemoved] = useState<Preset | null>(null)

  const run = async (work: () => Promise<unknown>, done: string) => {
    setProblem(null)
    try {
      await work()
      setSaid(done)
      return true
    } catch (cause) {
      setProblem(wordsFor(cause))
      return false
    }
  }
  const save = (id: string, input: PresetInput, done = `“${input.name}” is saved.`) =>
    run(() => put({ id, ...input }), done)

  return {
    presets: data,
    loadProblem: error ? wordsFor(error) : null,
    reload: () => void refetch(),
    said,
    problem,
    removed,
    save,
    saveAll: (inputs: readonly (PresetInput & { id: string })[]) =>
      run(
        async () => {
          for (const input of inputs) await put(input)
        },
        inputs.length === 1 ? 'One preset is imported.' : `${inputs.length} presets are imported.`,
      ),
    remove: ({ id, name }: Preset) =>
      run(async () => setRemoved(await take({ id })), `“${name}” is deleted.`),
    restore: async () => {
      if (!removed) return
      const { id, name, draft, plan } = removed
      const input = { name, draft, ...(plan !== undefined && { plan }) }
      if (await save(id, input, `“${name}” is back.`)) setRemoved(null)
    },
  }
}
