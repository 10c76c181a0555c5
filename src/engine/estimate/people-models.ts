import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { GraphModel } from '@tensorflow/tfjs-converter'
import type { Tensor } from '@tensorflow/tfjs-core'

type Numbers = { shape: number[]; data: Float32Array }
/** Runs a network on a square RGB picture, bytes as they are or sent to `low … high`. */
type Network = {
  side: number
  run(rgb: Uint8Array, range?: readonly [low: number, high: number]): Numbers[]
}
export type PeopleModels = { pose: Network; faces: Network; mesh: Network }

let opened: Promise<PeopleModels> | undefined

/**
 * MoveNet Lightning, BlazeFace and Face Mesh as they ship inside `@vladmandic/human`, run by
 * TensorFlow.js on WebAssembly; loaded once, from this disk only.
 *
 * @throws Error when they are not installed or cannot run here.
 */
export function peopleModels(): Promise<PeopleModels> {
  opened ??= open()
  return opened
}

async function open(): Promise<PeopleModels> {
  const tf = await import('@tensorflow/tfjs-core')
  const { setThreadsCount } = await import('@tensorflow/tfjs-backend-wasm')
  const { loadGraphModel } = await import('@tensorflow/tfjs-converter')
  setThreadsCount(1)
  await tf.setBackend('wasm')
  await tf.ready()
  const entry = createRequire(import.meta.url).resolve('@vladmandic/human')

  async function network(name: string): Promise<Network> {
    const at = (kind: string) => new URL(`../models/${name}.${kind}`, `file://${entry}`)
    const { weightsManifest, ...model } = JSON.parse(await readFile(at('json'), 'utf8'))
    const { buffer, byteOffset, byteLength } = await readFile(at('bin'))
    const weightData = buffer.slice(byteOffset, byteOffset + byteLength)
    const weightSpecs = weightsManifest[0].weights
    const graph: GraphModel = await loadGraphModel({
      load: async () => ({ ...model, weightSpecs, weightData }),
    })
    const input = graph.inputs[0]!
    const side = input.shape?.[1] ?? 192
    return {
      side,
      run(rgb, range) {
        const shape: [number, number, number, number] = [1, side, side, 3]
        const [low, high] = range ?? [0, 255]
        const step = (high - low) / 255
        const picture = range
          ? tf.tensor4d(
              Float32Array.from(rgb, (v) => low + v * step),
              shape,
            )
          : tf.tensor4d(Int32Array.from(rgb), shape, 'int32')
        const answer = graph.execute(picture)
        const tensors: Tensor[] = Array.isArray(answer) ? answer : [answer]
        const numbers = tensors.map((tensor) => ({
          shape: tensor.shape,
          data: Float32Array.from(tensor.dataSync()),
        }))
        tf.dispose([picture, ...tensors])
        return numbers
      },
    }
  }

  return {
    pose: await network('movenet-lightning'),
    faces: await network('blazeface'),
    mesh: await network('facemesh'),
  }
}
