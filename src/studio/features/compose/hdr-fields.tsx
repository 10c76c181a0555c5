import { SwitchField } from './switch-field.tsx'

/** High dynamic range, and the frames as EXR beside it. */
export function HdrFields() {
  return (
    <>
      <SwitchField path="video.hdr" label="HDR" note="10-bit PQ, 720p or 1080p" />
      <SwitchField
        path="video.exr_export"
        label="EXR frames"
        note="ACES2065-1, 16-bit half float, beside the HDR clip"
      />
    </>
  )
}
