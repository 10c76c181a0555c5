import type { Draft } from '#contract/draft.ts'
import { literal, quoted, type Syntax } from './literal.ts'
import { pollS, sendTimeoutS } from './patience.ts'
import type { WireWithFiles } from './wire-with-files.ts'

const python: Syntax = {
  indent: '    ',
  isTrailing: true,
  words: { true: 'True', false: 'False', null: 'None' },
  key: quoted,
  bytes: ({ name }) => `base64_of(${quoted(name)})`,
}

const reader = `
def base64_of(path):
    return base64.b64encode(Path(path).read_bytes()).decode()

`

/** For the package `luma-agents` (0.5 knows all fields): submit, ask until it is settled, print. */
export function pythonOf({ wire, files }: WireWithFiles, draft: Draft): string {
  const reads = files.length > 0
  const fields = Object.entries(wire)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `    ${name}=${literal(value, python, '    ')},`)
  const options = reads ? `max_retries=0, timeout=${sendTimeoutS}` : 'max_retries=0'
  return `# pip install "luma-agents>=0.5"
${reads ? 'import base64\n' : ''}import time
${reads ? 'from pathlib import Path\n' : ''}
from luma_agents import Luma

${reads ? `${reader}\n` : ''}client = Luma()  # takes the key from LUMA_AGENTS_API_KEY

# Not retried: a submission whose answer was lost may have been accepted and billed.
generation = client.with_options(${options}).generations.create(
${fields.join('\n')}
)

while generation.state not in ("completed", "failed"):
    time.sleep(${pollS(draft.type)})
    generation = client.generations.get(generation.id)

if generation.state == "failed":
    raise SystemExit(f"{generation.failure_code}: {generation.failure_reason}")
for output in generation.output or []:
    print(output.type, output.url)
`
}
