import { readFile } from 'node:fs/promises'

const compiled = new Map<string, Promise<WebAssembly.Module>>()

function moduleOf(name: string): Promise<WebAssembly.Module> {
  const known = compiled.get(name)
  if (known) return known
  const fresh = readFile(new URL(`${name}.wasm`, import.meta.url)).then((bytes) =>
    WebAssembly.compile(bytes),
  )
  compiled.set(name, fresh)
  return fresh
}

/**
 * Binds the kernels of one folder of `assembly/` to a memory; each module is compiled once a
 * thread. Pointers are byte offsets into the memory, and `Exports` is what its `index.ts` exports.
 */
export async function loadKernels<Exports>(
  name: string,
  memory: WebAssembly.Memory,
): Promise<Exports> {
  const instance = await WebAssembly.instantiate(await moduleOf(name), {
    env: {
      memory,
      abort: () => {
        throw new Error(`a kernel of ${name} aborted`)
      },
    },
  })
  return instance.exports as Exports
}
