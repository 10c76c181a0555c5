import type { Draft } from '#contract/draft.ts'
import { jsonSyntax, literal, quoted, type Syntax } from './literal.ts'
import { pollS, sendTimeoutS } from './patience.ts'
import type { WireWithFiles } from './wire-with-files.ts'

const typescript: Syntax = {
  ...jsonSyntax,
  isTrailing: true,
  key: (name) => (/^[a-z_]\w*$/i.test(name) ? name : quoted(name)),
  bytes: ({ name }) => `readFileSync(${quoted(name)}, "base64")`,
}

/** For the package `luma-agents` on npm: submit, ask until it is settled, print. */
export function typescriptOf({ wire, files }: WireWithFiles, draft: Draft): string {
  const reads = files.length > 0
  const options = reads ? `maxRetries: 0, timeout: ${sendTimeoutS}_000` : 'maxRetries: 0'
  return `// npm install luma-agents
${reads ? 'import { readFileSync } from "node:fs";\n' : ''}import Luma from "luma-agents";

const client = new Luma(); // takes the key from LUMA_AGENTS_API_KEY

// Not retried: a submission whose answer was lost may have been accepted and billed.
let generation = await client.generations.create(
  ${literal(wire, typescript, '  ')},
  { ${options} },
);

while (generation.state !== "completed" && generation.state !== "failed") {
  await new Promise((resolve) => setTimeout(resolve, ${pollS(draft.type)}_000));
  generation = await client.generations.get(generation.id);
}

if (generation.state === "failed") {
  throw new Error(\`\${generation.failure_code}: \${generation.failure_reason}\`);
}
for (const { type, url } of generation.output ?? []) console.log(type, url);
`
}
