import { CopyButton } from '../../ui/copy-button.tsx'
import type { CodeFile } from './code-files.ts'
import { codeLook } from './code-look.ts'

type CodeViewProps = { name: string; text: string; note: string; files: readonly CodeFile[] }

/** One language: its text to be read and taken, and the files that belong beside it. */
export function CodeView({ name, text, note, files }: CodeViewProps) {
  return (
    <div className="grid min-w-0 gap-2">
      <div className="relative min-w-0">
        <section
          aria-label={`The request as ${name}`}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
          tabIndex={0}
          className={`${codeLook} max-h-80 pr-12`}
        >
          <pre className="font-mono whitespace-pre-wrap">
            <code>{text}</code>
          </pre>
        </section>
        <div className="absolute top-1 right-3 rounded bg-page">
          <CopyButton what={name} text={text} />
        </div>
      </div>
      <p className="text-dense text-quiet">{note}</p>
      {files.length > 0 && <FilesBeside files={files} />}
    </div>
  )
}

function FilesBeside({ files }: { files: readonly CodeFile[] }) {
  return (
    <div className="text-dense">
      <p className="text-quiet">
        It reads {files.length === 1 ? 'this file' : 'these files'} from the folder it runs in:
      </p>
      <ul className="mt-1 flex max-h-32 flex-wrap gap-1 overflow-y-auto p-0.5">
        {files.map(({ name, address }) => (
          <li key={name}>
            {address ? (
              <a
                href={address}
                download={name}
                className="inline-flex h-6 items-center rounded border border-line bg-raised px-2 underline-offset-2 hover:underline max-md:h-10"
              >
                Download {name}
              </a>
            ) : (
              <span className="inline-flex h-6 items-center px-2 text-warn">
                {name}: its bytes are not known here
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
