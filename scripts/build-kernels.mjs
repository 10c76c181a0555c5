import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

const root = new URL('../src/engine/kernels/', import.meta.url)
const target = new URL('painter.wasm', root)

/** Compiles the painter's kernels; the memory is the caller's, shared between workers. */
async function compile() {
  let binary
  const { error, stderr } = await asc.main(
    [
      'index.ts',
      '--outFile',
      'painter.wasm',
      '-O3',
      '--noAssert',
      '--runtime',
      'stub',
      '--importMemory',
      '--sharedMemory',
      '--initialMemory',
      '1',
      '--maximumMemory',
      '32768',
      '--enable',
      'simd',
      '--enable',
      'threads',
    ],
    {
      readFile: (name) =>
        readFile(new URL(name, `${new URL('assembly/', root)}`), 'utf8').catch(() => null),
      writeFile: (name, contents) => {
        if (name.endsWith('.wasm')) binary = contents
      },
      listFiles: () => [],
    },
  )
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`)
  return binary
}

const binary = await compile()
if (process.argv.includes('--check')) {
  const kept = await readFile(target).catch(() => Buffer.alloc(0))
  if (Buffer.compare(kept, Buffer.from(binary)) !== 0) {
    console.error('painter.wasm differs from its sources; run npm run build:kernels')
    process.exit(1)
  }
} else {
  await writeFile(target, binary)
  console.log(`${fileURLToPath(target)}: ${binary.length} bytes`)
}
