const areas = [
  { share: 0.93, name: 'action' },
  { share: 0.9, name: 'title' },
]

const line = 'border-white/80 outline-1 outline-black/40'

/** Where action and titles are safe, and the middle, drawn over the canvas. */
export function SafeAreas() {
  return (
    <div aria-hidden className="absolute inset-0">
      {areas.map(({ share, name }) => (
        <div
          key={name}
          className={`absolute border ${line} ${name === 'title' ? 'border-dashed' : ''}`}
          style={{ inset: `${((1 - share) / 2) * 100}%` }}
        />
      ))}
      <div
        className={`absolute top-1/2 left-1/2 h-4 -translate-x-1/2 -translate-y-1/2 border-l ${line}`}
      />
      <div
        className={`absolute top-1/2 left-1/2 w-4 -translate-x-1/2 -translate-y-1/2 border-t ${line}`}
      />
    </div>
  )
}
