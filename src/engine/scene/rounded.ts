import type { SceneSpec } from './scene-spec.ts'

/** Five decimals everywhere, so that the stored JSON stays short and reads the same everywhere. */
export function rounded(spec: SceneSpec): SceneSpec {
  return JSON.parse(
    JSON.stringify(spec, (_key, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 1e5) / 1e5 : value,
    ),
  ) as SceneSpec
}
