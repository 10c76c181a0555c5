import type { IRegularForbiddenRuleType } from 'dependency-cruiser'

/** One wall: its sentence, the rule that holds it, and a breach that must make it fall. */
export type Wall = {
  sentence: string
  rule: Omit<IRegularForbiddenRuleType, 'name' | 'severity'>
  breach: Record<string, string>
}

const tests = '[.](test|suite|harness|arbitrary|fixture|cases)[.]tsx?$|test-setup[.]ts$'
const code = (path: string) => ({ path, pathNot: tests })
const node = { dependencyTypes: ['core' as const] }
const imports = (specifier: string) => `import ${JSON.stringify(specifier)}\n`

export const walls: Wall[] = [
  {
    sentence: 'The contract imports nothing but zod.',
    rule: { from: code('^src/contract/'), to: { pathNot: '^src/contract/|node_modules/zod/' } },
    breach: { 'src/contract/a.ts': imports('node:fs') },
  },
  {
    sentence: 'The studio reaches the server and the engine over HTTP only.',
    rule: { from: { path: '^src/studio/' }, to: { path: '^src/(server|engine)/' } },
    breach: { 'src/studio/lib/b.ts': imports('#server/x.ts'), 'src/server/x.ts': 'export {}\n' },
  },
  {
    sentence: 'The studio runs in a browser and imports nothing of Node.',
    rule: { from: code('^src/studio/'), to: node },
    breach: { 'src/studio/api/c.ts': imports('node:path') },
  },
  {
    sentence: 'Features do not know each other.',
    rule: {
      from: { path: '^src/studio/features/([^/]+)/' },
      to: { path: '^src/studio/features/', pathNot: '^src/studio/features/$1/' },
    },
    breach: {
      'src/studio/features/one/d.ts': imports('../two/d.ts'),
      'src/studio/features/two/d.ts': 'export {}\n',
    },
  },
  {
    sentence: 'Features meet only in the workspace.',
    rule: {
      from: { path: '^src/studio/(ui|lib|api|features)/' },
      to: { path: '^src/studio/(workspace/|main)' },
    },
    breach: {
      'src/studio/features/one/e.ts': imports('../../workspace/e.ts'),
      'src/studio/workspace/e.ts': 'export {}\n',
    },
  },
  {
    sentence: 'The kit, the helpers and the requests know no feature.',
    rule: { from: { path: '^src/studio/(ui|lib|api)/' }, to: { path: '^src/studio/features/' } },
    breach: { 'src/studio/ui/f.ts': imports('../features/two/d.ts') },
  },
  {
    sentence: 'The kit knows no domain.',
    rule: { from: code('^src/studio/ui/'), to: { path: '^src/(contract/|studio/api/)' } },
    breach: { 'src/studio/ui/g.ts': imports('#contract/g.ts'), 'src/contract/g.ts': 'export {}\n' },
  },
  {
    sentence: 'The pure helpers of the studio import nothing of ours.',
    rule: {
      from: code('^src/studio/lib/'),
      to: { path: '^src/', pathNot: '^src/studio/lib/' },
    },
    breach: { 'src/studio/lib/h.ts': imports('#contract/g.ts') },
  },
  {
    sentence: 'The engine stands alone: it imports no server and no studio.',
    rule: { from: code('^src/engine/'), to: { path: '^src/(server|studio)/' } },
    breach: { 'src/engine/i.ts': imports('#server/x.ts') },
  },
  {
    sentence: 'The server imports no studio.',
    rule: { from: code('^src/server/'), to: { path: '^src/studio/' } },
    breach: { 'src/server/j.ts': imports('#studio/lib/b.ts') },
  },
  {
    sentence: 'Only main.ts of the server picks the engine or Luma.',
    rule: {
      from: { path: '^src/server/', pathNot: `${tests}|^src/server/main[.]ts$` },
      to: { path: '^src/engine/' },
    },
    breach: { 'src/server/k.ts': imports('#engine/i.ts') },
  },
  {
    sentence: 'In the engine only media touches encoders.',
    rule: {
      from: { path: '^src/engine/', pathNot: `${tests}|^src/engine/media/` },
      to: { path: 'node_modules/(node-av|@seydx)/' },
    },
    breach: { 'src/engine/render/l.ts': imports('node-av/lib') },
  },
  {
    sentence: 'In the engine only the ffmpeg backend and the forked child start processes.',
    rule: {
      from: {
        path: '^src/engine/',
        pathNot: `${tests}|^src/engine/media/cli/|^src/engine/forked-child[.]ts$`,
      },
      to: { path: '^(node:)?child_process$' },
    },
    breach: { 'src/engine/render/m.ts': imports('node:child_process') },
  },
  {
    sentence: 'In the server only the media child meets native video code.',
    rule: {
      from: {
        path: '^src/server/',
        pathNot: `${tests}|^src/server/media/native/`,
      },
      to: { path: 'node_modules/(node-av|@seydx)/' },
    },
    breach: { 'src/server/routes/r.ts': imports('node-av/lib') },
  },
  {
    sentence: 'In the server only the media process starts processes.',
    rule: {
      from: { path: '^src/server/', pathNot: `${tests}|^src/server/media/media-process[.]ts$` },
      to: { path: '^(node:)?child_process$' },
    },
    breach: { 'src/server/routes/s.ts': imports('node:child_process') },
  },
  {
    sentence: 'Only the upstream client, the engine and the code for others speak the wire.',
    rule: {
      from: {
        path: '^src/',
        pathNot: `${tests}|^src/(contract|engine)/|^src/server/upstream/|^src/studio/features/as-code/`,
      },
      to: { path: '^src/contract/wire' },
    },
    breach: {
      'src/server/routes/n.ts': imports('#contract/wire.ts'),
      'src/contract/wire.ts': 'export {}\n',
    },
  },
  {
    sentence: 'Nothing imports in a circle.',
    rule: { from: {}, to: { circular: true } },
    breach: {
      'src/server/o.ts': "import type { P } from './p.ts'\nexport type O = P\n",
      'src/server/p.ts': "import type { O } from './o.ts'\nexport type P = O | 1\n",
    },
  },
  {
    sentence: 'Every import resolves.',
    rule: { from: {}, to: { couldNotResolve: true } },
    breach: { 'src/server/q.ts': imports('./not-there.ts') },
  },
]
