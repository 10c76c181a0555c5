import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { type Preset, preset, type PresetInput, presetList } from '#contract/preset.ts'
import type { ApiError } from './api-error.ts'
import { ask } from './client.ts'

/** All presets, by name. */
export const presetsQuery = () =>
  queryOptions({
    queryKey: ['presets'],
    queryFn: async ({ signal }) => (await ask('/api/presets', presetList, { signal })).data,
  })

/** Saves under an id of the page's making; a name that is taken comes back with path `name`. */
export const savePreset = (client: QueryClient) =>
  mutationOptions<Preset, ApiError, PresetInput & { id: string }>({
    mutationFn: ({ id, name, draft, plan }) =>
      ask(`/api/presets/${id}`, preset, { method: 'PUT', body: { name, draft, plan } }),
    networkMode: 'always',
    onSettled: () => client.invalidateQueries({ queryKey: presetsQuery().queryKey }),
  })

/** Gives what was removed, so that it can be saved again. */
export const removePreset = (client: QueryClient) =>
  mutationOptions<Preset, ApiError, { id: string }>({
    mutationFn: ({ id }) => ask(`/api/presets/${id}`, preset, { method: 'DELETE' }),
    networkMode: 'always',
    onSettled: () => client.invalidateQueries({ queryKey: presetsQuery().queryKey }),
  })
