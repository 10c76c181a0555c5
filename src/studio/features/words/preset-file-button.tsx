import { buttonLook } from '../../ui/button-look.ts'

type PresetFileButtonProps = { onRead: (text: string) => void }

/** Asks for a file; the same one can be chosen twice. */
export function PresetFileButton({ onRead }: PresetFileButtonProps) {
  return (
    <label
      className={`${buttonLook('plain')} relative has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent`}
    >
      Import…
      <input
        type="file"
        accept=".json,application/json"
        aria-label="Import presets from a file"
        className="absolute inset-0 appearance-none opacity-0"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) void file.text().then(onRead)
        }}
      />
    </label>
  )
}
