import { readdir, readFile, writeFile } from 'node:fs/promises'
import asc from 'assemblyscript/asc'

const root = new URL('../src/engine/kernels/', import.meta.url)
const sources = new URL('assembly/', root)

/** The painter's workers share one memory; every other worker has its own. */
const shared = ['--sharedMemory', '--enable', 'threads']

/** Compiles one folder of kernels; the memory is always the caller's. */
async function compile(name) {
  let binary
  const { error, stderr } = await asc.main(
    [
      'index.ts',
      '--outFile',
      `${name}.wasm`,
      '-O3',
      '--noAssert',
      '--runtime',
      'stub',
      '--importMemory',
      '--initialMemory',
      '1',
      '--maximumMemory',
      '32768',
      '--enable',
      'simd',
      ...(name === 'painter' ? shared : []),
    ],
    {
      readFile: (file) =>
        readFile(new URL(file, `${new URL(`${name}/`, sources)}`), 'utf8').catch(() => null),
      writeFile: (file, contents) => {
        if (file.endsWith('.wasm')) binary = contents
      },
      listFiles: () => [],
    },
  )
  if (error) throw new Error(`${name}: ${error.message}\n${stderr.toString()}`)
  return binary
}

const folders = (await readdir(sources, { withFileTypes: true })).filter((f) => f.isDirectory())
for (const { name } of folders) {
  const target = new URL(`${name}.wasm`, root)
  const binary = await compile(name)
  if (process.argv.includes('--check')) {
    const kept = await readFile(target).catch(() => Buffer.alloc(0))
    if (Buffer.compare(kept, Buffer.from(binary)) !== 0) {
      console.error(`${name}.wasm differs from its sources; run npm run build:kernels`)
      process.exitCode = 1
    }
  } else {
    await writeFile(target, binary)
    console.log(`${name}.wasm: ${binary.length} bytes`)
  }
}
